package org.ccdas.verify.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class JacobianCheckTest {
  private static double[][] jacobian(double[] x) {
    double[][] rows = new double[5][3];
    for (int i = 0; i < 3; i++) {
      double[] v = new double[3];
      v[i] = 1;
      double[] column = Sample.RIGHT.tangent(x, v);
      for (int k = 0; k < 5; k++) {
        rows[k][i] = column[k];
      }
    }
    return rows;
  }

  private static CheckResult check(UnaryOperator<double[][]> change) {
    return JacobianCheck.STANDARD.check(
        "sample", Sample.RIGHT, x -> change.apply(jacobian(x)), Sample.POINT);
  }

  @Test
  void passesWhereProductsAreTangents() {
    CheckResult result = check(rows -> rows);
    assertThat(result.passed()).as(result.detail()).isTrue();
    assertThat(result.measured()).isLessThan(1e-14);
    assertThat(result.check()).isEqualTo("Jacobian");
    assertThat(result.detail()).contains("(Jv) = ");
  }

  @Test
  void failsOnOneSmallElementBesideLargeOnes() {
    CheckResult result =
        check(
            rows -> {
              rows[4][1] *= 1 + 1e-6;
              return rows;
            });
    assertThat(result.passed()).isFalse();
    assertThat(result.detail()).startsWith("output 4");
  }

  @Test
  void failsOnWhatShouldBeZero() {
    CheckResult result =
        check(
            rows -> {
              rows[3][0] = 1e-30;
              return rows;
            });
    assertThat(result.passed()).isFalse();
    assertThat(result.detail()).startsWith("output 3");
  }

  @Test
  void failsOnNaNAndOnNothing() {
    CheckResult missing =
        check(
            rows -> {
              rows[0][0] = Double.NaN;
              return rows;
            });
    assertThat(missing.passed()).isFalse();
    assertThat(missing.detail()).endsWith("not finite");
    Differentiable zero = Differentiable.ofCost(3, x -> 0, x -> new double[3]);
    CheckResult nothing =
        JacobianCheck.STANDARD.check("zero", zero, x -> new double[1][3], Sample.POINT);
    assertThat(nothing.passed()).isFalse();
    assertThat(nothing.detail()).isEqualTo("all products are zero");
  }

  @Test
  void refusesToCheckNothing() {
    assertThatThrownBy(() -> new JacobianCheck(1e-11, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new JacobianCheck(0, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
