package org.ccdas.transport.tracer;

/**
 * Exchange between the layers of each column in one month: boundary layer, turbulence of the free
 * atmosphere and convection (spec section 16.7).
 */
final class VerticalExchange {
  /** Scale height, m. */
  static final double SCALE_HEIGHT = 7500;

  private final TracerGrid grid;
  private final MixingConstants constants;
  private final double[] land;
  private final int month;

  VerticalExchange(TracerGrid grid, MixingConstants constants, double[] land, int month) {
    this.grid = grid;
    this.constants = constants;
    this.land = land;
    this.month = month;
  }

  /** The matrix C of dq/dt = C q in a column, s-1. */
  double[][] matrix(int column) {
    double lat = grid.lat(grid.rowOf(column));
    double[][] c = new double[grid.layers()][grid.layers()];
    BoundaryLayer turbulence = new BoundaryLayer(constants, lat, land[column], month);
    for (int layer = 1; layer < grid.layers(); layer++) {
      double sigma = grid.sigma(layer);
      // X = K sigma / (H^2 ln(sigma_below / sigma_above)), shares of the column's mass per s
      double x =
          turbulence.diffusivity(sigma)
              * sigma
              / (SCALE_HEIGHT
                  * SCALE_HEIGHT
                  * Math.log(grid.middle(layer - 1) / grid.middle(layer)));
      exchange(c, layer - 1, layer, x);
    }
    new Convection(grid, constants, lat, land[column], month).addTo(c);
    return c;
  }

  private void exchange(double[][] c, int below, int above, double x) {
    c[below][above] += x / grid.thickness(below);
    c[below][below] -= x / grid.thickness(below);
    c[above][below] += x / grid.thickness(above);
    c[above][above] -= x / grid.thickness(above);
  }
}
