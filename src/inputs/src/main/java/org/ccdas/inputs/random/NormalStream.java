package org.ccdas.inputs.random;

import java.util.SplittableRandom;

/**
 * A stream of standard normal numbers that depends on its seed only, on every machine and Java
 * version: SplitMix64 (the generator of {@link SplittableRandom}), 53 bits a uniform number, and
 * the polar method of Marsaglia and Bray (1964) with {@link StrictMath}. Not thread-safe.
 */
public final class NormalStream {
  private final SplittableRandom bits;
  private double spare = Double.NaN;

  /** Starts the stream of this seed. */
  public NormalStream(long seed) {
    bits = new SplittableRandom(seed);
  }

  /**
   * The stream of a key, such as (seed, cell): streams of different keys are independent, so that
   * what belongs to a cell does not depend on which other cells there are.
   */
  public static NormalStream of(long... key) {
    long hash = 0;
    for (long part : key) {
      // SplitMix64 takes one step and mixes all bits
      hash = new SplittableRandom(hash + part).nextLong();
    }
    return new NormalStream(hash);
  }

  /** The next number from N(0, 1). */
  public double next() {
    if (!Double.isNaN(spare)) {
      double value = spare;
      spare = Double.NaN;
      return value;
    }
    while (true) {
      double u = 2 * uniform() - 1;
      double v = 2 * uniform() - 1;
      double square = u * u + v * v;
      if (square > 0 && square < 1) {
        // u sqrt(-2 ln s / s) and v sqrt(-2 ln s / s) are independent normal numbers
        double scale = Math.sqrt(-2 * StrictMath.log(square) / square);
        spare = v * scale;
        return u * scale;
      }
    }
  }

  /** The next number from N(0, 1) that is not beyond {@code limit} in size; others are skipped. */
  public double nextWithin(double limit) {
    if (!(limit > 0)) {
      throw new IllegalArgumentException("The limit must be above 0, got " + limit);
    }
    while (true) {
      double value = next();
      if (Math.abs(value) <= limit) {
        return value;
      }
    }
  }

  /** The next {@code count} numbers from N(0, 1). */
  public double[] next(int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = next();
    }
    return values;
  }

  private double uniform() {
    return (bits.nextLong() >>> 11) * 0x1.0p-53;
  }
}
