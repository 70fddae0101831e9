package org.ccdas.observe.station;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;

/**
 * A file of a station whose layout is to be found out. Text is UTF-8 or else Latin-1, with line
 * ends of any kind.
 */
final class RecordFile {
  /** No text of a station comes near; a file this large is something else. */
  private static final long LARGEST = 100_000_000;

  private static final int MAGIC = 4;

  private final String name;
  private final Location location;
  private final byte[] head;
  private byte[] bytes;
  private List<String> lines;

  private RecordFile(String name, Location location, byte[] head, byte[] bytes) {
    this.name = name;
    this.location = location;
    this.head = head;
    this.bytes = bytes;
  }

  /** A stored file, of which only the beginning is read yet. */
  static RecordFile of(Location location) {
    try (InputStream stream = StoredFiles.open(location)) {
      return new RecordFile(location.toString(), location, stream.readNBytes(MAGIC), null);
    } catch (IOException e) {
      throw unreadable(location.toString(), e);
    }
  }

  /** Text that is in memory. */
  static RecordFile of(String name, byte[] bytes) {
    return new RecordFile(name, null, bytes, bytes);
  }

  private static InputException unreadable(String file, IOException cause) {
    return cause instanceof NoSuchFileException
        ? new InputException(
            file, "", "The file of a station does not exist", "Check the path", cause)
        : new InputException(
            file,
            "",
            "The file of a station cannot be read (" + cause.getMessage() + ")",
            "Check that it is a readable file",
            cause);
  }

  /** Its path, for errors. */
  String name() {
    return name;
  }

  /** The last part of its path. */
  String simpleName() {
    return name.substring(name.replace('\\', '/').lastIndexOf('/') + 1);
  }

  /** Where it is. */
  Location location() {
    return location;
  }

  /** Whether its first bytes are those of NetCDF, classic or on HDF5. */
  boolean isNetcdf() {
    return location != null && (starts("CDF") || starts("\u0089HDF"));
  }

  private boolean starts(String magic) {
    byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
    return head.length >= wanted.length
        && ByteBuffer.wrap(head, 0, wanted.length).equals(ByteBuffer.wrap(wanted));
  }

  /** Its lines; none when it is empty. */
  List<String> lines() {
    if (lines == null) {
      lines = decode(bytes()).lines().toList();
    }
    return lines;
  }

  /** Its first line that is not blank, without leading blanks; empty when there is none. */
  String firstLine() {
    return lines().stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .findFirst()
        .orElse("");
  }

  private byte[] bytes() {
    if (bytes == null) {
      try {
        if (StoredFiles.size(location) > LARGEST) {
          throw new InputException(
              name,
              "",
              "The file is larger than " + LARGEST + " bytes: this is no text of a station",
              "Check observations.co2.folder");
        }
        bytes = StoredFiles.read(location);
      } catch (IOException e) {
        throw unreadable(name, e);
      }
    }
    return bytes;
  }

  private static String decode(byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      // Not UTF-8: older files write station names in Latin-1, where every byte is a letter.
      text = new String(bytes, StandardCharsets.ISO_8859_1);
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
