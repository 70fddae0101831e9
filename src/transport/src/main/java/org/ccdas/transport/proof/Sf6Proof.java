package org.ccdas.transport.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ccdas.transport.surface.Raster;

/**
 * Emissions of SF6 put through a model, against the stations. The inventory's growth is smaller
 * than the observed one; since the gradient goes with the emissions, the scores are given with the
 * inventory as it is and scaled by one factor, observed over modelled growth of the years of the
 * fit.
 */
public final class Sf6Proof {
  /**
   * First year of the runs of a fit: what is left of the start after seven years is the same
   * everywhere.
   */
  private static final int FIT_START = 1988;

  /** First year of the fit, and of observations. */
  public static final int FIRST = 1995;

  /** Last year of the fit. */
  public static final int LAST_FITTED = 2001;

  /** Last year of the emissions. */
  public static final int LAST = 2008;

  private final Sf6Data data;
  private final double[] pattern = Raster.fossil();

  /** A proof by these data. */
  public Sf6Proof(Sf6Data data) {
    this.data = data;
  }

  /**
   * What came out for a model.
   *
   * @param name of the model
   * @param modelled by station and month since the first year of the emissions, ppt
   * @param scale observed over modelled growth 1995-2001
   * @param fitted score of 1995-2001, emissions scaled
   * @param judged score of 2002-2008, emissions scaled
   * @param inventory score of 2002-2008, emissions as they are
   * @param samoa mean seasonal cycle at Samoa 1995-2008, model and observed
   */
  public record Result(
      String name,
      double[][] modelled,
      double scale,
      Sf6Score fitted,
      Sf6Score judged,
      Sf6Score inventory,
      double[][] samoa) {}

  /** The data. */
  public Sf6Data data() {
    return data;
  }

  /** Runs a model from the first year of the emissions. */
  public Result of(TransportModel model) {
    double[][] modelled =
        model.run(month -> data.flux(month, pattern), data.months(), data.stations());
    double scale = scale(modelled);
    int samoa = data.stations().stream().map(station -> station.code()).toList().indexOf("SMO");
    int from = data.january(FIRST);
    double[] seen = data.observed()[samoa];
    return new Result(
        model.name(),
        modelled,
        scale,
        Sf6Score.of(data, modelled, scale, FIRST, LAST_FITTED),
        Sf6Score.of(data, modelled, scale, LAST_FITTED + 1, LAST),
        Sf6Score.of(data, modelled, 1, LAST_FITTED + 1, LAST),
        new double[][] {
          Series.season(modelled[samoa], seen, from, data.months()),
          Series.season(seen, seen, from, data.months())
        });
  }

  /** Observed over modelled growth of the years of the fit. */
  double scale(double[][] modelled) {
    int from = data.january(FIRST);
    int to = data.january(LAST_FITTED + 1);
    return Sf6Score.growth(data, data.observed(), from, to)
        / Sf6Score.growth(data, modelled, from, to);
  }

  /** Scaled model less observed annual means of the years of the fit, less the mean of the year. */
  public double[] misfit(TransportModel model) {
    int start = data.january(FIT_START);
    int months = data.january(LAST_FITTED + 1);
    double[][] late =
        model.run(month -> data.flux(start + month, pattern), months - start, data.stations());
    double[][] modelled = new double[late.length][months];
    for (int s = 0; s < late.length; s++) {
      System.arraycopy(late[s], 0, modelled[s], start, late[s].length);
    }
    double scale = scale(modelled);
    double[][] scaled = new double[modelled.length][];
    for (int s = 0; s < scaled.length; s++) {
      scaled[s] = Arrays.stream(modelled[s]).map(value -> value * scale).toArray();
    }
    List<Double> misfit = new ArrayList<>();
    for (double[] station : Sf6Score.residuals(data, scaled, FIRST, LAST_FITTED)) {
      for (double value : station) {
        if (Double.isFinite(value)) {
          misfit.add(value);
        }
      }
    }
    return misfit.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
