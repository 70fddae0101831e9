package org.ccdas.transport.tracer;

/**
 * Convection of a column in one month as a steady plume (after the mass-flux scheme of Tiedtke,
 * 1989, Mon. Wea. Rev. 117, 1779-1800, with prescribed fluxes): air of the two lowest layers rises,
 * leaves at the levels of outflow with the mixture of what came in, and sinks back between the
 * clouds. Three kinds: deep in the tropics, following the sun, more over land; of summer over the
 * middle latitudes' land; of the winter storms over the sea. Fluxes at cloud base in kg m-2 s-1 are
 * of the size of the analysed ones, 0.01 to 0.02 in the ITCZ.
 */
final class Convection {
  /** Mass of a column over 1 m2, kg. */
  private static final double COLUMN = 1.0e4;

  private static final double DEEP = 0.012;
  private static final double SUMMER_LAND = 0.008;
  private static final double WINTER_SEA = 0.005;

  private final TracerGrid grid;
  private final double[] outflow;

  Convection(TracerGrid grid, MixingConstants constants, double lat, double land, int month) {
    this.grid = grid;
    double s = Season.summer(month, 7.5);
    // the sun: 6 + 4 s over the sea, 14 s over land
    double itcz = land * 14 * s + (1 - land) * (6 + 4 * s);
    double x = (lat - itcz) / 11;
    double deep = DEEP * Math.exp(-x * x / 2) * (1 + 0.3 * land);
    double local = s * Math.tanh(lat / 20);
    double mid = bump(Math.abs(lat), 42, 12);
    double summer = SUMMER_LAND * mid * land * Math.max(0, 0.3 + 0.7 * local);
    double winter = WINTER_SEA * mid * (1 - land) * Math.max(0, 0.5 - 0.5 * local);
    this.outflow = new double[grid.layers()];
    for (int layer = 2; layer < outflow.length; layer++) {
      double sigma = grid.middle(layer);
      double share = grid.thickness(layer);
      outflow[layer] =
          constants.convection()
              / COLUMN
              * (deep * share * shape(sigma, 0.25, 0.09, 0.7)
                  + summer * share * shape(sigma, 0.45, 0.15, 0.5)
                  + winter * share * shape(sigma, 0.62, 0.15, 0.5));
    }
  }

  private static double bump(double lat, double centre, double width) {
    double x = (lat - centre) / width;
    return Math.exp(-x * x / 2);
  }

  /** Outflow per unit of sigma: around a level, and a share of it spread over the troposphere. */
  private static double shape(double sigma, double level, double width, double focused) {
    double normal = bump(sigma, level, width) / (width * Math.sqrt(2 * Math.PI));
    double broad = sigma > 0.2 && sigma < 0.88 ? 1 / 0.68 : 0;
    return focused * normal + (1 - focused) * broad;
  }

  /** Adds the exchange to the matrix of a column, s-1. */
  void addTo(double[][] c) {
    double total = 0;
    for (double value : outflow) {
      total += value;
    }
    double base = grid.thickness(0) + grid.thickness(1);
    double rising = 0;
    for (int layer = 0; layer < outflow.length; layer++) {
      double inflow = layer < 2 ? total * grid.thickness(layer) / base : 0;
      if (layer < 2) {
        // the plume takes air of the layer ...
        c[layer][layer] -= inflow / grid.thickness(layer);
      }
      // ... which leaves it aloft as the mixture of the two lowest layers
      for (int from = 0; from < 2; from++) {
        c[layer][from] += outflow[layer] * grid.thickness(from) / base / grid.thickness(layer);
      }
      rising += inflow - outflow[layer];
      if (layer + 1 < outflow.length && rising > 0) {
        // what has risen through the upper edge sinks back through it, with the air above
        double sinking = rising;
        c[layer][layer + 1] += sinking / grid.thickness(layer);
        c[layer + 1][layer + 1] -= sinking / grid.thickness(layer + 1);
      }
    }
  }
}
