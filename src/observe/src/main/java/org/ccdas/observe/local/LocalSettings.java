package org.ccdas.observe.local;

import java.util.List;
import org.ccdas.inputs.setting.InvalidSetting;

/**
 * What the settings of every local stream choose, under the same keys. A stream's record implements
 * it by its components, each with the units and default of the stream.
 */
public interface LocalSettings {
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
