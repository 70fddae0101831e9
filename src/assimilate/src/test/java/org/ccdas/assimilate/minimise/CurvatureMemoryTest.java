package org.ccdas.assimilate.minimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.ccdas.inputs.random.NormalStream;
import org.junit.jupiter.api.Test;

class CurvatureMemoryTest {
  private static final int N = 6;

  private final NormalStream random = new NormalStream(4);

  /** Iterates of a convex quadratic, so that all curvatures are positive. */
  private Iterate iterate(RealMatrix hessian) {
    double[] x = random.next(N);
    return new Iterate(x, 0, hessian.operate(x));
  }

  private RealMatrix hessian() {
    RealMatrix root = new Array2DRowRealMatrix(N, N);
    for (int i = 0; i < N; i++) {
      root.setRow(i, random.next(N));
    }
    return root.multiply(root.transpose()).add(MatrixUtils.createRealIdentityMatrix(N));
  }

  /** (I - r s y') H (I - r y s') + r s s', Nocedal and Wright equation 6.17. */
  private static RealMatrix update(RealMatrix inverse, RealVector s, RealVector y) {
    double r = 1 / y.dotProduct(s);
    RealMatrix left =
        MatrixUtils.createRealIdentityMatrix(N).subtract(s.outerProduct(y).scalarMultiply(r));
    return left.multiply(inverse)
        .multiply(left.transpose())
        .add(s.outerProduct(s).scalarMultiply(r));
  }

  @Test
  void isTheBfgsUpdateOfTheKeptSteps() {
    RealMatrix hessian = hessian();
    CurvatureMemory memory = CurvatureMemory.empty(3);
    Iterate before = iterate(hessian);
    RealVector[] s = new RealVector[5];
    RealVector[] y = new RealVector[5];
    for (int k = 0; k < 5; k++) {
      Iterate after = iterate(hessian);
      memory = memory.with(before, after);
      s[k] = new ArrayRealVector(after.x()).subtract(new ArrayRealVector(before.x()));
      y[k] = new ArrayRealVector(after.gradient()).subtract(new ArrayRealVector(before.gradient()));
      before = after;
    }
    assertThat(memory.pairs()).hasSize(3);
    // from the scaled identity, the last three steps
    RealMatrix inverse =
        MatrixUtils.createRealIdentityMatrix(N)
            .scalarMultiply(s[4].dotProduct(y[4]) / y[4].dotProduct(y[4]));
    for (int k = 2; k < 5; k++) {
      inverse = update(inverse, s[k], y[k]);
    }
    double[] vector = random.next(N);
    assertThat(memory.times(vector)).containsExactly(inverse.operate(vector), offset(1e-10));
    // secant equation: H y = s for the last step
    assertThat(memory.times(y[4].toArray())).containsExactly(s[4].toArray(), offset(1e-10));
  }

  @Test
  void withoutStepsItIsTheIdentity() {
    assertThat(CurvatureMemory.empty(5).times(new double[] {3, -4})).containsExactly(3, -4);
  }

  @Test
  void leavesOutStepsWithoutPositiveCurvature() {
    Iterate origin = new Iterate(new double[2], 0, new double[2]);
    CurvatureMemory empty = CurvatureMemory.empty(5);
    Iterate negative = new Iterate(new double[] {1, 0}, 0, new double[] {-1, 0});
    assertThat(empty.with(origin, negative)).isSameAs(empty);
    Iterate flat = new Iterate(new double[] {1, 0}, 0, new double[] {0, 5});
    assertThat(empty.with(origin, flat)).isSameAs(empty);
    assertThat(empty.with(origin, origin)).isSameAs(empty);
    Iterate huge = new Iterate(new double[] {1, 0}, 0, new double[] {1e200, 0});
    assertThat(empty.with(origin, huge)).isSameAs(empty);
    Iterate right = new Iterate(new double[] {1, 0}, 0, new double[] {2, 0});
    assertThat(empty.with(origin, right).pairs()).hasSize(1);
    assertThat(empty.pairs()).isEmpty();
  }

  @Test
  void refusesToRememberNothing() {
    assertThatThrownBy(() -> CurvatureMemory.empty(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
