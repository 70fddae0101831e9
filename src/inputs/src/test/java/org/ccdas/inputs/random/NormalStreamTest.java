package org.ccdas.inputs.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import org.apache.commons.math3.stat.descriptive.moment.Kurtosis;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.junit.jupiter.api.Test;

class NormalStreamTest {
  /** Numbers of an independent SplitMix64 and polar method in Python. */
  @Test
  void givesTheNumbersOfTheStatedAlgorithm() {
    assertThat(new NormalStream(42).next(6))
        .containsExactly(
            new double[] {
              0.49295065581737485,
              -0.6940056672160174,
              -1.2810773478777024,
              -0.901557193497174,
              -0.6018779810957331,
              0.6425676289796471
            },
            offset(1e-15));
    assertThat(new NormalStream(-1).next(3))
        .containsExactly(
            new double[] {-1.4273327179379607, -0.37533409562648196, 0.5489303293527856},
            offset(1e-15));
  }

  @Test
  void isStandardNormal() {
    double[] sample = new NormalStream(1).next(200_000);
    // three standard errors: 3 / sqrt(n), 3 / sqrt(2 n), 3 sqrt(24 / n)
    assertThat(new Mean().evaluate(sample)).isCloseTo(0, offset(0.0068));
    assertThat(new StandardDeviation().evaluate(sample)).isCloseTo(1, offset(0.0048));
    assertThat(new Kurtosis().evaluate(sample)).isCloseTo(0, offset(0.033));
  }

  @Test
  void seedsDecide() {
    assertThat(new NormalStream(5).next(9)).isEqualTo(new NormalStream(5).next(9));
    assertThat(new NormalStream(5).next(9)).isNotEqualTo(new NormalStream(6).next(9));
  }

  @Test
  void everyPartOfAKeyDecides() {
    double[] numbers = NormalStream.of(5, 2).next(9);
    assertThat(NormalStream.of(5, 2).next(9)).isEqualTo(numbers);
    assertThat(NormalStream.of(5, 3).next(9)).isNotEqualTo(numbers);
    assertThat(NormalStream.of(6, 2).next(9)).isNotEqualTo(numbers);
    assertThat(NormalStream.of(2, 5).next(9)).isNotEqualTo(numbers);
    assertThat(NormalStream.of(7).next(9)).isNotEqualTo(numbers);
    // neighbouring keys are independent: N correlations of N numbers
    int count = 400;
    double sum = 0;
    for (long key = 0; key < count; key++) {
      sum += NormalStream.of(1, key).next() * NormalStream.of(1, key + 1).next();
    }
    assertThat(Math.abs(sum / count)).isLessThan(4 / Math.sqrt(count));
  }

  @Test
  void skipsWhatIsBeyondTheLimit() {
    NormalStream all = new NormalStream(3);
    NormalStream limited = new NormalStream(3);
    int skipped = 0;
    for (int i = 0; i < 1000; i++) {
      double value = limited.nextWithin(1);
      double expected = all.next();
      while (Math.abs(expected) > 1) {
        skipped++;
        expected = all.next();
      }
      assertThat(value).isEqualTo(expected);
    }
    assertThat(skipped).isPositive();
    assertThatThrownBy(() -> limited.nextWithin(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
