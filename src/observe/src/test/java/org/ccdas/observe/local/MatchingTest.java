package org.ccdas.observe.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;
import org.ccdas.inputs.random.NormalStream;
import org.junit.jupiter.api.Test;

class MatchingTest {
  private static final double LEAST_ERROR = 0.02;

  private static final int DAYS = 400;

  private static double[] normal(long seed, double mean, double sigma) {
    return Arrays.stream(new NormalStream(seed).next(DAYS)).map(v -> mean + sigma * v).toArray();
  }

  private static double deviation(double[] values) {
    return Math.sqrt(StatUtils.populationVariance(values));
  }

  private static double[] apply(Matching matching, double[] values) {
    return Arrays.stream(values).map(matching::apply).toArray();
  }

  @Test
  void linearGivesMeanAndSpreadOfTheModel() {
    double[] observed = normal(1, 0.2, 0.05);
    double[] modelled = normal(2, 0.3, 0.08);
    Matching matching = Matching.linear(observed, modelled, LEAST_ERROR);
    double[] matched = apply(matching, observed);
    assertThat(StatUtils.mean(matched)).isCloseTo(StatUtils.mean(modelled), within(1e-12));
    assertThat(deviation(matched)).isCloseTo(deviation(modelled), within(1e-12));
    assertThat(matching.error(0.04))
        .isCloseTo(0.04 * deviation(modelled) / deviation(observed), within(1e-12));
    assertThat(matching.error(0.001)).isEqualTo(LEAST_ERROR);
  }

  @Test
  void cdfGivesTheDistributionOfTheModel() {
    double[] observed = normal(1, 0.2, 0.05);
    // a skewed distribution
    double[] modelled = Arrays.stream(normal(2, -1.3, 0.3)).map(Math::exp).toArray();
    double[] matched = apply(Matching.cdf(observed, modelled, LEAST_ERROR), observed);
    for (double p : new double[] {5, 10, 35, 50, 77, 90}) {
      assertThat(StatUtils.percentile(matched, p))
          .isCloseTo(StatUtils.percentile(modelled, p), within(0.01));
    }
    double[] linear = apply(Matching.linear(observed, modelled, LEAST_ERROR), observed);
    assertThat(Math.abs(StatUtils.percentile(linear, 98) - StatUtils.percentile(modelled, 98)))
        .isGreaterThan(0.005);
  }

  @Test
  void ratioOfTheSpreadsIsLimited() {
    double[] observed = normal(1, 0.2, 0.01);
    double[] modelled = normal(2, 0.3, 0.08);
    for (Matching matching :
        new Matching[] {
          Matching.linear(observed, modelled, LEAST_ERROR),
          Matching.cdf(observed, modelled, LEAST_ERROR)
        }) {
      assertThat(matching.errorFactor()).isEqualTo(3);
      assertThat(deviation(apply(matching, observed)) / deviation(observed))
          .isCloseTo(3, within(0.1));
    }
    assertThat(Matching.linear(modelled, observed, LEAST_ERROR).errorFactor()).isEqualTo(1.0 / 3);
  }

  @Test
  void tooFewDaysOrNoVariationGiveNoMatching() {
    double[] few = Arrays.copyOf(normal(1, 0.2, 0.05), Matching.LEAST_DAYS - 1);
    assertThat(Matching.linear(few, few, LEAST_ERROR)).isNull();
    assertThat(Matching.cdf(few, few, LEAST_ERROR)).isNull();
    double[] flat = new double[DAYS];
    assertThat(Matching.linear(flat, normal(1, 0.2, 0.05), LEAST_ERROR)).isNull();
    assertThat(Matching.cdf(flat, normal(1, 0.2, 0.05), LEAST_ERROR)).isNull();
    assertThat(Matching.linear(normal(1, 0.2, 0.05), flat, LEAST_ERROR).apply(0.3))
        .isCloseTo((0.3 - StatUtils.mean(normal(1, 0.2, 0.05))) / 3, within(1e-12));
  }

  @Test
  void equalObservationsHaveOneImageAndEndsGoOn() {
    double[] observed = normal(3, 0.2, 0.05);
    Arrays.fill(observed, 0, DAYS / 2, 0.1);
    Matching matching = Matching.cdf(observed, normal(4, 0.3, 0.05), LEAST_ERROR);
    assertThat(matching.apply(0.9) - matching.apply(0.8)).isCloseTo(0.1, within(1e-12));
    assertThat(matching.apply(-0.2) - matching.apply(-0.1)).isCloseTo(-0.1, within(1e-12));
    assertThatThrownBy(() -> new Matching(new double[] {1, 1}, new double[] {1, 2}, 1, LEAST_ERROR))
        .hasMessageContaining("does not rise");
  }
}
