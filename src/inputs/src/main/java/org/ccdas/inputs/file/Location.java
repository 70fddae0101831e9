package org.ccdas.inputs.file;

import java.io.Serializable;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ccdas.inputs.InputException;

/**
 * The place of a file or folder: a local path, or an address such as {@code gs://bucket/name}. It
 * only names the place; {@link StoredFiles} reads and writes there.
 *
 * <pre>{@code
 * Location cells = Location.of("gs://archive/world").resolve("cells.csv");
 * byte[] bytes = StoredFiles.read(cells);
 * }</pre>
 */
public final class Location implements Comparable<Location>, Serializable {
  private static final long serialVersionUID = 1L;

  private static final Pattern ADDRESS = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*)://(.*)");
  private static final String FILE = "file://";

  private final String text;

  private Location(String text) {
    this.text = text;
  }

  /**
   * The place that a user has written: an address with a scheme, {@code file://} followed by an
   * absolute path, or a local path.
   *
   * @throws InputException when it is meant as a local path and cannot be one, such as a name that
   *     is not ASCII in the locale C
   */
  public static Location of(String text) {
    if (text.startsWith(FILE + "/")) {
      return of(path(text.substring(FILE.length())));
    }
    Matcher address = ADDRESS.matcher(text);
    return address.matches()
        ? new Location(address.group(1) + "://" + address.group(2).replaceFirst("/+$", ""))
        : of(path(text));
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      boolean ascii = text.chars().allMatch(letter -> letter < 0x80);
      throw new InputException(
          text,
          "",
          "cannot be the name of a file here: " + e.getReason(),
          ascii
              ? "Correct the name"
              : "Set the environment variable LC_ALL to C.UTF-8, or another locale in UTF-8, or"
                  + " use ASCII names",
          e);
    }
  }

  /** A local path, relative or absolute. */
  public static Location of(Path path) {
    return new Location(path.toString());
  }

  /** Whether it is a path of this machine's file systems. */
  public boolean isLocal() {
    return !ADDRESS.matcher(text).matches();
  }

  /** What stands before {@code ://} in an address; {@code file} for a local path. */
  public String scheme() {
    Matcher address = ADDRESS.matcher(text);
    return address.matches() ? address.group(1) : "file";
  }

  /**
   * The local path.
   *
   * @throws IllegalStateException when this is an address
   */
  public Path path() {
    if (!isLocal()) {
      throw new IllegalStateException(text + " is not on the local file system");
    }
    return Path.of(text);
  }

  /**
   * A place in this folder.
   *
   * @param name a name, or several with slashes between; an absolute path or address stays itself
   */
  public Location resolve(String name) {
    if (ADDRESS.matcher(name).matches()) {
      return of(name);
    }
    if (isLocal()) {
      return of(path().resolve(path(name)));
    }
    if (name.startsWith("/")) {
      return of(path(name));
    }
    return name.isEmpty() ? this : of(text + "/" + name);
  }

  /** The last name. */
  public String name() {
    if (isLocal()) {
      Path name = path().getFileName();
      return name == null ? text : name.toString();
    }
    return text.substring(text.lastIndexOf('/') + 1);
  }

  /** The folder that it stands in, absolute; that of a root or bucket is itself. */
  public Location parent() {
    Location absolute = absolute();
    if (absolute.isLocal()) {
      Path parent = absolute.path().getParent();
      return parent == null ? absolute : of(parent);
    }
    int slash = absolute.text.lastIndexOf('/');
    return slash < scheme().length() + "://x".length()
        ? absolute
        : new Location(absolute.text.substring(0, slash));
  }

  /** The same place with an absolute path, without {@code .} and {@code ..}. */
  public Location absolute() {
    if (isLocal()) {
      return of(path().toAbsolutePath().normalize());
    }
    String root = scheme() + "://";
    String rest = text.substring(root.length());
    if (!rest.contains(".")) {
      return this;
    }
    Deque<String> names = new ArrayDeque<>();
    for (String name : rest.split("/", -1)) {
      boolean up = name.equals("..");
      if (up && names.size() > 1) { // not out of the bucket
        names.removeLast();
      } else if (!up && !name.equals(".")) {
        names.addLast(name);
      }
    }
    return new Location(root + String.join("/", names));
  }

  /** In the order of names, as a folder lists them. */
  @Override
  public int compareTo(Location other) {
    return isLocal() && other.isLocal()
        ? path().compareTo(other.path())
        : text.compareTo(other.text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Location location && location.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The place as the user knows it. */
  @Override
  public String toString() {
    return text;
  }
}
