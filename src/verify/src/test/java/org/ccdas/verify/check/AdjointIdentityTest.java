package org.ccdas.verify.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AdjointIdentityTest {
  private static CheckResult check(Differentiable function) {
    return AdjointIdentity.STANDARD.check("sample", function, Sample.POINT);
  }

  @Test
  void passesWhereTheAdjointIsTheTranspose() {
    CheckResult result = check(Sample.RIGHT);
    assertThat(result.passed()).as(result.detail()).isTrue();
    assertThat(result.measured()).isLessThan(1e-14);
    assertThat(result.subject()).isEqualTo("sample");
    assertThat(result.check()).isEqualTo("adjoint identity");
    assertThat(result.detail()).contains("<u,Jv> = ");
    // both derivatives lack the same term: not for this check to find
    assertThat(check(new Sample(true, false)).passed()).isTrue();
  }

  @Test
  void failsOnAWrongAdjoint() {
    CheckResult result = check(Sample.scaled(new Sample(false, true)));
    assertThat(result.passed()).isFalse();
    assertThat(result.measured()).isGreaterThan(1e-2);
  }

  @Test
  void failsOnARelativeErrorOfTenBillionths() {
    Differentiable right = Sample.scaled(Sample.RIGHT);
    Differentiable nearly =
        new Differentiable() {
          @Override
          public int inputs() {
            return 3;
          }

          @Override
          public int outputs() {
            return 5;
          }

          @Override
          public double[] value(double[] x) {
            return right.value(x);
          }

          @Override
          public double[] tangent(double[] x, double[] v) {
            return right.tangent(x, v);
          }

          @Override
          public double[] adjoint(double[] x, double[] u) {
            double[] gradient = right.adjoint(x, u);
            gradient[1] *= 1 + 1e-8;
            return gradient;
          }
        };
    assertThat(check(nearly).passed()).isFalse();
  }

  @Test
  void failsWhereThereIsNothingToCompare() {
    CheckResult result = check(Sample.CONSTANT);
    assertThat(result.passed()).isFalse();
    assertThat(result.measured()).isNaN();
    assertThat(result.detail()).contains("a side is zero");
    assertThat(check(Sample.notFinite()).detail()).contains("not finite");
    assertThat(check(Sample.notFinite()).passed()).isFalse();
  }

  @Test
  void isPure() {
    assertThat(check(Sample.RIGHT)).isEqualTo(check(Sample.RIGHT));
    assertThat(new AdjointIdentity(1e-11, 5, 2).check("sample", Sample.RIGHT, Sample.POINT))
        .isNotEqualTo(check(Sample.RIGHT));
    assertThatThrownBy(() -> new AdjointIdentity(0, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new AdjointIdentity(1, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
