package org.ccdas.pipelines.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A file or folder that an experiment names, resolved: an absolute local path, or an address such
 * as {@code gs://bucket/file}.
 *
 * @param location the absolute path or address
 */
public record DataPath(@JsonValue String location) implements Serializable {
  private static final Pattern ADDRESS = Pattern.compile("[a-z][a-z0-9+.-]+://.*|resource:.*");

  /** Takes a resolved location. */
  @JsonCreator
  public DataPath {
    Objects.requireNonNull(location, "location");
  }

  /** A local file or folder. */
  public static DataPath of(Path path) {
    return new DataPath(path.toAbsolutePath().normalize().toString());
  }

  /** Whether this text is an address and not a local path. */
  static boolean isAddress(String text) {
    return ADDRESS.matcher(text).matches();
  }

  /**
   * The local path.
   *
   * @throws IllegalStateException when this is an address
   */
  public Path path() {
    if (isAddress(location)) {
      throw new IllegalStateException(location + " is not on the local file system");
    }
    return Path.of(location);
  }

  @Override
  public String toString() {
    return location;
  }
}
