package org.ccdas.assimilate.posterior;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DrawQualityTest {
  @Test
  void drawsHoldWhereWeightsHoldAndTellEnough() {
    assertThat(weighted(25, 0.69).holds()).isTrue();
    assertThat(weighted(20, 0.69).holds()).isFalse();
    assertThat(weighted(25, 0.71).holds()).isFalse();
    assertThat(DrawQuality.equal(100).holds()).isFalse();
  }

  @Test
  void weightsThatDoNotHoldAreNotUsed() {
    assertThat(weighted(25, 0.69).weights()).containsExactly(first(25));
    assertThat(weighted(25, 0.71).weights()).containsOnly(1);
  }

  @Test
  void drawsHoldWhereChainsHaveSettled() {
    assertThat(moved(1, 25, 1.9).holds()).isTrue();
    assertThat(moved(1, 24, 1.9).holds()).isFalse();
    assertThat(moved(1, 25, -2.1).holds()).isFalse();
    assertThat(moved(0.9, 25, 1.9).holds()).isFalse();
    assertThat(DrawQuality.moved(50, new Mixing(20, 3, 1, 0.4, 25, 1.9)).holds()).isFalse();
    assertThat(DrawQuality.moved(51, new Mixing(20, 4, 1, 0.4, 25, 1.9)).holds()).isFalse();
  }

  private static DrawQuality moved(double share, double effective, double drift) {
    return DrawQuality.moved(50, new Mixing(20, 4, share, 0.4, effective, drift));
  }

  /** A hundred draws, of which the first ones have all the weight. */
  private static DrawQuality weighted(int draws, double shape) {
    return DrawQuality.weighted(new ImportanceWeights(first(draws), shape));
  }

  private static double[] first(int draws) {
    double[] weights = new double[100];
    Arrays.fill(weights, 0, draws, 1.0 / draws);
    return weights;
  }
}
