package org.ccdas.transforms.block;

import java.io.IOException;
import java.util.Locale;
import org.apache.commons.codec.digest.DigestUtils;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.observe.block.Block;
import org.ccdas.observe.block.BlockFile;
import org.ccdas.observe.block.BlockReference;

/**
 * Writes block files on any file system of Beam. A file's name holds the index of its block and a
 * digest of its content, so that writing it again, as a retried bundle does, changes nothing.
 */
public final class BlockWriter {
  private static final int DIGEST_LETTERS = 12;

  private BlockWriter() {}

  /** Writes the file of a block into a folder. */
  public static BlockReference write(String folder, Block block) throws IOException {
    byte[] bytes = BlockFile.encode(block);
    String digest = DigestUtils.sha256Hex(bytes);
    String name =
        String.format(
            Locale.ROOT, "block-%05d-%s.avro", block.index(), digest.substring(0, DIGEST_LETTERS));
    String path = Location.of(folder).resolve(name).toString();
    StoredFiles.writePassing(Location.of(path), bytes);
    return new BlockReference(
        path, block.index(), digest, bytes.length, block.cells().size(), block.tiles().size());
  }
}
