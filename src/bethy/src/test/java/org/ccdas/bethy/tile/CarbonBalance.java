package org.ccdas.bethy.tile;

import java.util.List;
import org.ccdas.bethy.process.CarbonClosure;
import org.ccdas.bethy.process.CarbonClosure.Amplitudes;
import org.ccdas.bethy.process.Evening;
import org.ccdas.bethy.process.FastPool;
import org.ccdas.bethy.process.TileParameters;

/**
 * Net ecosystem production of a tile, closed over the analysis window: sum NEP = (1 - beta) sum NPP
 * there. Spec section 12.2. Fluxes in gC m-2 d-1, one value a day.
 *
 * @param amplitudes factors on the shapes of respiration
 * @param startPool fast pool C0 at the start of the window, in units of the litter shape
 * @param before NEP of the days before the window
 * @param window NEP of the window
 * @param fastRespiration R_f of the window
 * @param slowRespiration R_s of the window
 */
public record CarbonBalance(
    Amplitudes amplitudes,
    double startPool,
    double[] before,
    double[] window,
    double[] fastRespiration,
    double[] slowRespiration) {

  /**
   * Closes the balance.
   *
   * @param before days in front of the window, may be empty; their fast pool starts from C0 too
   * @param window the analysis window, at least one day
   */
  public static CarbonBalance close(TileParameters p, List<Evening> before, List<Evening> window) {
    double fromZero = 0;
    double fastRates = 0;
    double npp = 0;
    double litter = 0;
    double slowShapes = 0;
    for (Evening day : window) {
      fromZero = FastPool.step(fromZero, day.litter(), day.fastRate()).carbon();
      fastRates += day.fastRate();
      npp += day.npp();
      litter += day.litter();
      slowShapes += day.slowShape();
    }
    double startPool = CarbonClosure.startPool(fromZero, fastRates);
    Amplitudes amplitudes = CarbonClosure.amplitudes(p, npp, litter, slowShapes);
    double[] fast = fastRespiration(window, startPool, amplitudes);
    double[] slow = slowRespiration(window, amplitudes);
    return new CarbonBalance(
        amplitudes,
        startPool,
        nep(
            before,
            fastRespiration(before, startPool, amplitudes),
            slowRespiration(before, amplitudes)),
        nep(window, fast, slow),
        fast,
        slow);
  }

  private static double[] fastRespiration(
      List<Evening> days, double startPool, Amplitudes amplitudes) {
    double[] respiration = new double[days.size()];
    double carbon = startPool;
    for (int i = 0; i < respiration.length; i++) {
      // R_f = beta lf (1 - f_s) loss
      FastPool.Step step = FastPool.step(carbon, days.get(i).litter(), days.get(i).fastRate());
      respiration[i] = amplitudes.fast() * step.loss();
      carbon = step.carbon();
    }
    return respiration;
  }

  private static double[] slowRespiration(List<Evening> days, Amplitudes amplitudes) {
    // R_s = A_s k_s
    return days.stream().mapToDouble(day -> amplitudes.slow() * day.slowShape()).toArray();
  }

  private static double[] nep(List<Evening> days, double[] fast, double[] slow) {
    double[] nep = new double[days.size()];
    for (int i = 0; i < nep.length; i++) {
      // NEP = NPP - R_f - R_s
      nep[i] = days.get(i).npp() - fast[i] - slow[i];
    }
    return nep;
  }
}
