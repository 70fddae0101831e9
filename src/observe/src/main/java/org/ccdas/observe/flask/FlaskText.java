package org.ccdas.observe.flask;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;

/** The lines of a flask file: UTF-8 or else Latin-1, line ends of any kind. */
final class FlaskText {
  /** No flask record of a station comes near; a file this large is something else. */
  private static final long LARGEST = 100_000_000;

  private FlaskText() {}

  /**
   * Reads all bytes of a file.
   *
   * @throws InputException when it is absent, cannot be read, or is far too large
   */
  static byte[] bytes(Location file) {
    try {
      if (StoredFiles.size(file) > LARGEST) {
        throw new InputException(
            file.toString(),
            "",
            "The file is larger than " + LARGEST + " bytes: this is no flask record",
            "Check observations.co2.folder");
      }
      return StoredFiles.read(file);
    } catch (NoSuchFileException e) {
      throw new InputException(
          file.toString(), "", "The flask file does not exist", "Check the path", e);
    } catch (IOException e) {
      throw new InputException(
          file.toString(),
          "",
          "The flask file cannot be read (" + e.getMessage() + ")",
          "Check that it is a readable file",
          e);
    }
  }

  static List<String> lines(byte[] bytes) {
    return decode(bytes).lines().toList();
  }

  private static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      // Not UTF-8: older files write station names in Latin-1, where every byte is a letter.
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }
}
