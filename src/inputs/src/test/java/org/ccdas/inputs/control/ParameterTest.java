package org.ccdas.inputs.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ParameterTest {
  private static Parameter parameter(String scope, double prior, double sigma, String transform) {
    return new Parameter(
        1, "k_L", Scope.parse(scope), prior, sigma, "d-1", Transform.parse(transform), "test");
  }

  @Test
  void mapsThroughItsTransform() {
    Parameter parameter = parameter("Crop", 0.1, 0.05, "log:0.002");
    assertThat(parameter.value(0)).isCloseTo(0.1, within(1e-16));
    assertThat(parameter.value(1)).isCloseTo(0.15, within(1e-15));
    assertThat(parameter.inverse(parameter.value(-2.5))).isCloseTo(-2.5, within(1e-13));
    // dp/dx(0) = (p0 - lb) ln(1 + sigma / (p0 - lb))
    assertThat(parameter.derivative(0))
        .isCloseTo(0.098 * Math.log(1 + 0.05 / 0.098), within(1e-15));
    assertThat(parameter.label()).isEqualTo("k_L Crop");
  }

  @Test
  void refusesWhatHasNoMeaning() {
    assertRefused(() -> parameter("Crop", 0.1, 0, "identity"), "sigma");
    assertRefused(() -> parameter("Crop", 0.1, -1, "identity"), "sigma");
    assertRefused(() -> parameter("Crop", 0.1, Double.NaN, "identity"), "sigma");
    assertRefused(() -> parameter("Crop", 0.002, 0.05, "log:0.002"), "prior = 0.002 is outside");
    assertRefused(() -> parameter("Crop", 1.2, 0.05, "logit:0:1"), "prior = 1.2 is outside");
    assertRefused(() -> parameter("Crop", 0.7, 0.3, "logit:0:1"), "prior + sigma = 1.0 is outside");
    assertRefused(() -> parameter("Crop", Double.POSITIVE_INFINITY, 1, "identity"), "finite");
    assertRefused(() -> parameter("Crop", 1, 1, "identity").withNumber(0), "below 1");
  }

  @Test
  void waitsForAPriorFromObservations() {
    Parameter open = parameter("global", Double.NaN, 1, "identity");
    assertThat(open.hasPrior()).isFalse();
    assertThatThrownBy(() -> open.value(0)).isInstanceOf(IllegalStateException.class);
    assertThat(open.withPrior(389.5).value(2)).isEqualTo(391.5);
    assertRefused(() -> open.withPrior(Double.NaN), "NaN");
  }

  @Test
  void collidesOnOneTileOnly() {
    assertThat(parameter("Crop", 1, 1, "log:0").collidesWith(parameter("all", 1, 1, "log:0")))
        .isTrue();
    assertThat(parameter("Crop", 1, 1, "log:0").collidesWith(parameter("Wetl", 1, 1, "log:0")))
        .isFalse();
  }

  private static void assertRefused(Runnable action, String message) {
    assertThatThrownBy(action::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
