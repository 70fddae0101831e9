package org.ccdas.transport.tracer;

import org.ccdas.inputs.grid.LatLonBox;

/**
 * The mean meridional circulation as a mass stream function: Hadley, Ferrel and polar cells whose
 * edges and strengths follow the season, and the cell of the lower stratosphere. Strengths after
 * Peixoto and Oort (1992, section 7.4.3) and the reanalyses of Stachnik and Schumacher (2011, J.
 * Geophys. Res. 116, D22102); edges after the latter; 6e9 kg s-1 through 100 hPa in each hemisphere
 * after Rosenlof (1995, J. Geophys. Res. 100, 5173-5191).
 */
final class MeridionalCells {
  private static final double SURFACE_PRESSURE = 1.0e5;
  private static final double GRAVITY = 9.81;

  /** Sigma at the top of the tropospheric cells. */
  private static final double TOP = 0.1;

  private final double boundary;
  private final double northEdge;
  private final double southEdge;
  private final double[] strength;
  private final double stratosphere;

  MeridionalCells(int month) {
    double s = Season.summer(month, 7.7);
    boundary = 2 + 13 * s;
    northEdge = 34 + 4 * s;
    southEdge = -33 + 3 * s;
    // kg s-1; positive is northward aloft: polar, Ferrel, Hadley of the south, then of the north
    strength =
        new double[] {
          -0.8e10,
          (3.5 + 0.5 * s) * 1e10,
          -(12 + 8 * s) * 1e10,
          (10 - 9 * s) * 1e10,
          -(2.5 - 1.5 * s) * 1e10,
          (0.6 - 0.3 * s) * 1e10
        };
    stratosphere = s;
  }

  /**
   * Mass flux northward above a level, kg s-1.
   *
   * @param lat degrees north
   * @param sigma 0..1; the stream function vanishes at both
   */
  double stream(double lat, double sigma) {
    double[] edges = {-90, -64, southEdge, boundary, northEdge, 62, 90};
    double troposphere = 0;
    for (int cell = 0; cell < strength.length; cell++) {
      if (lat > edges[cell] && lat < edges[cell + 1]) {
        // A sin^2(pi (phi - phi_0) / (phi_1 - phi_0))
        double wave = Math.sin(Math.PI * (lat - edges[cell]) / (edges[cell + 1] - edges[cell]));
        troposphere = strength[cell] * wave * wave;
      }
    }
    double winter = 1 - 0.4 * stratosphere * Math.signum(lat);
    double overworld = 0.6e10 * winter * Math.sin(Math.toRadians(2 * lat));
    return troposphere * profile(sigma) + overworld * stratosphericProfile(sigma);
  }

  /**
   * Shape of the tropospheric cells, 1 at its maximum (sigma 0.71): x^1.5 (1 - x)^0.7 / maximum.
   */
  private static double profile(double sigma) {
    double x = (sigma - TOP) / (1 - TOP);
    if (x <= 0 || x >= 1) {
      return 0;
    }
    double peak = 1.5 / 2.2;
    return Math.pow(x / peak, 1.5) * Math.pow((1 - x) / (1 - peak), 0.7);
  }

  /** Shape of the stratospheric cell: 1 at 100 hPa, 0 at the top and below 400 hPa. */
  private static double stratosphericProfile(double sigma) {
    return sigma < 0.1 ? sigma / 0.1 : Math.max(0, (0.4 - sigma) / 0.3);
  }

  /** Zonal mean northward wind of a layer, m s-1. */
  double northward(double lat, double bottom, double top) {
    // v = g (psi(bottom) - psi(top)) / (2 pi R cos(phi) p_s dsigma)
    return GRAVITY
        * (stream(lat, bottom) - stream(lat, top))
        / (2
            * Math.PI
            * LatLonBox.EARTH_RADIUS
            * Math.cos(Math.toRadians(lat))
            * SURFACE_PRESSURE
            * (bottom - top));
  }
}
