package org.ccdas.assimilate.minimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.observe.normal.LowerTriangle;
import org.junit.jupiter.api.Test;

class BoxedModelTest {
  private static final int N = 12;

  /** A random convex model around x = 0, steep enough to leave the box of size 1. */
  private static Linearisation random(long seed) {
    NormalStream random = new NormalStream(seed);
    double[] hessian = new double[LowerTriangle.length(N)];
    for (int k = 0; k < 2 * N; k++) {
      LowerTriangle.addOuter(hessian, 1, random.next(N));
    }
    double[] gradient = random.next(N);
    for (int i = 0; i < N; i++) {
      gradient[i] *= 30;
    }
    return at(new double[N], gradient, hessian);
  }

  private static Linearisation at(double[] x, double[] gradient, double[] hessian) {
    return Linearisation.of(x, CandidateValue.of(0, 5, gradient, hessian));
  }

  /** The conditions of Karush, Kuhn and Tucker, which only the minimum of a convex model meets. */
  @Test
  void findsTheMinimumInTheBox() {
    int walls = 0;
    for (long seed = 0; seed < 50; seed++) {
      Linearisation point = random(seed);
      double damping = 0.01;
      double[] x = new BoxedModel(point, point.hessian(), new Bounds(1), damping).minimum();
      double[] damped = point.hessian().clone();
      for (int i = 0; i < N; i++) {
        damped[LowerTriangle.index(i, i)] *= 1 + damping;
      }
      double[] slope = LowerTriangle.times(damped, x);
      for (int i = 0; i < N; i++) {
        double derivative = slope[i] + point.gradient()[i];
        if (Math.abs(x[i]) == 1) {
          walls++;
          assertThat(derivative * x[i]).isNegative();
        } else {
          assertThat(Math.abs(x[i])).isLessThan(1);
          assertThat(derivative).isCloseTo(0, within(1e-9));
        }
      }
    }
    assertThat(walls).isBetween(50, 50 * N - 50);
  }

  @Test
  void startsFromTheWall() {
    // at the wall, pulled inwards; and at the wall, pushed outwards
    Linearisation point = at(new double[] {1, -1}, new double[] {4, 6}, new double[] {2, 0, 3});
    assertThat(new BoxedModel(point, point.hessian(), new Bounds(1), 0).minimum())
        .containsExactly(-1, -1);
    Linearisation gentle = at(new double[] {1, -1}, new double[] {1, -6}, new double[] {2, 0, 3});
    assertThat(new BoxedModel(gentle, gentle.hessian(), new Bounds(1), 0).minimum())
        .containsExactly(0.5, 1);
  }

  @Test
  void dampingCuresASingularHessian() {
    Linearisation point = at(new double[2], new double[] {1, 1}, new double[] {1, 0, 0});
    Bounds none = new Bounds(Double.POSITIVE_INFINITY);
    assertThatThrownBy(() -> new BoxedModel(point, point.hessian(), none, 0).minimum())
        .isInstanceOf(NonPositiveDefiniteMatrixException.class);
    assertThat(new BoxedModel(point, point.hessian(), none, 1).minimum()[0])
        .isCloseTo(-0.5, within(1e-15));
  }
}
