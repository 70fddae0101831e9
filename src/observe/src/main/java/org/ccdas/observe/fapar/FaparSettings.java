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
    @Setting(
            value =
                "What latitudes and longitudes in the files mean (docs/files.md, Grids)."
                    + " cf: what their bounds say, and without bounds the centre of a grid cell.",
            byDefault = "cf")
        Registration registration,
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
    @Setting(
            value = "Whether it is part of the cost; else it is only compared with the result.",
            byDefault = "true")
        boolean assimilate,
    @Setting(
            value = "Years that are compared with the result and not assimilated.",
            byDefault = "[]")
        List<Integer> heldOutYears,
    @Setting(
            value =
                "Regions that are compared with the result and not assimilated; names of the last"
                    + " set in regions. A cell belongs to the region that has most of it.",
            byDefault = "[]")
        List<String> heldOutRegions,
    @Setting(
            value =
                "offset: an offset of every cell is eliminated. offsetGain: offset and gain. none:"
                    + " no bias. linear, cdf: observations are matched to the prior run, which"
                    + " counts the prior twice.",
            byDefault = "offset")
        BiasTreatment.Kind bias,
    @Setting(
            value = "Prior standard deviation of the offset of a cell.",
            byDefault = "0.1",
            above = 0)
        double offsetSigma,
    @Setting(
            value = "Prior standard deviation of the gain of a cell, whose mean is 1.",
            byDefault = "0.5",
            above = 0)
        double gainSigma,
    @Setting(
            value = "Whether the determinant of the gain's normal matrix belongs to the cost.",
            byDefault = "true")
        boolean logDet,
    @Setting(
            value =
                "ar1: errors of a cell are correlated in time and whitened. factor: independent"
                    + " values whose weights are multiplied by a factor.",
            byDefault = "ar1")
        LocalError.Weight weight,
    @Setting(
            value = "Time after which the correlation of errors has fallen to 1/e, days.",
            byDefault = "10",
            above = 0)
        double correlationDays,
    @Setting(
            value = "Factor of the weights with weight factor.",
            byDefault = "0.1",
            above = 0,
            atMost = 1)
        double factor,
    @Setting(
            value =
                "Factor of all standard errors; the square root of the chi-square of a run makes"
                    + " that of the next about 1.",
            byDefault = "1",
            above = 0)
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
