package org.ccdas.inputs.file;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.ccdas.inputs.InputException;

/**
 * Files named by a pattern: in the last name of a place {@code *} stands for any characters and
 * {@code ?} for one, on disks and in buckets alike.
 */
public final class FilePattern {
  private FilePattern() {}

  /**
   * The files that a place names, in the order of names: itself when it has no pattern.
   *
   * @throws InputException when no file matches, or there is no such folder
   */
  public static List<Location> files(Location place) {
    String name = place.name();
    if (name.indexOf('*') < 0 && name.indexOf('?') < 0) {
      return List.of(place);
    }
    Pattern pattern =
        Pattern.compile("\\Q" + name.replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q") + "\\E");
    List<Location> files;
    try {
      files =
          StoredFiles.list(place.parent()).stream()
              .map(StoredFile::location)
              .filter(file -> pattern.matcher(file.name()).matches())
              .sorted()
              .toList();
    } catch (IOException e) {
      throw problem(place, "the folder cannot be listed", e);
    }
    if (files.isEmpty()) {
      throw problem(place, "no file matches", null);
    }
    return files;
  }

  private static InputException problem(Location place, String problem, IOException cause) {
    return new InputException(
        place.toString(), "", problem, "Check folder and pattern in the configuration", cause);
  }
}
