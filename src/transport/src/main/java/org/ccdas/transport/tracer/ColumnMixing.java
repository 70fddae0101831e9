package org.ccdas.transport.tracer;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Vertical mixing of all columns over one time step, as the inverse of the implicit Euler step: q'
 * = (1 - dt C)^-1 q. It makes no negative values, keeps a uniform tracer and the mass. Immutable.
 */
final class ColumnMixing {
  private final int layers;
  private final double[] inverse;

  private ColumnMixing(int layers, double[] inverse) {
    this.layers = layers;
    this.inverse = inverse;
  }

  /**
   * The step of these exchanges.
   *
   * @param exchange for every column the matrix C, s-1
   * @param step s
   */
  static ColumnMixing of(TracerGrid grid, VerticalExchange exchange, double step) {
    int layers = grid.layers();
    double[] inverse = new double[grid.columns() * layers * layers];
    for (int column = 0; column < grid.columns(); column++) {
      RealMatrix euler =
          MatrixUtils.createRealIdentityMatrix(layers)
              .subtract(new Array2DRowRealMatrix(exchange.matrix(column)).scalarMultiply(step));
      RealMatrix solved = new LUDecomposition(euler).getSolver().getInverse();
      for (int to = 0; to < layers; to++) {
        for (int from = 0; from < layers; from++) {
          inverse[(column * layers + to) * layers + from] = solved.getEntry(to, from);
        }
      }
    }
    return new ColumnMixing(layers, inverse);
  }

  /** The transpose. */
  ColumnMixing transposed() {
    double[] turned = new double[inverse.length];
    int square = layers * layers;
    for (int at = 0; at < inverse.length; at += square) {
      for (int to = 0; to < layers; to++) {
        for (int from = 0; from < layers; from++) {
          turned[at + from * layers + to] = inverse[at + to * layers + from];
        }
      }
    }
    return new ColumnMixing(layers, turned);
  }

  /** Mixes all columns of all lanes in place. */
  void apply(double[] state, int lanes) {
    double[] mixed = new double[layers * lanes];
    int columns = inverse.length / layers / layers;
    for (int column = 0; column < columns; column++) {
      int matrix = column * layers * layers;
      int first = column * layers * lanes;
      if (lanes == 1) {
        mixOne(matrix, state, first, mixed);
      } else {
        mix(matrix, state, first, mixed, lanes);
      }
      System.arraycopy(mixed, 0, state, first, mixed.length);
    }
  }

  private void mixOne(int matrix, double[] state, int first, double[] mixed) {
    for (int to = 0; to < layers; to++) {
      int row = matrix + to * layers;
      double sum = 0;
      for (int from = 0; from < layers; from++) {
        sum += inverse[row + from] * state[first + from];
      }
      mixed[to] = sum;
    }
  }

  private void mix(int matrix, double[] state, int first, double[] mixed, int lanes) {
    Arrays.fill(mixed, 0);
    for (int to = 0; to < layers; to++) {
      int target = to * lanes;
      for (int from = 0; from < layers; from++) {
        double weight = inverse[matrix + to * layers + from];
        int source = first + from * lanes;
        for (int lane = 0; lane < lanes; lane++) {
          mixed[target + lane] += weight * state[source + lane];
        }
      }
    }
  }
}
