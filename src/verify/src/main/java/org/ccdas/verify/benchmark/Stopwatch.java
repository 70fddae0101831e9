package org.ccdas.verify.benchmark;

import java.io.IOException;
import java.util.Arrays;

/** Seconds that work takes, in this process. */
public final class Stopwatch {
  private static final double NANOSECONDS = 1e-9;

  /** Work that may read or write files. */
  @FunctionalInterface
  public interface Work {
    /** Does the work once. */
    void run() throws IOException;
  }

  private Stopwatch() {}

  /**
   * Median of the seconds of several runs; one more goes first and is not counted.
   *
   * @param repeats at least 1
   */
  public static double median(int repeats, Work work) throws IOException {
    work.run();
    double[] seconds = new double[repeats];
    for (int i = 0; i < repeats; i++) {
      long start = System.nanoTime();
      work.run();
      seconds[i] = (System.nanoTime() - start) * NANOSECONDS;
    }
    Arrays.sort(seconds);
    int middle = repeats / 2;
    return repeats % 2 == 1 ? seconds[middle] : 0.5 * (seconds[middle - 1] + seconds[middle]);
  }
}
