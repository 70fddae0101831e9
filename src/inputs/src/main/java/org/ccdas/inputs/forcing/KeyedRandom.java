package org.ccdas.inputs.forcing;

import java.util.SplittableRandom;

/**
 * Random numbers that depend on a key only, and are the same on every machine: only {@link
 * SplittableRandom#nextLong()} and StrictMath are used.
 */
final class KeyedRandom {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private final SplittableRandom random;

  private KeyedRandom(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** The stream of a key. */
  static KeyedRandom of(long... key) {
    long hash = 0;
    for (long part : key) {
      hash = mix(hash + GOLDEN_GAMMA + part);
    }
    return new KeyedRandom(hash);
  }

  /** Finaliser of MurmurHash3, variant 13 of Stafford. */
  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** Uniform, above 0 and below 1. */
  double uniform() {
    return ((random.nextLong() >>> 11) + 0.5) * 0x1p-53;
  }

  /** Exponential of mean 1. */
  double exponential() {
    return -StrictMath.log(uniform());
  }

  /** Normal of mean 0 and variance 1, after Box and Muller. */
  double normal() {
    double radius = StrictMath.sqrt(2 * exponential());
    return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
  }
}
