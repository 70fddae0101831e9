package org.ccdas.inputs.setting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;
import java.util.Objects;
import java.util.regex.Pattern;
import org.ccdas.inputs.file.Location;

/**
 * A file or folder that an experiment names, resolved: an absolute local path, or an address such
 * as {@code gs://bucket/file}.
 *
 * @param location the absolute path or address
 */
public record DataPath(@JsonValue String location) implements Serializable {
  private static final Pattern ADDRESS = Pattern.compile("[a-z][a-z0-9+.-]+://.*|resource:.*");
  private static final String RESOURCE = "resource:";

  /** Takes a resolved location. */
  @JsonCreator
  public DataPath {
    Objects.requireNonNull(location, "location");
  }

  /** A file or folder. */
  public static DataPath of(Location path) {
    return new DataPath(path.absolute().toString());
  }

  /** Whether this text is an address and not a local path. */
  public static boolean isAddress(String text) {
    return ADDRESS.matcher(text).matches();
  }

  /** Whether it is a table that comes with the system and no file. */
  public boolean isResource() {
    return location.startsWith(RESOURCE);
  }

  /**
   * Where the file or folder is.
   *
   * @throws IllegalStateException when this is no file
   */
  public Location path() {
    if (isResource()) {
      throw new IllegalStateException(location + " is not a file");
    }
    return Location.of(location);
  }

  @Override
  public String toString() {
    return location;
  }
}
