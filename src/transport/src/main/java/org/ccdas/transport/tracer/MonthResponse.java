package org.ccdas.transport.tracer;

import java.util.List;
import org.ccdas.transport.Receptor;

/**
 * What the mean of one calendar month sees of the fluxes of that month and of those before it.
 *
 * @param month calendar month of the mean, 1..12
 * @param values [lag][column * receptors + receptor], ppm per kgC yr-1
 */
public record MonthResponse(int month, double[][] values) {
  /** One adjoint run for all receptors side by side. */
  public static MonthResponse of(TracerModel model, List<Receptor> receptors, int month, int lags) {
    double[][] values = model.adjoint(receptors, month, lags);
    double scale = TracerModel.perKilogram();
    for (double[] lag : values) {
      for (int i = 0; i < lag.length; i++) {
        lag[i] *= scale;
      }
    }
    return new MonthResponse(month, values);
  }

  /** A name that is the same only for the same model, receptors, month and lags. */
  public static String name(TracerSetup setup, List<Receptor> receptors, int month, int lags) {
    return "month-" + (month < 10 ? "0" : "") + month + "-" + setup.digest(receptors, lags) + ".nc";
  }
}
