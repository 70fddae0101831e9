package org.ccdas.autodiff.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Accuracy against StrictMath, whose own error is below one unit in the last place. */
class LaneMathTest {
  private static final int LANES = 64;

  @FunctionalInterface
  private interface Function {
    void apply(double[] w, int at);
  }

  /** Largest error in units in the last place, at random arguments made of -1..1. */
  private static double worst(
      Function function, DoubleUnaryOperator exact, DoubleUnaryOperator argument) {
    SplittableRandom random = new SplittableRandom(31);
    double[] w = new double[4 * LANES];
    double worst = 0;
    for (int trial = 0; trial < 1000; trial++) {
      Arrays.setAll(w, i -> argument.applyAsDouble(random.nextDouble(-1, 1)));
      double[] x = w.clone();
      function.apply(w, LANES);
      for (int i = LANES; i < 2 * LANES; i++) {
        double expected = exact.applyAsDouble(x[i]);
        worst = Math.max(worst, Math.abs(w[i] - expected) / Math.ulp(expected));
      }
      assertThat(Arrays.copyOfRange(w, 3 * LANES, w.length))
          .isEqualTo(Arrays.copyOfRange(x, 3 * LANES, x.length));
      assertThat(Arrays.copyOf(w, LANES)).isEqualTo(Arrays.copyOf(x, LANES));
    }
    return worst;
  }

  private static double one(Function function, double x) {
    double[] w = new double[2 * LANES];
    Arrays.fill(w, 0, LANES, 1.5);
    w[17] = x;
    function.apply(w, 0);
    return w[17];
  }

  @Test
  void exponential() {
    assertThat(worst(LaneMath::exp, StrictMath::exp, u -> 707 * u)).isLessThanOrEqualTo(1.5);
    assertThat(worst(LaneMath::exp, StrictMath::exp, u -> 3 * u)).isLessThanOrEqualTo(1.5);
    assertThat(worst(LaneMath::exp, StrictMath::exp, u -> u * u * u * 1e-3)).isLessThanOrEqualTo(1);
    assertThat(one(LaneMath::exp, 0)).isEqualTo(1);
    assertThat(one(LaneMath::exp, -0.0)).isEqualTo(1);
    assertThat(one(LaneMath::exp, 709)).isCloseTo(StrictMath.exp(709), within(1e293));
  }

  @Test
  void exponentialFarOut() {
    assertThat(one(LaneMath::exp, -1e5)).isBetween(0.0, 1e-307);
    assertThat(one(LaneMath::exp, -1e300)).isBetween(0.0, 1e-307);
    assertThat(one(LaneMath::exp, 1e5)).isGreaterThan(1e307).isFinite();
    assertThat(one(LaneMath::exp, Double.NaN)).isNaN();
  }

  @Test
  void exponentialLessOne() {
    assertThat(worst(LaneMath::expm1, StrictMath::expm1, u -> 707 * u)).isLessThanOrEqualTo(3);
    assertThat(worst(LaneMath::expm1, StrictMath::expm1, u -> 3 * u)).isLessThanOrEqualTo(3);
    assertThat(worst(LaneMath::expm1, StrictMath::expm1, u -> u * u * u * 1e-3))
        .isLessThanOrEqualTo(3);
    assertThat(one(LaneMath::expm1, 0)).isZero();
    assertThat(one(LaneMath::expm1, 1e-300)).isEqualTo(1e-300);
    assertThat(one(LaneMath::expm1, -1e5)).isEqualTo(-1);
    assertThat(one(LaneMath::expm1, Double.NaN)).isNaN();
  }

  @Test
  void logarithm() {
    assertThat(worst(LaneMath::log, StrictMath::log, u -> StrictMath.exp(700 * u)))
        .isLessThanOrEqualTo(1);
    assertThat(worst(LaneMath::log, StrictMath::log, u -> StrictMath.exp(u)))
        .isLessThanOrEqualTo(1);
    assertThat(worst(LaneMath::log, StrictMath::log, u -> 1 + 1e-4 * u)).isLessThanOrEqualTo(1);
    assertThat(one(LaneMath::log, 1)).isZero();
    assertThat(one(LaneMath::log, Double.MAX_VALUE)).isEqualTo(StrictMath.log(Double.MAX_VALUE));
  }

  @Test
  void logarithmOutsideItsRange() {
    assertThat(one(LaneMath::log, 0)).isCloseTo(-709.09, within(0.01));
    assertThat(one(LaneMath::log, -1)).isNaN();
    assertThat(one(LaneMath::log, -0.0)).isNaN();
    assertThat(one(LaneMath::log, Double.POSITIVE_INFINITY)).isNaN();
    assertThat(one(LaneMath::log, Double.NaN)).isNaN();
  }

  @Test
  void lanesDoNotMix() {
    double[] w = new double[2 * LANES];
    for (int l = 0; l < LANES; l++) {
      w[l] = 0.1 * l;
    }
    LaneMath.exp(w, 0);
    for (int l = 0; l < LANES; l++) {
      assertThat(w[l]).isCloseTo(StrictMath.exp(0.1 * l), within(1e-12 * StrictMath.exp(0.1 * l)));
    }
  }
}
