package org.ccdas.report.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultJsonTest {
  private record Numbers(double there, double missing, Double none, List<Double> list) {}

  @Test
  void whatIsNoNumberIsNull() {
    byte[] json =
        ResultJson.of(new Numbers(0.1, Double.NaN, null, List.of(1.0, Double.POSITIVE_INFINITY)));
    assertThat(new String(json, StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {
              "there" : 0.1,
              "missing" : null,
              "none" : null,
              "list" : [ 1.0, null ]
            }
            """);
  }

  @Test
  void numbersKeepAllTheirBits() {
    double value = 1.0 / 3;
    String json = new String(ResultJson.of(List.of(value)), StandardCharsets.UTF_8);
    assertThat(Double.parseDouble(json.replaceAll("[\\[\\]\\s]", ""))).isEqualTo(value);
  }
}
