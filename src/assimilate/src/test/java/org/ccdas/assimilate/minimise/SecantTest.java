package org.ccdas.assimilate.minimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.observe.normal.LowerTriangle;
import org.junit.jupiter.api.Test;

class SecantTest {
  private static final int N = 7;
  private final NormalStream random = new NormalStream(5);

  /** A A' + I. */
  private double[] hessian() {
    double[] packed = new double[LowerTriangle.length(N)];
    LowerTriangle.addDiagonal(packed, N, 1);
    for (int k = 0; k < N; k++) {
      LowerTriangle.addOuter(packed, 1, random.next(N));
    }
    return packed;
  }

  private static double least(double[] packed) {
    double[] eigenvalues =
        new EigenDecomposition(LowerTriangle.matrix(packed, N)).getRealEigenvalues();
    return Arrays.stream(eigenvalues).min().orElseThrow();
  }

  /** The secant of a cost with these Gauss-Newton Hessians at both ends and this true one. */
  private static Secant secant(double[] step, double[] before, double[] after, double[] whole) {
    Linearisation from =
        Linearisation.of(new double[N], CandidateValue.of(0, 1, new double[N], before));
    return Secant.of(from, step, CandidateValue.of(1, 1, LowerTriangle.times(whole, step), after));
  }

  private static double[] scaled(double factor, double[] packed) {
    return Arrays.stream(packed).map(v -> factor * v).toArray();
  }

  @Test
  void theCorrectedHessianExplainsTheChangeOfTheGradient() {
    double[] hessian = hessian();
    double[] whole = scaled(2.5, hessian);
    double[] step = random.next(N);
    double[] corrected = hessian.clone();
    secant(step, hessian, hessian, whole).correct(corrected, hessian);
    assertThat(LowerTriangle.times(corrected, step))
        .containsExactly(LowerTriangle.times(whole, step), within(1e-11));
    assertThat(least(corrected)).isPositive();
  }

  @Test
  void whatTheHessiansAtBothEndsExplainIsNotMissing() {
    double[] hessian = hessian();
    double[] step = random.next(N);
    // H grows by a tenth, the gradient as it says in the mean, and by as much again
    double[] whole = scaled(1.05 + 1, hessian);
    Secant secant = secant(step, hessian, scaled(1.1, hessian), whole);
    assertThat(secant.missing()).containsExactly(LowerTriangle.times(hessian, step), within(1e-11));
  }

  @Test
  void thereIsNoneWhereTheHessianItselfChangedMuch() {
    double[] hessian = hessian();
    double[] step = random.next(N);
    double[] twice = scaled(2, hessian);
    assertThat(secant(step, hessian, twice, scaled(2.5, hessian))).isNull();
    assertThat(secant(step, hessian, twice, scaled(1.5, hessian))).isNull();
    assertThat(secant(step, hessian, hessian, hessian)).isNull();
  }

  @Test
  void aFallingGradientLeavesItPositiveDefinite() {
    double[] hessian = hessian();
    double[] step = random.next(N);
    double[] corrected = hessian.clone();
    secant(step, hessian, hessian, scaled(-1, hessian)).correct(corrected, hessian);
    assertThat(least(corrected)).isPositive();
    // Powell's damping
    assertThat(LowerTriangle.quadratic(corrected, step))
        .isCloseTo(0.2 * LowerTriangle.quadratic(hessian, step), within(1e-11));
  }
}
