package org.ccdas.verify.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ccdas.verify.check.CentralDifferences.Scheme;
import org.junit.jupiter.api.Test;

class CentralDifferencesTest {
  private static CheckResult check(Differentiable function) {
    return CentralDifferences.STANDARD.check("sample", function, Sample.POINT);
  }

  @Test
  void passesOnRightDerivatives() {
    CheckResult result = check(Sample.scaled(Sample.RIGHT));
    assertThat(result.passed()).as(result.detail()).isTrue();
    assertThat(result.measured()).isLessThan(1e-8);
    assertThat(
            CentralDifferences.FOURTH_ORDER
                .check("sample", Sample.scaled(Sample.RIGHT), Sample.POINT)
                .measured())
        .isLessThan(1e-9);
  }

  @Test
  void failsOnADroppedTermAndNamesTheInput() {
    CheckResult result = check(Sample.scaled(new Sample(true, false)));
    assertThat(result.passed()).isFalse();
    assertThat(result.detail()).startsWith("input 0: derivative");
  }

  @Test
  void failsOnAWrongAdjointAndNamesTheInput() {
    CheckResult result = check(Sample.scaled(new Sample(false, true)));
    assertThat(result.passed()).isFalse();
    assertThat(result.detail()).startsWith("input 1: derivative");
  }

  @Test
  void toleranceIsThatOfTheMeanSizeForSmallElements() {
    // errors of 1e-7 |g| / sqrt(n): above the tolerance of the small element itself, yet allowed
    Differentiable cost =
        Differentiable.ofCost(2, x -> 5 * x[0] + 1e-9 * x[1], x -> new double[] {5, 1e-9 + 1e-7});
    assertThat(CentralDifferences.STANDARD.check("cost", cost, new double[2]).passed()).isTrue();
    Differentiable wrong =
        Differentiable.ofCost(2, x -> 5 * x[0] + 1e-9 * x[1], x -> new double[] {5, 1e-9 + 1e-5});
    assertThat(CentralDifferences.STANDARD.check("cost", wrong, new double[2]).passed()).isFalse();
  }

  @Test
  void fourthOrderIsExactForQuartics() {
    Differentiable quartic =
        Differentiable.ofCost(
            1, x -> Math.pow(x[0], 4), x -> new double[] {4 * x[0] * x[0] * x[0]});
    double[] one = {1};
    double second =
        new CentralDifferences(Scheme.SECOND_ORDER, 0.1, 1e-6, 1, 1)
            .check("x^4", quartic, one)
            .measured();
    double fourth =
        new CentralDifferences(Scheme.FOURTH_ORDER, 0.1, 1e-6, 1, 1)
            .check("x^4", quartic, one)
            .measured();
    // error of the second order: 4 x h^2, relative to 4 x^3
    assertThat(second).isBetween(0.0099, 0.0101);
    assertThat(fourth).isLessThan(1e-13);
  }

  @Test
  void failsWhereThereIsNothingToCompare() {
    assertThat(check(Sample.CONSTANT).passed()).isFalse();
    assertThat(check(Sample.CONSTANT).detail()).contains("norm 0.0");
    assertThat(check(Sample.notFinite()).passed()).isFalse();
    Differentiable cliff =
        Differentiable.ofCost(1, x -> x[0] > 1 ? Double.NaN : x[0], x -> new double[] {1});
    assertThat(CentralDifferences.STANDARD.check("cliff", cliff, new double[] {1}).passed())
        .isFalse();
  }

  @Test
  void refusesSettingsWithoutMeaning() {
    assertThatThrownBy(() -> new CentralDifferences(Scheme.SECOND_ORDER, 0, 1e-6, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CentralDifferences(Scheme.SECOND_ORDER, 1, 1e-6, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
