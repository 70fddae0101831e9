package org.ccdas.verify.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;

class ScaledTest {
  private static final Scaled SCALED =
      new Scaled(Sample.RIGHT, new double[] {2, 0.01, 30}, new double[] {1, 1e6, 0.5, 3, 1e-3});

  @Test
  void valuesAreThoseOfTheFunction() {
    double[] z = SCALED.scaled(Sample.POINT);
    assertThat(z).containsExactly(new double[] {0.35, -130, 0.4 / 30}, offset(1e-13));
    double[] inner = Sample.RIGHT.value(Sample.POINT);
    double[] outer = SCALED.value(z);
    double[] scale = {1, 1e6, 0.5, 3, 1e-3};
    for (int k = 0; k < 5; k++) {
      assertThat(outer[k] * scale[k]).isCloseTo(inner[k], offset(1e-9));
    }
    assertThat(SCALED.inputs()).isEqualTo(3);
    assertThat(SCALED.outputs()).isEqualTo(5);
  }

  @Test
  void derivativesAreThoseOfTheScaledFunction() {
    double[] z = SCALED.scaled(Sample.POINT);
    for (DerivativeCheck check :
        new DerivativeCheck[] {
          AdjointIdentity.STANDARD, TaylorTest.STANDARD, CentralDifferences.FOURTH_ORDER
        }) {
      CheckResult result = check.check("scaled", SCALED, z);
      assertThat(result.passed()).as(result.toString()).isTrue();
    }
  }

  @Test
  void keepsItsScales() {
    double[] inputs = {1, 1, 1};
    Scaled scaled = new Scaled(Sample.RIGHT, inputs, new double[] {1, 1, 1, 1, 1});
    inputs[0] = 5;
    assertThat(scaled.value(Sample.POINT)).isEqualTo(Sample.RIGHT.value(Sample.POINT));
  }

  @Test
  void refusesScalesWithoutMeaning() {
    double[] five = {1, 1, 1, 1, 1};
    assertThatThrownBy(() -> new Scaled(Sample.RIGHT, new double[] {1, 1}, five))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Scaled(Sample.RIGHT, new double[] {1, 0, 1}, five))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Scaled(Sample.RIGHT, new double[] {1, Double.NaN, 1}, five))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
