package org.ccdas.observe.normal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.ccdas.inputs.random.NormalStream;
import org.junit.jupiter.api.Test;

class LowerTriangleTest {
  private static final int N = 7;

  private static RealMatrix symmetric() {
    RealMatrix square = MatrixUtils.createRealMatrix(N, N);
    NormalStream random = new NormalStream(3);
    for (int i = 0; i < N; i++) {
      square.setRow(i, random.next(N));
    }
    return square.add(square.transpose());
  }

  @Test
  void holdsRowsOfTheLowerTriangle() {
    double[] packed = {1, 2, 3, 4, 5, 6};
    assertThat(LowerTriangle.matrix(packed, 3))
        .isEqualTo(MatrixUtils.createRealMatrix(new double[][] {{1, 2, 4}, {2, 3, 5}, {4, 5, 6}}));
    assertThat(packed[LowerTriangle.index(2, 1)]).isEqualTo(5);
    assertThat(packed[LowerTriangle.index(1, 2)]).isEqualTo(5);
  }

  @Test
  void goesToAMatrixAndBack() {
    RealMatrix matrix = symmetric();
    assertThat(LowerTriangle.matrix(LowerTriangle.of(matrix), N)).isEqualTo(matrix);
  }

  @Test
  void multipliesLikeTheMatrix() {
    RealMatrix matrix = symmetric();
    double[] v = new NormalStream(4).next(N);
    double[] expected = matrix.operate(v);
    double[] packed = LowerTriangle.of(matrix);
    double[] product = LowerTriangle.times(packed, v);
    double form = 0;
    for (int i = 0; i < N; i++) {
      assertThat(product[i]).isCloseTo(expected[i], within(1e-14));
      form += v[i] * expected[i];
    }
    assertThat(LowerTriangle.quadratic(packed, v)).isCloseTo(form, within(1e-13));
    assertThat(form).isNotZero();
  }

  @Test
  void addsOuterProductsDiagonalsAndOthers() {
    double[] packed = LowerTriangle.of(symmetric());
    double[] v = new NormalStream(4).next(N);
    RealMatrix outer = MatrixUtils.createColumnRealMatrix(v).multiply(rowOf(v));
    RealMatrix expected =
        symmetric()
            .add(outer.scalarMultiply(-2))
            .add(MatrixUtils.createRealIdentityMatrix(N).scalarMultiply(3));
    LowerTriangle.addOuter(packed, -2, v);
    LowerTriangle.addDiagonal(packed, N, 3);
    assertThat(LowerTriangle.matrix(packed, N).subtract(expected).getNorm()).isLessThan(1e-14);
    double[] sum = packed.clone();
    LowerTriangle.add(sum, -1, packed);
    assertThat(sum).containsOnly(0);
  }

  private static RealMatrix rowOf(double[] v) {
    return MatrixUtils.createRowRealMatrix(v);
  }

  @Test
  void refusesOtherSizes() {
    assertThatThrownBy(() -> LowerTriangle.times(new double[5], new double[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A triangle of 5 values is none of order 2");
    assertThatThrownBy(() -> LowerTriangle.add(new double[3], 1, new double[6]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
