package org.ccdas.transport.tracer;

/**
 * The transport of one calendar month, a twelfth of a year of 365 days, in equal steps: the surface
 * flux enters the lowest layer, the columns mix, and advection goes on by two stages of second
 * order (spec section 16.7). States hold {@code cell * lanes + lane}, fluxes {@code column * lanes
 * + lane}. Immutable, shared by threads.
 */
final class MonthStep {
  private static final double SECONDS = 365 * 86400.0 / 12;
  private static final double YEARS = 1.0 / 12;

  private final int layers;
  private final int steps;
  private final double[] intake;
  private final SparseMatrix advection;
  private final SparseMatrix advectionBar;
  private final ColumnMixing mixing;
  private final ColumnMixing mixingBar;

  MonthStep(TracerGrid grid, SparseMatrix advection, VerticalExchange vertical) {
    this.layers = grid.layers();
    // dt max|L_ii| <= 1: a Courant number that keeps the two stages positive and stable
    this.steps = (int) Math.ceil(SECONDS * advection.largestDiagonal());
    this.advection = advection;
    this.advectionBar = advection.transposed();
    this.mixing = ColumnMixing.of(grid, vertical, SECONDS / steps);
    this.mixingBar = mixing.transposed();
    this.intake = new double[grid.columns()];
    for (int column = 0; column < intake.length; column++) {
      intake[column] = YEARS / steps / grid.mass(grid.cell(column, 0));
    }
  }

  /**
   * Takes a state through the month.
   *
   * @param state mixing ratios; overwritten by those at the end
   * @param flux rise of the global mean by each column's flux, yr-1
   * @param mean added to: the mean over the ends of the steps
   */
  void forward(double[] state, double[] flux, double[] mean, int lanes) {
    double[] stage = new double[state.length];
    double[] next = new double[state.length];
    for (int step = 0; step < steps; step++) {
      for (int column = 0; column < intake.length; column++) {
        for (int lane = 0; lane < lanes; lane++) {
          state[column * layers * lanes + lane] += intake[column] * flux[column * lanes + lane];
        }
      }
      mixing.apply(state, lanes);
      advect(advection, state, stage, next, lanes);
      for (int i = 0; i < state.length; i++) {
        mean[i] += state[i] / steps;
      }
    }
  }

  /**
   * The exact transpose of {@link #forward}.
   *
   * @param stateBar derivatives by the state at the end; overwritten by those by the state at the
   *     start
   * @param meanBar derivatives by the mean, or null for none
   * @param fluxBar added to: derivatives by the flux
   */
  void adjoint(double[] stateBar, double[] meanBar, double[] fluxBar, int lanes) {
    double[] stage = new double[stateBar.length];
    double[] next = new double[stateBar.length];
    for (int step = 0; step < steps; step++) {
      for (int i = 0; meanBar != null && i < stateBar.length; i++) {
        stateBar[i] += meanBar[i] / steps;
      }
      advect(advectionBar, stateBar, stage, next, lanes);
      mixingBar.apply(stateBar, lanes);
      for (int column = 0; column < intake.length; column++) {
        for (int lane = 0; lane < lanes; lane++) {
          fluxBar[column * lanes + lane] +=
              intake[column] * stateBar[column * layers * lanes + lane];
        }
      }
    }
  }

  private void advect(
      SparseMatrix matrix, double[] state, double[] stage, double[] next, int lanes) {
    double dt = SECONDS / steps;
    // q' = (1 + dt L + dt^2/2 L^2) q = q + dt L (q + dt/2 L q)
    matrix.addProduct(state, dt / 2, state, stage, lanes);
    matrix.addProduct(state, dt, stage, next, lanes);
    System.arraycopy(next, 0, state, 0, state.length);
  }
}
