package org.ccdas.observe.satellite;

/**
 * The content of one file, in memory.
 *
 * @param name path as the user knows it; of a file in an archive {@code archive!/entry}
 * @param bytes the whole content; not to be changed
 */
public record ProductBytes(String name, byte[] bytes) {
  /** The last part of the name. */
  public String fileName() {
    return fileName(name);
  }

  /** The last part of a path, whose separator is a slash or a backslash. */
  public static String fileName(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }
}
