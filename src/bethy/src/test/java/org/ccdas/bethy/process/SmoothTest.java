package org.ccdas.bethy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmoothTest {
  @Test
  void softpIsAPositiveMaximumWithZero() {
    assertThat(Smooth.softp(0, 0.5)).isCloseTo(0.5 * Math.log(2), within(1e-15));
    assertThat(Smooth.softp(1, 0.5)).isCloseTo(0.5 * Math.log(1 + Math.exp(2)), within(1e-15));
    assertThat(Smooth.softp(1000, 0.5)).isEqualTo(1000);
    assertThat(Smooth.softp(-20, 0.5)).isCloseTo(0.5 * Math.exp(-40), within(1e-30));
    assertThat(Smooth.softp(-300, 0.5)).isPositive();
  }

  @Test
  void softpHasNoStepWhereItsAsymptotesTakeOver() {
    for (double edge : new double[] {-40, 40}) {
      double below = Smooth.softp(edge * (1 - 1e-12), 1);
      double above = Smooth.softp(edge * (1 + 1e-12), 1);
      assertThat(above / below).isCloseTo(1, within(1e-10));
    }
  }

  @Test
  void smaxAndSminAreBounds() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 1000; i++) {
      double x = random.nextDouble(-3, 3);
      double y = random.nextDouble(-3, 3);
      double upper = Smooth.smax(x, y, 0.1);
      double lower = Smooth.smin(x, y, 0.1);
      double corner = 0.1 * Math.log(2);
      assertThat(upper - Math.max(x, y)).isBetween(-1e-15, corner + 1e-15);
      assertThat(Math.min(x, y) - lower).isBetween(-1e-15, corner + 1e-15);
    }
  }

  @Test
  void hminIsNeverAboveTheMinimum() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 5000; i++) {
      double x = Math.exp(random.nextDouble(-30, 10));
      double y = Math.exp(random.nextDouble(-30, 10));
      double minimum = Math.min(x, y);
      assertThat(Smooth.hmin(x, y, 0.99)).isBetween(0.0, minimum * (1 + 4e-16));
      assertThat(Smooth.hmin(x, y, 0.999)).isGreaterThanOrEqualTo(Smooth.hmin(x, y, 0.9));
      assertThat(Smooth.hmin(x, y, 0.99)).isEqualTo(Smooth.hmin(y, x, 0.99));
      if (minimum > 1e-6) {
        // the worst case is x = y: 2 / (2 + 2 sqrt(1 - eta))
        assertThat(Smooth.hmin(x, y, 0.99)).isGreaterThan(minimum / 1.1001);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0, 1", "5, 0", "0, 1e-300"})
  void hminIsZeroWhenOneIsZero(double x, double y) {
    assertThat(Smooth.hmin(x, y, 0.99)).isZero();
    assertThat(Smooth.hminRates(x, y, 0.99)).isZero();
  }

  @Test
  void hminIsExactForSmallShares() {
    // no cancellation: (x + y - sqrt(...)) / (2 eta) would lose all digits here
    assertThat(Smooth.hmin(1e-15, 1, 0.99)).isCloseTo(1e-15, within(1e-28));
  }

  @Test
  void logisticHasNoOverflow() {
    assertThat(Smooth.logistic(0)).isEqualTo(0.5);
    assertThat(Smooth.logistic(-800)).isZero();
    assertThat(Smooth.logistic(800)).isEqualTo(1);
    assertThat(Smooth.logistic(-3) + Smooth.logistic(3)).isCloseTo(1, within(1e-15));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.5",
    "1, 0.9213503964748575",
    "-1, 0.07864960352514257",
    "-3, 1.1045248499292719e-05",
    "-5, 7.687298972140176e-13"
  })
  void phiIsHalfTheComplementaryErrorFunction(double x, double expected) {
    assertThat(Smooth.phi(x)).isCloseTo(expected, within(1e-13 * expected));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-90, -19.5, -7, -1.2, -0.3, 0, 0.4, 1.5, 6, 21, 90})
  void slopesAreDerivatives(double x) {
    check(x, v -> Smooth.softp(v, 0.5), Smooth.softpSlope(x, 0.5));
    check(x, Smooth::logistic, Smooth.logisticSlope(x));
    check(x, Smooth::phi, Smooth.phiSlope(x));
  }

  private static void check(double x, DoubleUnaryOperator function, double slope) {
    double h = 1e-5;
    double difference = (function.applyAsDouble(x + h) - function.applyAsDouble(x - h)) / (2 * h);
    assertThat(slope).isCloseTo(difference, within(1e-9 + 1e-9 * Math.abs(slope)));
  }
}
