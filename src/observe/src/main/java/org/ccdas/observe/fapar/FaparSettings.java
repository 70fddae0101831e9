package org.ccdas.observe.fapar;

import java.io.Serializable;
import java.util.List;
import org.ccdas.inputs.grid.LatLonGrid.Registration;
import org.ccdas.inputs.setting.DataPath;
import org.ccdas.inputs.setting.InvalidSetting;
import org.ccdas.inputs.setting.Setting;
import org.ccdas.observe.local.BiasTreatment;
import org.ccdas.observe.local.LocalError;
import org.ccdas.observe.local.LocalSettings;

/**
 * FAPAR of cells that is assimilated or compared with (spec section 17.6).
 *
 * @param files CF NetCDF files
 * @param registration what their latitudes and longitudes mean
 * @param variable of the values
 * @param errorVariable of their standard errors, or null
 * @param standardError of every value where there is no variable
 * @param assimilate whether it is part of the cost
 * @param heldOutYears years only compared with
 * @param heldOutRegions regions only compared with
 * @param bias treatment of the bias
 * @param offsetSigma prior standard deviation of the offset
 * @param gainSigma prior standard deviation of the gain
 * @param logDet whether ln det belongs to the cost
 * @param weight error model in time
 * @param correlationDays days
 * @param factor of the weights
 * @param errorInflation factor of all standard errors
 */
public record FaparSettings(
    @Setting(
            "CF NetCDF files of FAPAR on a latitude-longitude grid, one step a day or a month; cells"
                + " take the mean of their box.")
        List<DataPath> files,
    @Setting(value = Registration.MEANING, byDefault = "cf") Registration registration,
    @Setting(value = "Name of the variable.", byDefault = "fapar") String variable,
    @Setting(
            value = "Name of the variable of the standard errors. Null: standardError for all.",
            byDefault = "null")
        String errorVariable,
    @Setting(
            value = "Standard error of every value where there is no variable of errors.",
            byDefault = "0.1",
            above = 0)
        double standardError,
    @Setting(value = LocalSettings.ASSIMILATE, byDefault = "true") boolean assimilate,
    @Setting(value = LocalSettings.HELD_OUT_YEARS, byDefault = "[]") List<Integer> heldOutYears,
    @Setting(value = LocalSettings.HELD_OUT_REGIONS, byDefault = "[]") List<String> heldOutRegions,
    @Setting(value = LocalSettings.BIAS, byDefault = "offset") BiasTreatment.Kind bias,
    @Setting(
            value = "Prior standard deviation of the offset of a cell.",
            byDefault = "0.1",
            above = 0)
        double offsetSigma,
    @Setting(value = LocalSettings.GAIN_SIGMA, byDefault = "0.5", above = 0) double gainSigma,
    @Setting(value = LocalSettings.LOG_DET, byDefault = "true") boolean logDet,
    @Setting(value = LocalSettings.WEIGHT, byDefault = "ar1") LocalError.Weight weight,
    @Setting(value = LocalSettings.CORRELATION_DAYS, byDefault = "10", above = 0)
        double correlationDays,
    @Setting(value = LocalSettings.FACTOR, byDefault = "0.1", above = 0, atMost = 1) double factor,
    @Setting(value = LocalSettings.ERROR_INFLATION, byDefault = "1", above = 0)
        double errorInflation)
    implements LocalSettings, Serializable {
  /** Checks that there are files and no year or region twice. */
  public FaparSettings {
    files = List.copyOf(files);
    heldOutYears = List.copyOf(heldOutYears);
    heldOutRegions = List.copyOf(heldOutRegions);
    if (files.isEmpty()) {
      throw new InvalidSetting("files", "no file is named", "Name at least one");
    }
    LocalSettings.requireDistinct(heldOutYears, heldOutRegions);
  }
}
