package org.ccdas.transforms.block;

import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ccdas.assimilate.evaluation.Block;
import org.ccdas.assimilate.evaluation.BlockFile;
import org.ccdas.assimilate.evaluation.BlockReference;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.transport.Response;

/**
 * Decoded blocks of this worker, so that they are read once and not at every iteration. Bounded by
 * the bytes of their forcing and transport; the least recently used go first. Thread-safe.
 */
public final class BlockCache {
  private static final long LIMIT = Runtime.getRuntime().maxMemory() / 4;

  private final Map<String, Block> blocks = new LinkedHashMap<>(16, 0.75f, true);
  private final long limit;
  private long held;

  private static final BlockCache SHARED = new BlockCache(LIMIT);

  BlockCache(long limit) {
    this.limit = limit;
  }

  /** The cache of this worker: a quarter of its memory. */
  public static BlockCache shared() {
    return SHARED;
  }

  /**
   * The block, from the cache or its file.
   *
   * @throws InputException when the file is missing, damaged or not the one of its reference
   */
  public Block get(BlockReference reference) throws IOException {
    synchronized (this) {
      Block block = blocks.get(reference.digest());
      if (block != null) {
        return block;
      }
    }
    byte[] bytes = StoredFiles.readShared(Location.of(reference.path()));
    Block block = BlockFile.decode(reference.path(), bytes);
    String digest = Sha256.of(bytes);
    if (!digest.equals(reference.digest())) {
      throw new InputException(
          reference.path(),
          "",
          "the block has the digest "
              + digest
              + ", the manifest beside it names "
              + reference.digest(),
          "Delete it and run again, so that it is prepared anew");
    }
    put(reference.digest(), block);
    return block;
  }

  private synchronized void put(String digest, Block block) {
    if (blocks.putIfAbsent(digest, block) == null) {
      held += bytes(block);
    }
    Iterator<Map.Entry<String, Block>> eldest = blocks.entrySet().iterator();
    while (held > limit && blocks.size() > 1) {
      held -= bytes(eldest.next().getValue());
      eldest.remove();
    }
  }

  synchronized int size() {
    return blocks.size();
  }

  private static long bytes(Block block) {
    Response response = block.response();
    long responses =
        (long) response.receptors().size()
            * response.starts().count()
            * response.lags()
            * response.regions().size();
    return 4L * Float.BYTES * block.cells().size() * block.days()
        + Double.BYTES * (block.days() + responses);
  }
}
