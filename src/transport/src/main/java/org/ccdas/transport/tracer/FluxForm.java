package org.ccdas.transport.tracer;

import org.ccdas.inputs.grid.LatLonBox;

/**
 * Advection and horizontal eddy mixing as one matrix L of dq/dt = L q (spec section 16.7).
 * Advection is in flux form with centred values at the faces, which is linear and of second order.
 * With it goes mixing that is at least half the flux through the face: a cell Peclet number of at
 * most 2, the condition under which centred differences make no negative values. Where the eddies
 * of {@link EddyDiffusivity} mix more, the condition costs nothing; where they mix less, it is the
 * mixing of a scheme of first order, and it goes with the grid spacing.
 */
final class FluxForm {
  private static final double SPHERE =
      4 * Math.PI * LatLonBox.EARTH_RADIUS * LatLonBox.EARTH_RADIUS;

  private final TracerGrid grid;
  private final double mixingFloor;
  private final SparseMatrix.Builder matrix;

  private FluxForm(TracerGrid grid, double mixingFloor) {
    this.grid = grid;
    this.mixingFloor = mixingFloor;
    this.matrix = new SparseMatrix.Builder(grid.cells());
  }

  /** A diffusivity, m2 s-1, at a latitude (degrees north) and sigma. */
  interface Diffusivity {
    double at(double lat, double sigma);
  }

  /** The matrix, s-1, whose rows sum to 0 and whose columns do so weighted by the cells' masses. */
  static SparseMatrix matrix(TracerGrid grid, MassFluxes fluxes, Diffusivity eddies) {
    return matrix(grid, fluxes, eddies, 0.5);
  }

  /**
   * The same with another floor: mixing is at least {@code mixingFloor} of the flux; 0 for none.
   */
  static SparseMatrix matrix(
      TracerGrid grid, MassFluxes fluxes, Diffusivity eddies, double mixingFloor) {
    FluxForm form = new FluxForm(grid, mixingFloor);
    for (int layer = 0; layer < grid.layers(); layer++) {
      double share = grid.thickness(layer) / SPHERE;
      for (int row = 0; row < grid.rows(); row++) {
        // X = K dsigma dy / (dx 4 pi R^2)
        double exchange =
            eddies.at(grid.lat(row), grid.middle(layer)) * share * grid.height() / grid.width(row);
        for (int i = 0; i < grid.columns(row); i++) {
          int west = grid.column(row, i);
          form.face(
              grid.cell(west, layer),
              grid.cell(grid.column(row, i + 1), layer),
              fluxes.east(layer, west),
              exchange);
        }
      }
      for (int row = 0; row < grid.rows() - 1; row++) {
        double exchange =
            eddies.at(grid.south(row + 1), grid.middle(layer))
                * share
                * grid.faceWidth(row)
                / grid.height();
        for (int i = 0; i < grid.faces(row); i++) {
          form.face(
              grid.cell(fluxes.southOf(row, i), layer),
              grid.cell(fluxes.northOf(row, i), layer),
              fluxes.north(layer, row, i),
              exchange);
        }
      }
      for (int column = 0; layer > 0 && column < grid.columns(); column++) {
        form.face(
            grid.cell(column, layer - 1), grid.cell(column, layer), fluxes.up(layer, column), 0);
      }
    }
    return form.matrix.build();
  }

  /** A flux from one cell to its neighbour, and their exchange, shares of the atmosphere per s. */
  private void face(int from, int to, double flux, double exchange) {
    // outflow of "from" = F (q_from + q_to)/2 - X (q_to - q_from),   X >= |F|/2
    double x = Math.max(exchange, mixingFloor * Math.abs(flux));
    double here = flux / 2 + x;
    double there = flux / 2 - x;
    matrix.add(from, from, -here / grid.mass(from));
    matrix.add(from, to, -there / grid.mass(from));
    matrix.add(to, from, here / grid.mass(to));
    matrix.add(to, to, there / grid.mass(to));
  }
}
