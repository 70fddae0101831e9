package org.ccdas.core.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.ccdas.core.InputException;

/**
 * The blocks of a problem: one small JSON file beside them.
 *
 * @param formatVersion of the manifest and its blocks
 * @param inputs digest of the inputs and settings that the blocks were made of
 * @param blocks in the order of their indices 0..n-1
 */
public record Manifest(int formatVersion, String inputs, List<BlockReference> blocks) {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

  /** Sorts the blocks and checks that none is missing. */
  public Manifest {
    blocks = blocks.stream().sorted(Comparator.comparingInt(BlockReference::index)).toList();
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).index() != i) {
        throw new IllegalArgumentException("Block " + i + " is missing or stands twice");
      }
    }
  }

  /** A manifest of the present format. */
  public static Manifest of(String inputs, List<BlockReference> blocks) {
    return new Manifest(BlockFile.FORMAT_VERSION, inputs, blocks);
  }

  /** Number of cells. */
  public int cells() {
    return blocks.stream().mapToInt(BlockReference::cells).sum();
  }

  /** Number of tiles. */
  public int tiles() {
    return blocks.stream().mapToInt(BlockReference::tiles).sum();
  }

  /** The bytes of the file. */
  public byte[] toJson() {
    try {
      return (JSON.writeValueAsString(this) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads the bytes of a file.
   *
   * @param file its name, for errors
   * @throws InputException when it is damaged or of another version
   */
  public static Manifest fromJson(String file, byte[] bytes) {
    Manifest manifest;
    try {
      manifest = JSON.readValue(new String(bytes, StandardCharsets.UTF_8), Manifest.class);
    } catch (JsonProcessingException e) {
      throw new InputException(
          file,
          "",
          "this is no complete manifest (" + e.getOriginalMessage() + ")",
          "Delete it and run again, so that the blocks are prepared anew",
          e);
    }
    if (manifest.formatVersion() != BlockFile.FORMAT_VERSION) {
      throw new InputException(
          file,
          "formatVersion",
          "the manifest has version "
              + manifest.formatVersion()
              + ", this program reads version "
              + BlockFile.FORMAT_VERSION,
          "Delete it and run again, so that the blocks are prepared anew");
    }
    return manifest;
  }
}
