package org.ccdas.transforms.block;

import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.observe.block.Block;
import org.ccdas.observe.block.BlockFile;
import org.ccdas.observe.block.BlockReference;
import org.ccdas.observe.stream.ObservationStreams;

/**
 * Decoded blocks of this worker, so that they are read once and not at every iteration. Bounded by
 * their bytes; the least recently used go first. Thread-safe.
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
    Block block = BlockFile.decode(reference.path(), bytes, ObservationStreams::format);
    String digest = DigestUtils.sha256Hex(bytes);
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
      held += block.size();
    }
    Iterator<Map.Entry<String, Block>> eldest = blocks.entrySet().iterator();
    while (held > limit && blocks.size() > 1) {
      held -= eldest.next().getValue().size();
      eldest.remove();
    }
  }

  synchronized int size() {
    return blocks.size();
  }
}
