package org.ccdas.transport;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Rates of exchange between the boxes of {@link ZonalBox} in one calendar month (spec section
 * 16.3). A box is numbered {@code layer * 18 + band}; bands run from south to north.
 */
final class ZonalExchange {
  static final int BANDS = 18;
  static final int BOXES = 3 * BANDS;

  private static final double[] LAYER_SHARE = {0.2, 0.6, 0.2};
  private static final double EARTH_RADIUS = 6.371e6;
  private static final double BAND_WIDTH = Math.PI / BANDS;
  private static final double DAYS_PER_YEAR = 365.25;
  private static final double SECONDS_PER_YEAR = DAYS_PER_YEAR * 86400;
  private static final double[] DIFFUSIVITY = {1.2e6, 3.5e6, 2.0e6};
  private static final double[] ITCZ_DIFFUSIVITY = {0.3e6, 0.8e6, 0.8e6};
  private static final double STRATOSPHERE_YEARS = 1.5;

  private ZonalExchange() {}

  /** Latitude of a band's centre, degrees north. */
  static double centre(int band) {
    return -85 + 10 * band;
  }

  /** Share of the atmosphere's mass in each box; they sum to 1. */
  static double[] mass() {
    double[] mass = new double[BOXES];
    for (int layer = 0; layer < LAYER_SHARE.length; layer++) {
      for (int band = 0; band < BANDS; band++) {
        mass[layer * BANDS + band] = LAYER_SHARE[layer] * bandShare(band);
      }
    }
    return mass;
  }

  private static double bandShare(int band) {
    // a_j = (sin north - sin south)/2
    return (Math.sin(Math.toRadians(-80 + 10 * band)) - Math.sin(Math.toRadians(-90 + 10 * band)))
        / 2;
  }

  /** Matrix A of dc/dt = A c in yr-1 for a calendar month 1..12. */
  static RealMatrix matrix(int month) {
    double[] mass = mass();
    RealMatrix a = new Array2DRowRealMatrix(BOXES, BOXES);
    // phi_I = 4 + 8 sin(2 pi (mo - 4)/12) deg
    double itcz = 4 + 8 * Math.sin(2 * Math.PI * (month - 4) / 12.0);
    for (int layer = 0; layer < LAYER_SHARE.length; layer++) {
      for (int band = 0; band < BANDS - 1; band++) {
        double edge = -80 + 10 * band;
        // b = exp(-((phi_edge - phi_I)/10)^2/2), K = K_l (1 - b) + KB_l b
        double barrier = Math.exp(-0.5 * Math.pow((edge - itcz) / 10, 2));
        double k = DIFFUSIVITY[layer] * (1 - barrier) + ITCZ_DIFFUSIVITY[layer] * barrier;
        // X = K cos(phi_edge)/(2 R^2 dphi) f_l sec_per_yr
        double x =
            k
                * Math.cos(Math.toRadians(edge))
                / (2 * EARTH_RADIUS * EARTH_RADIUS * BAND_WIDTH)
                * LAYER_SHARE[layer]
                * SECONDS_PER_YEAR;
        link(a, mass, layer * BANDS + band, layer * BANDS + band + 1, x);
      }
    }
    for (int band = 0; band < BANDS; band++) {
      double share = bandShare(band);
      // X_12 = f_1 a_j/tau, X_23 = f_3 a_j/1.5 yr
      link(a, mass, band, BANDS + band, LAYER_SHARE[0] * share / mixingYears(band, month));
      link(a, mass, BANDS + band, 2 * BANDS + band, LAYER_SHARE[2] * share / STRATOSPHERE_YEARS);
    }
    return a;
  }

  private static double mixingYears(int band, int month) {
    double lat = centre(band);
    if (Math.abs(lat) <= 20) {
      return 12 / DAYS_PER_YEAR;
    }
    // tau = (25 - 10 sgn(lat) cos(2 pi (mo - 7)/12)) d
    return (25 - 10 * Math.signum(lat) * Math.cos(2 * Math.PI * (month - 7) / 12.0))
        / DAYS_PER_YEAR;
  }

  private static void link(RealMatrix a, double[] mass, int p, int q, double x) {
    // dc_p/dt += X/m_p (c_q - c_p), and opposite
    a.addToEntry(p, q, x / mass[p]);
    a.addToEntry(p, p, -x / mass[p]);
    a.addToEntry(q, p, x / mass[q]);
    a.addToEntry(q, q, -x / mass[q]);
  }
}
