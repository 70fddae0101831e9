package org.ccdas.evaluate.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AgreementTest {
  private static final double NONE = Double.NaN;

  @Test
  void onlyPairsCount() {
    // pairs (1, 2), (2, 2), (6, 5): means 3 and 3
    Agreement agreement =
        Agreement.of(new double[] {1, NONE, 2, 6, 9}, new double[] {2, 7, 2, 5, NONE});
    assertThat(agreement.n()).isEqualTo(3);
    assertThat(agreement.mean()).isEqualTo(3);
    assertThat(agreement.referenceMean()).isEqualTo(3);
    assertThat(agreement.bias()).isZero();
    // deviations -2 -1 3 and -1 -1 2
    assertThat(agreement.sd()).isCloseTo(Math.sqrt(14.0 / 3), within(1e-14));
    assertThat(agreement.referenceSd()).isCloseTo(Math.sqrt(2), within(1e-14));
    assertThat(agreement.rmse()).isCloseTo(Math.sqrt(2.0 / 3), within(1e-14));
    assertThat(agreement.r()).isCloseTo(9 / Math.sqrt(84), within(1e-14));
  }

  @Test
  void aBiasIsNoPartOfTheCentredError() {
    Agreement agreement = Agreement.of(new double[] {4, 5, 9}, new double[] {1, 2, 6});
    assertThat(agreement.bias()).isEqualTo(3);
    assertThat(agreement.rmse()).isEqualTo(3);
    assertThat(agreement.centredRmse()).isZero();
    assertThat(agreement.r()).isCloseTo(1, within(1e-14));
  }

  @Test
  void whatDoesNotVaryHasNoCorrelation() {
    assertThat(Agreement.of(new double[] {0.1, 0.1, 0.1}, new double[] {1, 2, 3}).r()).isNaN();
    assertThat(Agreement.of(new double[] {1, 2}, new double[] {1, 2}).r()).isNaN();
    assertThat(Agreement.of(new double[] {NONE}, new double[] {1})).isEqualTo(Agreement.NONE);
  }

  @Test
  void seriesMustBeOfOneLength() {
    assertThatThrownBy(() -> Agreement.of(new double[2], new double[3]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
