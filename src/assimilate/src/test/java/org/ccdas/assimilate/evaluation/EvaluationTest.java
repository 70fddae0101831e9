package org.ccdas.assimilate.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ccdas.observe.stream.StreamValue;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private static final double[] X = {0.5, -1};

  private static Map<String, StreamValue> streams(double co2) {
    Map<String, StreamValue> streams = new LinkedHashMap<>();
    streams.put("soilMoisture", new StreamValue(0.25, new double[] {0.25}));
    streams.put("co2", new StreamValue(co2, new double[] {390}));
    return streams;
  }

  private static Evaluation evaluation(double co2, double... gradient) {
    return new Evaluation(3, X, 1.5, streams(co2), gradient, null);
  }

  @Test
  void theCostIsTheSumOfItsTerms() {
    assertThat(evaluation(2).cost()).isEqualTo(3.75);
    assertThat(evaluation(Double.NaN).cost()).isNaN();
    assertThat(new Evaluation(3, X, 1.5, Map.of(), null, null).cost()).isEqualTo(1.5);
  }

  @Test
  void streamsStandInTheirOrderAndAreFoundByName() {
    Map<String, StreamValue> streams = streams(2);
    Evaluation evaluation = new Evaluation(3, X, 1.5, streams, null, null);
    streams.clear();
    assertThat(evaluation.streams().keySet()).containsExactly("soilMoisture", "co2");
    assertThat(evaluation.stream("co2").cost()).isEqualTo(2);
    assertThat(evaluation.stream("co2").modelled()).containsExactly(390);
    assertThatThrownBy(() -> evaluation.stream("fapar"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No stream fapar among [soilMoisture, co2]");
  }

  @Test
  void equalityIsByValueAndBit() {
    assertThat(evaluation(2, 1, Double.NaN)).isEqualTo(evaluation(2, 1, Double.NaN));
    assertThat(evaluation(2, 1)).hasSameHashCodeAs(evaluation(2, 1));
    assertThat(evaluation(Double.NaN)).isEqualTo(evaluation(Double.NaN));
    assertThat(evaluation(2, 0.0)).isNotEqualTo(evaluation(2, -0.0));
    assertThat(evaluation(2, 1)).isNotEqualTo(evaluation(2)).isNotEqualTo("evaluation");
    assertThat(evaluation(2, 1)).isNotEqualTo(evaluation(2.5, 1));
    Evaluation without = new Evaluation(3, X, 1.5, streams(2), null, null);
    assertThat(without)
        .isNotEqualTo(evaluation(2))
        .isNotEqualTo(new Evaluation(4, X, 1.5, streams(2), null, null))
        .isNotEqualTo(new Evaluation(3, X, 1.25, streams(2), null, null));
    assertThat(without).hasToString("evaluation 3, prior 1.5, soilMoisture 0.25, co2 2.0");
  }

  @Test
  void valuesOfStreamsAreEqualByBit() {
    StreamValue value = new StreamValue(1, new double[] {Double.NaN, 0.0});
    assertThat(value).isEqualTo(new StreamValue(1, new double[] {Double.NaN, 0.0}));
    assertThat(value).isNotEqualTo(new StreamValue(1, new double[] {Double.NaN, -0.0}));
    assertThat(value).isNotEqualTo(new StreamValue(2, new double[] {Double.NaN, 0.0}));
    assertThat(value).hasToString("misfit 1.0, 2 modelled values");
  }
}
