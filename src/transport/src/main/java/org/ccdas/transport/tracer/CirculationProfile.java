package org.ccdas.transport.tracer;

import java.util.Arrays;

/**
 * The zonal mean of a circulation in one month, after the correction of mass.
 *
 * @param lat of the faces between rows, degrees north
 * @param stream mass flux northward above 500 hPa, 1e10 kg s-1, at those
 * @param jet eastward wind at 200 hPa, m s-1, at those
 * @param trades eastward wind of the lowest layer, m s-1, at those
 */
public record CirculationProfile(double[] lat, double[] stream, double[] jet, double[] trades) {
  /** Mass of the atmosphere, kg (Trenberth and Smith, 2005, J. Climate 18, 864-875). */
  private static final double AIR = 5.148e18;

  private static final double LEVEL = 0.47;

  /** The profile of a month of a circulation. */
  public static CirculationProfile of(TracerGrid grid, Circulation circulation, int month) {
    Circulation.Winds winds = circulation.winds(month);
    MassFluxes fluxes = MassFluxes.of(grid, winds);
    int n = grid.rows() - 1;
    double[] lat = new double[n];
    double[] stream = new double[n];
    double[] jet = new double[n];
    double[] trades = new double[n];
    for (int row = 0; row < n; row++) {
      lat[row] = grid.south(row + 1);
      for (int i = 0; i < grid.faces(row); i++) {
        for (int layer = 0; layer < grid.layers(); layer++) {
          stream[row] += grid.sigma(layer) <= LEVEL ? fluxes.north(layer, row, i) * AIR / 1e10 : 0;
        }
      }
      for (int i = 0; i < 36; i++) {
        double lon = -180 + 10 * i;
        jet[row] += winds.eastward(lat[row], lon, 0.21, 0.19) / 36;
        trades[row] += winds.eastward(lat[row], lon, grid.sigma(0), grid.sigma(1)) / 36;
      }
    }
    return new CirculationProfile(lat, stream, jet, trades);
  }

  /** Largest value of a curve between two latitudes, and the latitude where it is. */
  public double[] largest(double[] curve, double south, double north) {
    return extreme(curve, south, north, 1);
  }

  /** Smallest value of a curve between two latitudes, and the latitude where it is. */
  public double[] smallest(double[] curve, double south, double north) {
    return extreme(curve, south, north, -1);
  }

  private double[] extreme(double[] curve, double south, double north, int sign) {
    double[] found = {Double.NaN, Double.NaN};
    for (int row = 0; row < lat.length; row++) {
      boolean inside = lat[row] >= south && lat[row] <= north;
      if (inside && !(sign * curve[row] <= sign * found[0])) {
        found = new double[] {curve[row], lat[row]};
      }
    }
    return found;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CirculationProfile profile
        && Arrays.equals(lat, profile.lat)
        && Arrays.equals(stream, profile.stream)
        && Arrays.equals(jet, profile.jet)
        && Arrays.equals(trades, profile.trades);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(stream);
  }
}
