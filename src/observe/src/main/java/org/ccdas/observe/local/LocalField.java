package org.ccdas.observe.local;

import java.util.function.ToDoubleFunction;

/**
 * A statistic of every cell in the result file of a local stream. Statistics compare on the same
 * days, modelled minus observed.
 */
public enum LocalField {
  OBSERVATIONS("observations", "values in the misfit", false, c -> c.count()),
  COMPARED(
      "compared", "values compared, those held out included", false, c -> c.observed().count()),
  HELD_OUT("held_out", "values held out", false, c -> c.heldOut().count()),
  UBRMSE_HELD_OUT_PRIOR(
      "ubrmse_held_out_prior",
      "root mean square difference to the values held out, without the bias, prior",
      true,
      c -> c.heldOut().fit(c.heldOut().prior()).unbiasedRmse()),
  UBRMSE_HELD_OUT_POSTERIOR(
      "ubrmse_held_out_posterior",
      "root mean square difference to the values held out, without the bias, posterior",
      true,
      c -> c.heldOut().fit(c.heldOut().posterior()).unbiasedRmse()),
  EFFECTIVE_OBSERVATIONS(
      "effective_observations",
      "independent values that tell as much of the mean",
      false,
      LocalComparison::effectiveCount),
  R_PRIOR("r_prior", "correlation, prior", false, c -> c.priorFit().correlation()),
  R_POSTERIOR("r_posterior", "correlation, posterior", false, c -> c.posteriorFit().correlation()),
  RMSE_PRIOR("rmse_prior", "root mean square difference, prior", true, c -> c.priorFit().rmse()),
  UBRMSE_PRIOR(
      "ubrmse_prior",
      "root mean square difference without the bias, prior",
      true,
      c -> c.priorFit().unbiasedRmse()),
  BIAS_PRIOR("bias_prior", "mean difference, prior", true, c -> c.priorFit().bias()),
  RMSE_POSTERIOR(
      "rmse_posterior",
      "root mean square difference, posterior",
      true,
      c -> c.posteriorFit().rmse()),
  UBRMSE_POSTERIOR(
      "ubrmse_posterior",
      "root mean square difference without the bias, posterior",
      true,
      c -> c.posteriorFit().unbiasedRmse()),
  BIAS_POSTERIOR(
      "bias_posterior", "mean difference, posterior", true, c -> c.posteriorFit().bias()),
  R_PRIOR_ODD(
      "r_prior_odd", "correlation of the prior on odd days", false, c -> c.whole().priorOdd()),
  R_CHANGE_EVEN(
      "r_change_even",
      "correlation of the posterior minus that of the prior on even days",
      false,
      c -> c.whole().changeEven()),
  R_PRIOR_ODD_ANOMALY(
      "r_prior_odd_anomaly",
      "correlation of the prior on odd days, without the seasonal cycle",
      false,
      c -> c.anomaly().priorOdd()),
  R_CHANGE_EVEN_ANOMALY(
      "r_change_even_anomaly",
      "change of the correlation on even days, without the seasonal cycle",
      false,
      c -> c.anomaly().changeEven()),
  OFFSET("offset", "estimated offset, observed minus modelled", true, LocalComparison::offset),
  GAIN("gain", "estimated gain", false, LocalComparison::gain);

  private final String variable;
  private final String longName;
  private final boolean inUnits;
  private final ToDoubleFunction<LocalComparison> value;

  LocalField(
      String variable, String longName, boolean inUnits, ToDoubleFunction<LocalComparison> value) {
    this.variable = variable;
    this.longName = longName;
    this.inUnits = inUnits;
    this.value = value;
  }

  /** Name of the variable in the file. */
  public String variable() {
    return variable;
  }

  String longName() {
    return longName;
  }

  /** Units, where those of the stream are given. */
  String units(String ofStream) {
    return inUnits ? ofStream : "1";
  }

  /** The statistic of a cell; NaN where nothing is observed. */
  double of(LocalComparison cell) {
    return cell.observed().count() == 0 ? Double.NaN : value.applyAsDouble(cell);
  }
}
