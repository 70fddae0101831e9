package org.ccdas.verify.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ccdas.inputs.random.NormalStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaylorTestTest {
  private static CheckResult check(Differentiable function) {
    return TaylorTest.STANDARD.check("sample", function, Sample.POINT);
  }

  @Test
  void passesOnRightDerivatives() {
    CheckResult result = check(Sample.RIGHT);
    assertThat(result.passed()).as(result.detail()).isTrue();
    assertThat(result.check()).isEqualTo("Taylor remainder");
    // the adjoint is not this check's concern
    assertThat(check(new Sample(false, true)).passed()).isTrue();
  }

  @Test
  void passesAtManyPoints() {
    NormalStream random = new NormalStream(12);
    for (int k = 0; k < 200; k++) {
      CheckResult result =
          new TaylorTest(0.1, 1e-11, 21, 3, k).check("sample", Sample.RIGHT, random.next(3));
      assertThat(result.passed()).as(result.detail()).isTrue();
    }
  }

  @Test
  void failsOnADroppedTermBesideALargeOutput() {
    CheckResult result = check(new Sample(true, false));
    assertThat(result.passed()).isFalse();
    assertThat(result.measured()).isGreaterThan(0.9);
    assertThat(result.detail()).startsWith("output 0, direction");
  }

  /** cost = |x|^2 exp(x0), gradient wrong by a share. */
  private static Differentiable wrongBy(double share) {
    return Differentiable.ofCost(
        3,
        x -> (x[0] * x[0] + x[1] * x[1] + x[2] * x[2]) * Math.exp(x[0]),
        x -> {
          double square = x[0] * x[0] + x[1] * x[1] + x[2] * x[2];
          double e = Math.exp(x[0]);
          return new double[] {(2 * x[0] + square) * e * (1 + share), 2 * x[1] * e, 2 * x[2] * e};
        });
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1e-2, 1e-4, 1e-5, -1e-5, 2e-6})
  void failsOnSmallErrors(double share) {
    assertThat(check(wrongBy(share)).passed()).isFalse();
    assertThat(check(wrongBy(0)).passed()).isTrue();
  }

  @Test
  void toleratesNoiseInTheValue() {
    for (double share : new double[] {0, 1e-3}) {
      Differentiable smooth = wrongBy(share);
      Differentiable noisy =
          Differentiable.ofCost(
              3,
              x -> smooth.value(x)[0] + 1e-11 * Math.sin(1e12 * x[0]),
              x -> smooth.adjoint(x, new double[] {1}));
      CheckResult result = check(noisy);
      assertThat(result.passed()).as(result.detail()).isEqualTo(share == 0);
    }
  }

  @Test
  void judgesALinearFunctionByItsRemainder() {
    Differentiable right =
        Differentiable.ofCost(3, x -> 2 * x[0] - x[2], x -> new double[] {2, 0, -1});
    CheckResult result = check(right);
    assertThat(result.passed()).as(result.detail()).isTrue();
    assertThat(result.detail()).contains("linear");
    Differentiable wrong =
        Differentiable.ofCost(3, x -> 2 * x[0] - x[2], x -> new double[] {2, 0, 0});
    assertThat(check(wrong).passed()).isFalse();
  }

  @Test
  void seesADependenceThatTheTangentLacks() {
    Differentiable blind = Differentiable.ofCost(3, x -> Math.exp(x[1]), x -> new double[3]);
    CheckResult result = check(blind);
    assertThat(result.passed()).isFalse();
    assertThat(result.detail()).contains("order 1.0");
  }

  @Test
  void failsWhereThereIsNothingToMeasure() {
    CheckResult result = check(Sample.CONSTANT);
    assertThat(result.passed()).isFalse();
    assertThat(result.detail()).isEqualTo("no output depends on any input");
    assertThat(check(Sample.notFinite()).detail()).contains("not finite");
    assertThat(check(Sample.notFinite()).passed()).isFalse();
  }

  @Test
  void refusesStepsThatTellNothing() {
    assertThatThrownBy(() -> new TaylorTest(1e-9, 0.1, 17, 3, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TaylorTest(0.1, 1e-9, 5, 3, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
