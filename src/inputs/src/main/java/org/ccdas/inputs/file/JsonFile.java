package org.ccdas.inputs.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import org.ccdas.inputs.InputException;

/**
 * A record as a JSON file with the key {@code formatVersion}. NaN and infinities are written as
 * text; every number reads back with the same bits.
 *
 * @param what what the file holds, for errors
 * @param version the version that this program writes and reads
 * @param onVersion remedy when the file has another version
 * @param onDamage remedy when the file is damaged
 */
public record JsonFile(String what, int version, String onVersion, String onDamage) {
  private static final String VERSION_KEY = "formatVersion";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** The bytes of the file. */
  public static byte[] encode(Object content) {
    try {
      return (JSON.writeValueAsString(content) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads the bytes of a file.
   *
   * @param file its name, for errors
   * @param type the record
   * @throws InputException when it is damaged or of another version
   */
  public <T> T decode(String file, byte[] bytes, Class<T> type) {
    try {
      JsonNode tree = JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
      JsonNode found = tree.path(VERSION_KEY);
      if (found.isInt() && found.intValue() != version) {
        throw new InputException(
            file,
            VERSION_KEY,
            what + " has version " + found + ", this program reads version " + version,
            onVersion);
      }
      if (!found.isInt()) {
        throw damaged(file, "it has no " + VERSION_KEY, null);
      }
      return JSON.treeToValue(tree, type);
    } catch (JsonProcessingException e) {
      throw damaged(file, e.getOriginalMessage(), e);
    }
  }

  private InputException damaged(String file, String reason, Exception cause) {
    return new InputException(
        file, "", what + " is not complete (" + reason + ")", onDamage, cause);
  }
}
