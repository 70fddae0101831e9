package org.ccdas.observe.local;

import java.util.List;
import org.ccdas.inputs.setting.InvalidSetting;

/**
 * What the settings of every local stream choose, under the same keys. A stream's record implements
 * it by its components, each with the default of the stream; what the keys mean stands here once.
 */
public interface LocalSettings {
  /** Meaning of {@link #assimilate}. */
  String ASSIMILATE = "Whether it is part of the cost; else it is only compared with the result.";

  /** Meaning of {@link #heldOutYears}. */
  String HELD_OUT_YEARS = "Years that are compared with the result and not assimilated.";

  /** Meaning of {@link #heldOutRegions}. */
  String HELD_OUT_REGIONS =
      "Regions that are compared with the result and not assimilated; names of the last set in"
          + " regions. A cell belongs to the region that has most of it.";

  /** Meaning of {@link #bias}. */
  String BIAS =
      "offset: an offset of every cell is eliminated. offsetGain: offset and gain. none: no bias."
          + " linear, cdf: observations are matched to the prior run, which counts the prior"
          + " twice.";

  /** Meaning of {@link #gainSigma}. */
  String GAIN_SIGMA = "Prior standard deviation of the gain of a cell, whose mean is 1.";

  /** Meaning of {@link #logDet}. */
  String LOG_DET = "Whether the determinant of the gain's normal matrix belongs to the cost.";

  /** Meaning of {@link #weight}. */
  String WEIGHT =
      "ar1: errors of a cell are correlated in time and whitened. factor: independent values whose"
          + " weights are multiplied by a factor.";

  /** Meaning of {@link #correlationDays}. */
  String CORRELATION_DAYS = "Time after which the correlation of errors has fallen to 1/e, days.";

  /** Meaning of {@link #factor}. */
  String FACTOR = "Factor of the weights with weight factor.";

  /** Meaning of {@link #errorInflation}. */
  String ERROR_INFLATION =
      "Factor of all standard errors; the square root of the chi-square of a run makes that of the"
          + " next about 1.";

  /** Whether it is part of the cost; else it is only compared with. */
  boolean assimilate();

  /** Years that are only compared with. */
  List<Integer> heldOutYears();

  /** Names of regions that are only compared with. */
  List<String> heldOutRegions();

  /** How the bias of a cell is dealt with. */
  BiasTreatment.Kind bias();

  /** Prior standard deviation of the offset of a cell, in the units of the stream, above 0. */
  double offsetSigma();

  /** Prior standard deviation of the gain of a cell, above 0. */
  double gainSigma();

  /** Whether the determinant of the gain's normal matrix belongs to the cost. */
  boolean logDet();

  /** How errors of a cell depend on each other. */
  LocalError.Weight weight();

  /** Time after which the correlation of errors has fallen to 1/e, days, above 0. */
  double correlationDays();

  /** Factor of the weights of independent values, above 0, at most 1. */
  double factor();

  /** Factor of all standard errors, above 0. */
  double errorInflation();

  /** How errors of a cell depend on each other. */
  default LocalError error() {
    return new LocalError(weight(), correlationDays(), factor(), errorInflation());
  }

  /** How the bias of a cell is dealt with, with its prior. */
  default BiasTreatment biasTreatment() {
    return new BiasTreatment(bias(), offsetSigma(), gainSigma(), logDet());
  }

  /** What is part of the cost. */
  default LocalUse use() {
    return LocalUse.of(assimilate(), heldOutYears(), heldOutRegions());
  }

  /** Makes sure that no year and no region is held out twice. */
  static void requireDistinct(List<Integer> heldOutYears, List<String> heldOutRegions) {
    InvalidSetting.requireDistinct("heldOutYears", "year", heldOutYears);
    InvalidSetting.requireDistinct("heldOutRegions", "region", heldOutRegions);
  }
}
