package org.ccdas.observe.moisture;

import java.io.Serializable;
import java.util.List;
import org.ccdas.inputs.setting.DataPath;
import org.ccdas.inputs.setting.InvalidSetting;
import org.ccdas.inputs.setting.Setting;
import org.ccdas.observe.local.BiasTreatment;
import org.ccdas.observe.local.LocalError;
import org.ccdas.observe.local.LocalSettings;

/**
 * Satellite soil moisture that is assimilated or compared with (spec 17).
 *
 * @param folder with product files
 * @param files product files
 * @param assimilate whether it is part of the cost
 * @param heldOutYears years only compared with
 * @param heldOutRegions regions only compared with
 * @param bias treatment of the bias
 * @param offsetSigma m3 m-3
 * @param gainSigma prior standard deviation of the gain
 * @param logDet whether ln det belongs to the cost
 * @param weight error model in time
 * @param correlationDays days
 * @param factor of the weights
 * @param errorInflation factor of all standard errors
 */
public record SoilMoistureSettings(
    @Setting(
            value =
                "Folder of product files named soil-moisture*.nc, as ccdas ingest leaves them."
                    + " Null: name them in files.",
            byDefault = "null")
        DataPath folder,
    @Setting(value = "Product files, when there is no folder.", byDefault = "[]")
        List<DataPath> files,
    @Setting(value = LocalSettings.ASSIMILATE, byDefault = "true") boolean assimilate,
    @Setting(value = LocalSettings.HELD_OUT_YEARS, byDefault = "[]") List<Integer> heldOutYears,
    @Setting(value = LocalSettings.HELD_OUT_REGIONS, byDefault = "[]") List<String> heldOutRegions,
    @Setting(value = LocalSettings.BIAS, byDefault = "offset") BiasTreatment.Kind bias,
    @Setting(
            value = "Prior standard deviation of the offset of a cell, m3 m-3.",
            byDefault = "0.1",
            above = 0)
        double offsetSigma,
    @Setting(value = LocalSettings.GAIN_SIGMA, byDefault = "0.5", above = 0) double gainSigma,
    @Setting(value = LocalSettings.LOG_DET, byDefault = "true") boolean logDet,
    @Setting(value = LocalSettings.WEIGHT, byDefault = "ar1") LocalError.Weight weight,
    @Setting(value = LocalSettings.CORRELATION_DAYS, byDefault = "5", above = 0)
        double correlationDays,
    @Setting(value = LocalSettings.FACTOR, byDefault = "0.1", above = 0, atMost = 1) double factor,
    @Setting(value = LocalSettings.ERROR_INFLATION, byDefault = "1", above = 0)
        double errorInflation)
    implements LocalSettings, Serializable {
  /** Checks that there are files and no year or region twice. */
  public SoilMoistureSettings {
    files = List.copyOf(files);
    heldOutYears = List.copyOf(heldOutYears);
    heldOutRegions = List.copyOf(heldOutRegions);
    if ((folder == null) == files.isEmpty()) {
      throw new InvalidSetting(
          "folder",
          folder == null ? "neither folder nor files are given" : "folder and files are given",
          "Give one of both");
    }
    LocalSettings.requireDistinct(heldOutYears, heldOutRegions);
  }
}
