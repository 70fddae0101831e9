package org.ccdas.bethy.process;

import static org.ccdas.bethy.process.Smooth.SHARPER;
import static org.ccdas.bethy.process.Smooth.hmin;
import static org.ccdas.bethy.process.Smooth.softp;

/**
 * Fall of leaf nitrogen, and with it of photosynthetic capacity, into the canopy. Spec section 7.
 */
final class NitrogenProfile {
  private static final double LAI_LIMIT = 3.0;
  private static final double LAI_RANGE = 3.0;
  private static final double LAI_WIDTH = 0.1;

  private NitrogenProfile() {}

  /** Capacity N_i of the three layers from the top down, relative to a leaf at the top. */
  static double[] layers(TileTraits t, double lai, double noonSun) {
    // k_N = 0.5 / max(mu_noon, 1e-3), w_N = hmin_0.999(softp_0.1(L - 3) / 3, 1)
    double extinction = 0.5 / Math.max(noonSun, 1e-3);
    double share = hmin(softp(lai - LAI_LIMIT, LAI_WIDTH) / LAI_RANGE, 1.0, SHARPER);
    double[] nitrogen = new double[TwoStream.LAYERS];
    nitrogen[0] = 1.0;
    double step = Math.exp(-extinction * lai / TwoStream.LAYERS);
    double fall = 1.0;
    for (int i = 1; i < TwoStream.LAYERS; i++) {
      // N_i = w_N exp(-k_N L (i - 1) / 3) + 1 - w_N
      fall = fall * step;
      nitrogen[i] = t.nitrogenProfile() > 0.5 ? fall * share + 1.0 - share : 1.0;
    }
    return nitrogen;
  }
}
