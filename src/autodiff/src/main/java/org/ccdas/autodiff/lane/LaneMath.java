package org.ccdas.autodiff.lane;

/**
 * Functions of 64 lanes at once, for generated kernels. Each works in place on one array: arguments
 * stand at {@code at .. at + 63} and become results; the 64 elements behind them are scratch. Made
 * of + - * / and of moves between the bits of a double and a long, so that the results have the
 * same bits on every processor, and written as loops of literal length over one array, which the
 * JVM's compiler turns into vector instructions. NaN gives NaN.
 */
public final class LaneMath {
  private static final int LANES = 64;

  /** 1.5 2^52: adding it rounds to a whole number, which then stands in the lowest bits. */
  private static final double ROUND = 0x1.8p52;

  private static final long ROUND_BITS = 0x4338000000000000L;
  private static final int EXPONENT = 52;
  private static final long ONE_BITS = 0x3ff0000000000000L;
  private static final long INFINITY_BITS = 0x7ff0000000000000L;
  private static final long ROOT_HALF_BITS = 0x3fe6a09e667f3bcdL;

  private static final double LOG2_E = 1.4426950408889634;
  private static final double LN2_HIGH = 0.6931467056274414;
  private static final double LN2_LOW = 4.7493250390316726e-07;

  private LaneMath() {}

  /**
   * Exponential: within 1.5 units in the last place for -707..709; constant, near the smallest and
   * the largest double, beyond.
   */
  public static void exp(double[] w, int at) {
    // x = n ln 2 + r
    for (int l = 0; l < LANES; l++) {
      double x = w[at + l];
      double n = (x * LOG2_E + ROUND) - ROUND;
      double r = (x - n * LN2_HIGH) - n * LN2_LOW;
      // (e^r - 1 - r) / r^2 on +-ln(2)/2: Chebyshev interpolation, 2e-17 of e^r
      double q = 2.5100424157005067e-08;
      q = q * r + 2.7620138719733994e-07;
      q = q * r + 2.7557268378684192e-06;
      q = q * r + 2.480152119021773e-05;
      q = q * r + 0.00019841269863105968;
      q = q * r + 0.0013888888917281794;
      q = q * r + 0.008333333333330051;
      q = q * r + 0.04166666666662399;
      q = q * r + 0.16666666666666669;
      q = q * r + 0.5;
      w[at + l] = 1.0 + (r + r * r * q);
      // n within -1021..1023: max and min of whole numbers by absolute values
      w[at + LANES + l] = ROUND + (0.5 * (Math.abs(n + 1021.0) - Math.abs(n - 1023.0)) + 1.0);
    }
    // e^x = 2^n e^r: n is added to the exponent
    for (int l = 0; l < LANES; l++) {
      long n = Double.doubleToRawLongBits(w[at + LANES + l]);
      w[at + l] = Double.longBitsToDouble(Double.doubleToRawLongBits(w[at + l]) + (n << EXPONENT));
    }
  }

  /** exp(x) - 1: within 3 units in the last place for any x up to 709. */
  public static void expm1(double[] w, int at) {
    // x = n ln 2 + r
    for (int l = 0; l < LANES; l++) {
      double x = w[at + l];
      double n = (x * LOG2_E + ROUND) - ROUND;
      double r = (x - n * LN2_HIGH) - n * LN2_LOW;
      // (e^r - 1 - r) / r^2 on +-ln(2)/2: Chebyshev interpolation, 2e-17 of e^r
      double q = 2.5100424157005067e-08;
      q = q * r + 2.7620138719733994e-07;
      q = q * r + 2.7557268378684192e-06;
      q = q * r + 2.480152119021773e-05;
      q = q * r + 0.00019841269863105968;
      q = q * r + 0.0013888888917281794;
      q = q * r + 0.008333333333330051;
      q = q * r + 0.04166666666662399;
      q = q * r + 0.16666666666666669;
      q = q * r + 0.5;
      w[at + l] = r + r * r * q;
      // n within -1021..1023: max and min of whole numbers by absolute values
      w[at + LANES + l] = ROUND + (0.5 * (Math.abs(n + 1021.0) - Math.abs(n - 1023.0)) + 1.0);
    }
    for (int l = 0; l < LANES; l++) {
      long n = Double.doubleToRawLongBits(w[at + LANES + l]);
      w[at + LANES + l] = Double.longBitsToDouble(ONE_BITS + (n << EXPONENT));
    }
    // e^x - 1 = 2^n (e^r - 1) + (2^n - 1)
    for (int l = 0; l < LANES; l++) {
      double power = w[at + LANES + l];
      w[at + l] = power * w[at + l] + (power - 1.0);
    }
  }

  /**
   * Natural logarithm: within 1 unit in the last place for normal numbers; NaN below 0 and for
   * infinity. 0 counts as 2^-1023, so that 0 to a positive power is next to nothing.
   */
  public static void log(double[] w, int at) {
    // x = 2^k m, m in sqrt(1/2) .. sqrt(2)
    for (int l = 0; l < LANES; l++) {
      long bits = Double.doubleToRawLongBits(w[at + l]);
      long k = (bits - ROOT_HALF_BITS) >> EXPONENT;
      boolean valid = bits >= 0 && bits < INFINITY_BITS;
      long mantissa = valid ? bits - (k << EXPONENT) : ~0L;
      w[at + l] = Double.longBitsToDouble(mantissa);
      w[at + LANES + l] = Double.longBitsToDouble(ROUND_BITS + k);
    }
    for (int l = 0; l < LANES; l++) {
      double f = w[at + l] - 1.0;
      double k = w[at + LANES + l] - ROUND;
      // the polynomial of fdlibm's e_log.c in z = s^2, s = f / (2 + f)
      double s = f / (2.0 + f);
      double z = s * s;
      double p = 1.479819860511658591e-01;
      p = p * z + 1.531383769920937332e-01;
      p = p * z + 1.818357216161805012e-01;
      p = p * z + 2.222219843214978396e-01;
      p = p * z + 2.857142874366239149e-01;
      p = p * z + 3.999999999940941908e-01;
      p = p * z + 6.666666666666735130e-01;
      double half = 0.5 * f * f;
      w[at + l] = k * LN2_HIGH - ((half - (s * (half + p * z) + k * LN2_LOW)) - f);
    }
  }
}
