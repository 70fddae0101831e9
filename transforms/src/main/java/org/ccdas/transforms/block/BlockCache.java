package org.ccdas.transforms.block;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
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
 * their bytes. Passes go through all blocks in turn: where these do not fit, dropping the least
 * recently used would drop each just before it is wanted, so that some are kept and others are read
 * anew. Thread-safe.
 */
public final class BlockCache {
  /** The most bytes that the cache of this worker holds: a quarter of its memory. */
  public static final long LIMIT = Runtime.getRuntime().maxMemory() / 4;

  private static final int KILO = 1024;

  private static final BlockCache SHARED = new BlockCache(LIMIT);

  private final Cache<String, Block> blocks;

  BlockCache(long limit) {
    this.blocks =
        Caffeine.newBuilder()
            .maximumWeight(limit / KILO)
            .weigher((String digest, Block block) -> Math.toIntExact(block.size() / KILO))
            .executor(Runnable::run)
            .build();
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
    Block block = blocks.getIfPresent(reference.digest());
    if (block == null) {
      block = read(reference);
      blocks.put(reference.digest(), block);
    }
    return block;
  }

  private static Block read(BlockReference reference) throws IOException {
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
    return block;
  }

  int size() {
    blocks.cleanUp();
    return Math.toIntExact(blocks.estimatedSize());
  }
}
