package org.ccdas.assimilate.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.ccdas.inputs.random.NormalStream;
import org.junit.jupiter.api.Test;

class ImportanceWeightsTest {
  private static final int DRAWS = 4000;

  /** log p/q of draws z from N(0, 1) where p is N(0, sigma^2). */
  private static double[] logRatios(double[] draws, double sigma) {
    return Arrays.stream(draws).map(z -> z * z / 2 - z * z / (2 * sigma * sigma)).toArray();
  }

  @Test
  void aNormalDistributionIsFoundFromDrawsOfAWiderOne() {
    double[] draws = NormalStream.of(7, 1).next(DRAWS);
    ImportanceWeights importance = ImportanceWeights.smoothed(logRatios(draws, 0.7));
    assertThat(Arrays.stream(importance.weights()).sum()).isCloseTo(1, within(1e-12));
    assertThat(importance.reliable()).isTrue();
    EnsembleSpread spread = EnsembleSpread.of(draws, importance.weights(), 1);
    assertThat(spread.sigma()).isCloseTo(0.7, within(0.03));
    assertThat(spread.interval().lower68()).isCloseTo(-0.7, within(0.05));
    assertThat(spread.interval().upper95()).isCloseTo(1.4, within(0.1));
    assertThat(importance.effectiveDraws()).isBetween(DRAWS / 2.0, DRAWS - 1.0);
    assertThat(spread.members()).isCloseTo(importance.effectiveDraws(), within(1e-6));
  }

  /**
   * Draws of N(0, 1) for N(0, s^2): a weight w is exceeded with probability w^(-1/k), {@code k = 1
   * - 1/s^2}, up to a logarithm. Of s = 3 that is 0.89.
   */
  @Test
  void theShapeTellsWhereDrawsAreTooNarrow() {
    double[] draws = NormalStream.of(7, 2).next(DRAWS);
    ImportanceWeights importance = ImportanceWeights.smoothed(logRatios(draws, 3));
    assertThat(importance.shape()).isBetween(0.7, 1.0);
    assertThat(importance.reliable()).isFalse();
  }

  /** Weights u^-k of uniform u have a generalised Pareto tail of shape k exactly. */
  @Test
  void theShapeOfAParetoTailIsFound() {
    double[] logs = new double[DRAWS];
    for (int k = 0; k < DRAWS; k++) {
      logs[k] = -0.5 * Math.log((k + 0.5) / DRAWS);
    }
    assertThat(ImportanceWeights.smoothed(logs).shape()).isCloseTo(0.5, within(0.05));
  }

  @Test
  void equalWeightsStayEqualAndDrawsMayBeExcluded() {
    ImportanceWeights equal = ImportanceWeights.smoothed(new double[50]);
    assertThat(equal.weights()).containsOnly(0.02);
    assertThat(equal.reliable()).isFalse();
    double[] logs = {0, Double.NEGATIVE_INFINITY, 0};
    assertThat(ImportanceWeights.smoothed(logs).weights()).containsExactly(0.5, 0, 0.5);
    assertThatThrownBy(() -> ImportanceWeights.smoothed(new double[] {Double.NEGATIVE_INFINITY}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
