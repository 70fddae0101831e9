package org.ccdas.transforms.soilmoisture;

import java.util.concurrent.Semaphore;

/**
 * How many bytes of files all threads of a process may hold at once. A thread that wants more waits
 * until others have given theirs back; one that wants more than there are gets all of them.
 */
final class ByteBudget {
  private static final long UNIT = 1 << 20;

  /** A quarter of the heap, since decoded fields come beside the bytes. */
  private static final ByteBudget OF_PROCESS = new ByteBudget(Runtime.getRuntime().maxMemory() / 4);

  private final int units;
  private final Semaphore free;

  /** A budget of this many bytes, at least a mebibyte. */
  ByteBudget(long bytes) {
    this.units = (int) Math.max(1, Math.min(Integer.MAX_VALUE, bytes / UNIT));
    // fair, so that a large file is not passed by small ones for ever
    this.free = new Semaphore(units, true);
  }

  /** The budget that all threads of this process share. */
  static ByteBudget ofProcess() {
    return OF_PROCESS;
  }

  /** Bytes that nobody has taken. */
  long free() {
    return free.availablePermits() * UNIT;
  }

  /** What one thread holds; nothing at first. */
  Holding holding() {
    return new Holding();
  }

  /** The bytes that one thread holds; given back by closing. */
  final class Holding implements AutoCloseable {
    private int taken;

    private Holding() {}

    /**
     * Gives back what is held and waits until these bytes are free. A thread never waits while it
     * holds some, so threads cannot wait for each other for ever.
     *
     * @throws IllegalStateException when the thread is interrupted meanwhile
     */
    void take(long bytes) {
      close();
      int wanted = (int) Math.max(1, Math.min(units, (bytes + UNIT - 1) / UNIT));
      try {
        free.acquire(wanted);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted while waiting for memory", e);
      }
      taken = wanted;
    }

    @Override
    public void close() {
      free.release(taken);
      taken = 0;
    }
  }
}
