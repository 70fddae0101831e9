package org.ccdas.transport.tracer;

import java.util.ArrayList;
import java.util.List;
import org.ccdas.transport.CarbonUnits;
import org.ccdas.transport.Receptor;
import org.ccdas.transport.TransportRegion;
import org.ccdas.transport.surface.LandFraction;

/**
 * The global tracer transport model (spec section 16.7): the same twelve months every year, each a
 * twelfth of a year long. Fluxes into a column are given as the rise of the global mean mixing
 * ratio, yr-1, so that the model serves any gas. Linear; {@link #adjoint} is the exact transpose.
 * Immutable; making one takes about a second.
 */
public final class TracerModel {
  /**
   * Number of the scheme, part of what names computed responses: it rises whenever the same set-up
   * gives other numbers, so that none of an older scheme is taken for one of this.
   */
  public static final int SCHEME = 1;

  private final String name;
  private final TracerGrid grid;
  private final Sampling sampling;
  private final List<MonthStep> months;

  /**
   * The model on a grid.
   *
   * @param grid the grid
   * @param circulation the mean winds of the twelve months
   * @param constants strengths of mixing
   */
  public TracerModel(TracerGrid grid, Circulation circulation, MixingConstants constants) {
    this.name =
        "tracer model, "
            + circulation.name()
            + ", "
            + grid.columns(grid.rows() / 2)
            + " x "
            + grid.rows()
            + " x "
            + grid.layers();
    this.grid = grid;
    double[] land = grid.boxes().stream().mapToDouble(LandFraction.standard()::in).toArray();
    this.sampling = new Sampling(grid, land);
    List<MonthStep> built = new ArrayList<>();
    for (int month = 1; month <= 12; month++) {
      EddyDiffusivity eddies = new EddyDiffusivity(constants, month);
      MassFluxes fluxes = MassFluxes.of(grid, circulation.winds(month));
      built.add(
          new MonthStep(
              grid,
              FluxForm.matrix(grid, fluxes, eddies::at),
              new VerticalExchange(grid, constants, land, month)));
    }
    this.months = List.copyOf(built);
  }

  /** The model as it is shipped: 36 x 24 x 9, built-in circulation, standard mixing. */
  public static TracerModel standard() {
    return new TracerModel(
        TracerGrid.standard(), new ClimatologicalCirculation(), MixingConstants.standard());
  }

  /** What it is, for the source of a response. */
  public String name() {
    return name;
  }

  /** The grid. */
  public TracerGrid grid() {
    return grid;
  }

  /**
   * The columns of the grid as transport regions, named by latitude and longitude of the middle.
   */
  public List<TransportRegion> regions() {
    return TracerRegions.of(grid);
  }

  /**
   * Takes a state through a calendar month.
   *
   * @param month 1..12
   * @param state mixing ratio by cell and lane; overwritten by that at the end
   * @param flux rise of the global mean, yr-1, by column and lane
   * @param lanes number of tracers side by side
   * @return the mean of the month by cell and lane
   */
  public double[] advance(int month, double[] state, double[] flux, int lanes) {
    double[] mean = new double[state.length];
    months.get(month - 1).forward(state, flux, mean, lanes);
    return mean;
  }

  /** Weights of the cells in what a receptor sees; they sum to 1. */
  public double[] weights(Receptor receptor) {
    return sampling.weights(receptor);
  }

  /**
   * The exact transpose: derivatives of the receptors' means of a calendar month by the fluxes of
   * that month and of those before.
   *
   * @param receptors where; all run side by side
   * @param targetMonth 1..12
   * @param lags months to go back, the target included
   * @return by lag, then {@code column * receptors + receptor}: per yr-1 of {@link #advance}
   */
  public double[][] adjoint(List<Receptor> receptors, int targetMonth, int lags) {
    int lanes = receptors.size();
    double[] meanBar = new double[grid.cells() * lanes];
    for (int lane = 0; lane < lanes; lane++) {
      double[] weights = weights(receptors.get(lane));
      for (int cell = 0; cell < weights.length; cell++) {
        meanBar[cell * lanes + lane] = weights[cell];
      }
    }
    double[] stateBar = new double[meanBar.length];
    double[][] fluxBar = new double[lags][grid.columns() * lanes];
    for (int lag = 0; lag < lags; lag++) {
      MonthStep month = months.get(Math.floorMod(targetMonth - 1 - lag, 12));
      month.adjoint(stateBar, lag == 0 ? meanBar : null, fluxBar[lag], lanes);
    }
    return fluxBar;
  }

  /** Rise of the global mean by a flux of 1 kgC yr-1, ppm yr-1. */
  public static double perKilogram() {
    return CarbonUnits.wellMixed(1);
  }
}
