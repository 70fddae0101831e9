package org.ccdas.bethy.process;

import static org.ccdas.bethy.process.PhysicalConstants.PHOTON_ENERGY;

import org.ccdas.autodiff.Constant;

/** Factors on the respiration of leaves; after Brooks and Farquhar (1985). Spec section 7. */
final class LeafRespiration {
  private LeafRespiration() {}

  /** Inhibition by light di, 0.5..1, of the incident shortwave radiation, W m-2. */
  static double lightInhibition(@Constant double shortwave) {
    // di = 0.5 + 0.5 exp(-I_s / 10), I_s = SW / E_PAR in umol m-2 s-1
    return 0.5 + 0.5 * Math.exp(-shortwave / PHOTON_ENERGY * 1e6 / 10.0);
  }

  /** Stop by frost ci(T) of photosynthesis and respiration, 0..1; leaf temperature in degC. */
  static double frostInhibition(double temperature) {
    // ci(T) = logistic(10 T)
    return Smooth.logistic(10.0 * temperature);
  }
}
