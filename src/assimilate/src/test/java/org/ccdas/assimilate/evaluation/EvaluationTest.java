package org.ccdas.assimilate.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EvaluationTest {
  private static Evaluation evaluation(double co2, double... gradient) {
    return new Evaluation(3, 1.5, co2, 0.25, gradient, new double[] {390});
  }

  @Test
  void theCostIsTheSumOfItsTerms() {
    assertThat(evaluation(2).cost()).isEqualTo(3.75);
    assertThat(evaluation(Double.NaN).cost()).isNaN();
  }

  @Test
  void equalityIsByValueAndBit() {
    assertThat(evaluation(2, 1, Double.NaN)).isEqualTo(evaluation(2, 1, Double.NaN));
    assertThat(evaluation(2, 1)).hasSameHashCodeAs(evaluation(2, 1));
    assertThat(evaluation(Double.NaN)).isEqualTo(evaluation(Double.NaN));
    assertThat(evaluation(2, 0.0)).isNotEqualTo(evaluation(2, -0.0));
    assertThat(evaluation(2, 1)).isNotEqualTo(evaluation(2)).isNotEqualTo("evaluation");
    Evaluation without = new Evaluation(3, 1.5, 2, 0.25, null, new double[] {390});
    assertThat(without)
        .isNotEqualTo(evaluation(2))
        .isNotEqualTo(new Evaluation(4, 1.5, 2, 0.25, null, new double[] {390}));
    assertThat(without).hasToString("evaluation 3, cost 1.5 + 2.0 + 0.25");
  }
}
