package org.ccdas.bethy.process;

import static org.ccdas.bethy.process.Smooth.softp;

import org.ccdas.autodiff.Kernel;

/**
 * Amplitudes of heterotrophic respiration that balance production over the analysis window: sum NEP
 * = (1 - beta) sum NPP. Spec section 12.2.
 */
public final class CarbonClosure {
  private static final double NPP_WIDTH = 1.0;

  private CarbonClosure() {}

  /**
   * Factors on the shapes of respiration: R_f = fast x loss, R_s = slow x k_s, in gC m-2 d-1.
   *
   * @param fast F = beta lf (1 - f_s), gC m-2 per unit of litter shape
   * @param slow A_s, gC m-2 d-1
   */
  public record Amplitudes(double fast, double slow) {}

  /**
   * Start value of the fast pool that repeats itself over the window, m2 m-2.
   *
   * @param endFromZero value b at the end of the window after a start from 0
   * @param fastRateSum sum of k_f over the window, above 0
   */
  @Kernel("StartPoolKernel")
  public static double startPool(double endFromZero, double fastRateSum) {
    // C0 = b / (1 - e^{-sum k_f})
    return endFromZero / -Math.expm1(-fastRateSum);
  }

  /**
   * Amplitudes from the sums over the window.
   *
   * @param nppSum sum of NPP, gC m-2
   * @param litterSum sum of the litter shape, above 0
   * @param slowShapeSum sum of k_s, above 0
   */
  @Kernel("AmplitudeKernel")
  public static Amplitudes amplitudes(
      TileParameters p, double nppSum, double litterSum, double slowShapeSum) {
    // NPPsum = softp_1(sum NPP), F = beta (1 - f_s) NPPsum / l_sum, A_s = beta f_s NPPsum / sum k_s
    double production = p.beta() * softp(nppSum, NPP_WIDTH);
    return new Amplitudes(
        production * (1.0 - p.slowShare()) / litterSum, production * p.slowShare() / slowShapeSum);
  }
}
