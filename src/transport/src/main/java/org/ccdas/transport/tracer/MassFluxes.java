package org.ccdas.transport.tracer;

import org.ccdas.inputs.grid.LatLonBox;

/**
 * Fluxes of air through all faces of the grid, as shares of the atmosphere's mass per second, whose
 * divergence vanishes in every cell (spec section 16.7).
 */
final class MassFluxes {
  private final TracerGrid grid;

  /** East of each column: [layer][column]. */
  private final double[][] east;

  /** Northward between a row and the next: [layer][row][face]. */
  private final double[][][] north;

  /** Upward through the lower edge of each layer: [layer][column]. */
  private final double[][] up;

  private MassFluxes(TracerGrid grid, double[][] east, double[][][] north) {
    this.grid = grid;
    this.east = east;
    this.north = north;
    this.up = new double[grid.layers() + 1][grid.columns()];
  }

  /**
   * The fluxes of given winds. The divergence of a whole column, which would change the surface
   * pressure, is removed by the gradient of a potential (a Poisson equation on the columns) that
   * moves all layers alike; the vertical fluxes follow from continuity.
   */
  static MassFluxes of(TracerGrid grid, Circulation.Winds winds) {
    MassFluxes fluxes = sampled(grid, winds);
    // A second round removes what rounding left of the first.
    for (int round = 0; round < 2; round++) {
      fluxes.correct();
    }
    fluxes.close();
    return fluxes;
  }

  private static MassFluxes sampled(TracerGrid grid, Circulation.Winds winds) {
    double sphere = 4 * Math.PI * LatLonBox.EARTH_RADIUS * LatLonBox.EARTH_RADIUS;
    double[][] east = new double[grid.layers()][grid.columns()];
    double[][][] north = new double[grid.layers()][grid.rows() - 1][];
    for (int layer = 0; layer < grid.layers(); layer++) {
      double bottom = grid.sigma(layer);
      double top = grid.sigma(layer + 1);
      for (int row = 0; row < grid.rows(); row++) {
        for (int i = 0; i < grid.columns(row); i++) {
          double lon = grid.lon(row, i) + 180.0 / grid.columns(row);
          // F = u dsigma dy / (4 pi R^2)
          east[layer][grid.column(row, i)] =
              winds.eastward(grid.lat(row), lon, bottom, top)
                  * (bottom - top)
                  * grid.height()
                  / sphere;
        }
      }
      for (int row = 0; row < grid.rows() - 1; row++) {
        int faces = grid.faces(row);
        north[layer][row] = new double[faces];
        for (int i = 0; i < faces; i++) {
          double lon = -180 + 360 * (i + 0.5) / faces;
          // F = v dsigma dx / (4 pi R^2)
          north[layer][row][i] =
              winds.northward(grid.south(row + 1), lon, bottom, top)
                  * (bottom - top)
                  * grid.faceWidth(row)
                  / sphere;
        }
      }
    }
    return new MassFluxes(grid, east, north);
  }

  private void correct() {
    double[] divergence = new double[grid.columns()];
    for (int layer = 0; layer < grid.layers(); layer++) {
      addDivergence(layer, divergence);
    }
    double[] potential = new ColumnPotential(grid).solve(divergence);
    for (int layer = 0; layer < grid.layers(); layer++) {
      double share = grid.thickness(layer);
      for (int row = 0; row < grid.rows(); row++) {
        for (int i = 0; i < grid.columns(row); i++) {
          int west = grid.column(row, i);
          int eastern = grid.column(row, i + 1);
          // F' = F + dsigma w (P_east - P_west)
          east[layer][west] +=
              share
                  * ColumnPotential.eastWeight(grid, row)
                  * (potential[eastern] - potential[west]);
        }
      }
      for (int row = 0; row < grid.rows() - 1; row++) {
        for (int i = 0; i < grid.faces(row); i++) {
          north[layer][row][i] +=
              share
                  * ColumnPotential.northWeight(grid, row)
                  * (potential[northOf(row, i)] - potential[southOf(row, i)]);
        }
      }
    }
  }

  private void close() {
    for (int layer = 0; layer < grid.layers(); layer++) {
      double[] divergence = new double[grid.columns()];
      addDivergence(layer, divergence);
      for (int column = 0; column < divergence.length; column++) {
        // W_(k+1) = W_k - div_k
        up[layer + 1][column] = up[layer][column] - divergence[column];
      }
    }
    for (int column = 0; column < grid.columns(); column++) {
      up[grid.layers()][column] = 0;
    }
  }

  private void addDivergence(int layer, double[] divergence) {
    for (int row = 0; row < grid.rows(); row++) {
      for (int i = 0; i < grid.columns(row); i++) {
        double flux = east[layer][grid.column(row, i)];
        divergence[grid.column(row, i)] += flux;
        divergence[grid.column(row, i + 1)] -= flux;
      }
    }
    for (int row = 0; row < grid.rows() - 1; row++) {
      for (int i = 0; i < grid.faces(row); i++) {
        double flux = north[layer][row][i];
        divergence[southOf(row, i)] += flux;
        divergence[northOf(row, i)] -= flux;
      }
    }
  }

  /** Column south of a face between a row and the next. */
  int southOf(int row, int face) {
    return grid.column(row, face / (grid.faces(row) / grid.columns(row)));
  }

  /** Column north of a face between a row and the next. */
  int northOf(int row, int face) {
    return grid.column(row + 1, face / (grid.faces(row) / grid.columns(row + 1)));
  }

  /** Eastward flux out of a column into the next one east. */
  double east(int layer, int column) {
    return east[layer][column];
  }

  /** Northward flux through a face between a row and the next. */
  double north(int layer, int row, int face) {
    return north[layer][row][face];
  }

  /** Upward flux through the lower edge of a layer. */
  double up(int layer, int column) {
    return up[layer][column];
  }

  /** Largest divergence of a cell over the largest horizontal flux; rounding only. */
  double imbalance() {
    double worst = 0;
    double largest = 0;
    for (int layer = 0; layer < grid.layers(); layer++) {
      double[] divergence = new double[grid.columns()];
      addDivergence(layer, divergence);
      for (int column = 0; column < divergence.length; column++) {
        worst =
            Math.max(
                worst, Math.abs(divergence[column] + up[layer + 1][column] - up[layer][column]));
        largest = Math.max(largest, Math.abs(east[layer][column]));
      }
    }
    return worst / largest;
  }
}
