package org.ccdas.transforms.evaluate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ccdas.assimilate.evaluation.BlockEvaluator;

/**
 * Forward runs that wait on this worker for their way back, so that the second pass of an
 * evaluation need not run forward again. It may: the result has the same bits. Bounded in bytes,
 * those of the blocks that are held beside them counted in; what does not fit is not kept.
 * Thread-safe.
 */
final class RunCache {
  /** Of the memory of the process. The collector keeps two thirds for what lives long. */
  private static final double SHARE = 0.6;

  private static final RunCache SHARED =
      new RunCache((long) (SHARE * Runtime.getRuntime().maxMemory()));

  private record Key(String evaluation, int block, int candidate) {}

  private record Entry(BlockEvaluator.Run run, long bytes) {}

  private final Map<Key, Entry> entries = new LinkedHashMap<>();
  private final long limit;
  private long held;

  RunCache(long limit) {
    this.limit = limit;
  }

  static RunCache shared() {
    return SHARED;
  }

  /**
   * Keeps a run if there is room; runs of other evaluations, which failed or ended, are dropped.
   */
  synchronized void put(
      String evaluation, int block, int candidate, BlockEvaluator.Run run, long bytes) {
    take(evaluation, block, candidate);
    if (hasRoom(evaluation, bytes)) {
      entries.put(new Key(evaluation, block, candidate), new Entry(run, bytes));
      held += bytes;
    }
  }

  /** Whether a run of this size would be kept, once those of other evaluations are dropped. */
  synchronized boolean hasRoom(String evaluation, long bytes) {
    entries.keySet().removeIf(key -> !key.evaluation().equals(evaluation));
    held = entries.values().stream().mapToLong(Entry::bytes).sum();
    return held + bytes <= limit;
  }

  /** Bytes of the runs that are held. */
  synchronized long held() {
    return held;
  }

  /** Takes a run out. */
  synchronized Optional<BlockEvaluator.Run> take(String evaluation, int block, int candidate) {
    Entry entry = entries.remove(new Key(evaluation, block, candidate));
    if (entry == null) {
      return Optional.empty();
    }
    held -= entry.bytes();
    return Optional.of(entry.run());
  }
}
