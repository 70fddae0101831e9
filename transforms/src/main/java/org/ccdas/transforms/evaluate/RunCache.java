package org.ccdas.transforms.evaluate;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ccdas.core.evaluation.BlockEvaluator;

/**
 * Forward runs that wait on this worker for their way back, so that the second pass of an
 * evaluation need not run forward again. It may: the result has the same bits. Bounded in bytes;
 * what does not fit is not kept. Thread-safe.
 */
final class RunCache {
  private static final RunCache SHARED = new RunCache(Runtime.getRuntime().maxMemory() / 3);

  /** A run with the evaluator that made it. */
  record Kept(BlockEvaluator evaluator, BlockEvaluator.Run run) {}

  private record Key(String evaluation, int block, int candidate) {}

  private record Entry(Kept kept, long bytes) {}

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
  synchronized void put(String evaluation, int block, int candidate, Kept kept, long bytes) {
    Iterator<Map.Entry<Key, Entry>> all = entries.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<Key, Entry> entry = all.next();
      if (!entry.getKey().evaluation().equals(evaluation)) {
        held -= entry.getValue().bytes();
        all.remove();
      }
    }
    if (held + bytes <= limit) {
      Entry old = entries.put(new Key(evaluation, block, candidate), new Entry(kept, bytes));
      held += bytes - (old == null ? 0 : old.bytes());
    }
  }

  /** Whether a run of this size would be kept. */
  synchronized boolean hasRoom(long bytes) {
    return held + bytes <= limit;
  }

  /** Takes a run out. */
  synchronized Optional<Kept> take(String evaluation, int block, int candidate) {
    Entry entry = entries.remove(new Key(evaluation, block, candidate));
    if (entry == null) {
      return Optional.empty();
    }
    held -= entry.bytes();
    return Optional.of(entry.kept());
  }
}
