package org.ccdas.transport.tracer;

/**
 * Solves the Poisson equation on the columns of a grid: sum over neighbours of w (P - P_neighbour)
 * = d, w = width of the face over the distance of the centres. By conjugate gradients, since the
 * matrix is symmetric and, apart from the constant, positive definite.
 */
final class ColumnPotential {
  private static final double TOLERANCE = 1e-15;
  private static final int MOST_ITERATIONS = 20_000;

  private final TracerGrid grid;

  ColumnPotential(TracerGrid grid) {
    this.grid = grid;
  }

  static double eastWeight(TracerGrid grid, int row) {
    return grid.height() / grid.width(row);
  }

  static double northWeight(TracerGrid grid, int row) {
    return grid.faceWidth(row) / grid.height();
  }

  /**
   * The potential of this divergence, which sums to 0 (its mean is taken out).
   *
   * @throws IllegalStateException when the iteration does not converge
   */
  double[] solve(double[] divergence) {
    int n = divergence.length;
    double[] potential = new double[n];
    double[] residual = divergence.clone();
    double mean = 0;
    for (double value : divergence) {
      mean += value / n;
    }
    for (int i = 0; i < n; i++) {
      residual[i] -= mean;
    }
    double[] direction = residual.clone();
    double square = dot(residual, residual);
    double target = square * TOLERANCE * TOLERANCE;
    for (int iteration = 0; square > target; iteration++) {
      if (iteration == MOST_ITERATIONS) {
        throw new IllegalStateException("The mass correction does not converge");
      }
      double[] image = apply(direction);
      double step = square / dot(direction, image);
      for (int i = 0; i < n; i++) {
        potential[i] += step * direction[i];
        residual[i] -= step * image[i];
      }
      double next = dot(residual, residual);
      for (int i = 0; i < n; i++) {
        direction[i] = residual[i] + next / square * direction[i];
      }
      square = next;
    }
    return potential;
  }

  private double[] apply(double[] p) {
    double[] image = new double[p.length];
    for (int row = 0; row < grid.rows(); row++) {
      double weight = eastWeight(grid, row);
      for (int i = 0; i < grid.columns(row); i++) {
        link(image, p, weight, grid.column(row, i), grid.column(row, i + 1));
      }
      if (row + 1 < grid.rows()) {
        int faces = grid.faces(row);
        for (int i = 0; i < faces; i++) {
          link(
              image,
              p,
              northWeight(grid, row),
              grid.column(row, i / (faces / grid.columns(row))),
              grid.column(row + 1, i / (faces / grid.columns(row + 1))));
        }
      }
    }
    return image;
  }

  private static void link(double[] image, double[] p, double weight, int a, int b) {
    double flux = weight * (p[a] - p[b]);
    image[a] += flux;
    image[b] -= flux;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
