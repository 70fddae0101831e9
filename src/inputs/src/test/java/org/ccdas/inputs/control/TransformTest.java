package org.ccdas.inputs.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransformTest {
  private static final Percentage ROUNDING = Percentage.withPercentage(1e-12);

  /** Values of the formulas of spec 18.2, computed independently in Python. */
  @ParameterizedTest
  @CsvSource({
    "log:0, 60, 12, 41.66666666666667, 65.72670690061993, 103.67999999999999",
    "identity, 1.96, 0.098, 1.764, 2.009, 2.254",
    "logit:0:1, 0.4, 0.1, 0.22857142857142862, 0.4494897427831781, 0.6923076923076923",
    "log:1, 1.5, 0.75, 1.08, 1.790569415042095, 8.8125",
    "log:0.002, 0.003, 0.0005, 0.0024444444444444444, 0.003224744871391589, 0.005375",
    "logit:0.5:0.95, 0.8, 0.05, 0.6777777777777778, 0.8265686516701558, 0.9116"
  })
  void followsTheSpec(
      String text, double prior, double sigma, double atMinus2, double atHalf, double at3) {
    Transform transform = Transform.parse(text);
    assertThat(transform.value(-2, prior, sigma)).isCloseTo(atMinus2, ROUNDING);
    assertThat(transform.value(0, prior, sigma)).isCloseTo(prior, ROUNDING);
    assertThat(transform.value(0.5, prior, sigma)).isCloseTo(atHalf, ROUNDING);
    assertThat(transform.value(1, prior, sigma)).isCloseTo(prior + sigma, ROUNDING);
    assertThat(transform.value(3, prior, sigma)).isCloseTo(at3, ROUNDING);
    for (double x = -4; x <= 4; x += 0.25) {
      double p = transform.value(x, prior, sigma);
      assertThat(transform.inverse(p, prior, sigma)).isCloseTo(x, within(1e-11));
      double h = 1e-3;
      // fourth-order central difference
      double difference =
          (8 * (transform.value(x + h, prior, sigma) - transform.value(x - h, prior, sigma))
                  - (transform.value(x + 2 * h, prior, sigma)
                      - transform.value(x - 2 * h, prior, sigma)))
              / (12 * h);
      assertThat(transform.derivative(x, prior, sigma))
          .isPositive()
          .isCloseTo(difference, Percentage.withPercentage(1e-7));
      double slope = transform.derivative(x, prior, sigma);
      double second =
          (transform.derivative(x + h, prior, sigma) - transform.derivative(x - h, prior, sigma))
              / (2 * h);
      assertThat(transform.secondDerivative(x, prior, sigma))
          .isCloseTo(second, within(1e-6 * slope));
      assertThat(Math.abs(transform.secondDerivative(x, prior, sigma)) / slope)
          .isLessThanOrEqualTo(transform.greatestBend(prior, sigma) * (1 + 1e-12));
      assertThat(p).isStrictlyBetween(transform.lower(), transform.upper());
    }
    assertThat(Transform.parse(transform.text())).isEqualTo(transform);
    assertThat(transform.text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "lognormal",
        "log",
        "log:",
        "log:a",
        "log:0:1",
        "logit:0",
        "logit:1:0",
        "logit:1:1",
        "identity:0",
        "log:NaN",
        "logit:0:Infinity"
      })
  void refusesOtherText(String text) {
    assertThatThrownBy(() -> Transform.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void outsideItsDomainTheInverseIsNotFinite() {
    assertThat(new Transform.Log(1).inverse(0.9, 1.5, 0.75)).isNaN();
    assertThat(new Transform.Logit(0, 1).inverse(1, 0.4, 0.1)).isInfinite();
    assertThat(new Transform.Logit(0, 1).inverse(1.1, 0.4, 0.1)).isNaN();
  }

  @Test
  void farAwayTheDerivativeStaysFinite() {
    Transform transform = Transform.parse("logit:0:1");
    assertThat(transform.derivative(2000, 0.4, 0.1)).isZero();
    assertThat(transform.derivative(-2000, 0.4, 0.1)).isZero();
  }
}
