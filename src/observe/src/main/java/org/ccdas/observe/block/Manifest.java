package org.ccdas.observe.block;

import java.util.Comparator;
import java.util.List;
import org.ccdas.inputs.file.JsonFile;

/**
 * The blocks of a problem: one small JSON file beside them.
 *
 * @param formatVersion of the manifest and its blocks
 * @param inputs digest of the inputs and settings that the blocks were made of
 * @param blocks in the order of their indices 0..n-1
 */
public record Manifest(int formatVersion, String inputs, List<BlockReference> blocks) {
  private static final JsonFile FILE =
      new JsonFile(
          "the manifest of the blocks",
          BlockFile.FORMAT_VERSION,
          "Delete it and run again, so that the blocks are prepared anew",
          "Delete it and run again, so that the blocks are prepared anew");

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
    return JsonFile.encode(this);
  }

  /**
   * Reads the bytes of a file.
   *
   * @param file its name, for errors
   * @throws org.ccdas.inputs.InputException when it is damaged or of another version
   */
  public static Manifest fromJson(String file, byte[] bytes) {
    return FILE.decode(file, bytes, Manifest.class);
  }
}
