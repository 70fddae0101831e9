package org.ccdas.autodiff.program;

import java.util.BitSet;

/** Workspace slots in use. */
final class Slots {
  private final BitSet used = new BitSet();
  private int size;

  /** Takes slots that lie side by side: the first free ones. */
  int take(int count) {
    int first = used.nextClearBit(0);
    while (used.nextSetBit(first) >= 0 && used.nextSetBit(first) < first + count) {
      first = used.nextClearBit(used.nextSetBit(first));
    }
    used.set(first, first + count);
    size = Math.max(size, first + count);
    return first;
  }

  /** Gives a slot back. */
  void free(int slot) {
    used.clear(slot);
  }

  /** Number of slots that were ever in use. */
  int size() {
    return size;
  }
}
