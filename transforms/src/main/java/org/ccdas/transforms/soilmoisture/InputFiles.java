package org.ccdas.transforms.soilmoisture;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFile;
import org.ccdas.inputs.file.StoredFiles;

/**
 * The files that a user names: a file, a folder with those in it and its folders, or a pattern. A
 * file or folder that has such a name is meant before any pattern, so {@code [ ] { } ? *} may stand
 * in names.
 */
final class InputFiles {
  private static final Pattern WILDCARDS = Pattern.compile("[*?\\[\\]{}]");

  private InputFiles() {}

  /** The files, in the order of names; none when there are none. */
  static List<StoredFile> of(String fileFolderOrPattern) throws IOException {
    Location place = Location.of(fileFolderOrPattern);
    if (place.isLocal()) {
      return local(place);
    }
    if (WILDCARDS.matcher(fileFolderOrPattern).find()) {
      return org.apache.beam.sdk.io.FileSystems.match(
              fileFolderOrPattern, EmptyMatchTreatment.ALLOW)
          .metadata()
          .stream()
          .map(InputFiles::stored)
          .toList();
    }
    List<StoredFile> below = StoredFiles.listAll(place);
    return below.isEmpty() ? StoredFiles.find(place).stream().toList() : below;
  }

  private static StoredFile stored(MatchResult.Metadata found) {
    return new StoredFile(Location.of(found.resourceId().toString()), found.sizeBytes(), "");
  }

  private static List<StoredFile> local(Location place) throws IOException {
    if (StoredFiles.isFolder(place)) {
      return StoredFiles.listAll(place);
    }
    Optional<StoredFile> file = StoredFiles.find(place);
    if (file.isPresent()) {
      return List.of(file.get());
    }
    // the part that is there is a name, the rest the pattern
    Path whole = place.absolute().path();
    Path folder = whole;
    while (folder != null && !StoredFiles.isFolder(Location.of(folder))) {
      folder = folder.getParent();
    }
    if (folder == null || !WILDCARDS.matcher(folder.relativize(whole).toString()).find()) {
      return List.of();
    }
    Path below = folder;
    PathMatcher matcher =
        FileSystems.getDefault().getPathMatcher("glob:" + folder.relativize(whole));
    return StoredFiles.listAll(Location.of(folder)).stream()
        .filter(found -> matcher.matches(below.relativize(found.location().path())))
        .toList();
  }
}
