package org.ccdas.pipelines.config;

import java.io.Serializable;
import org.ccdas.inputs.grid.LatLonGrid.Registration;
import org.ccdas.inputs.setting.DataPath;
import org.ccdas.inputs.setting.Setting;

/**
 * A variable that a monthly series or a climatology has.
 *
 * @param variable name in the file
 * @param scale factor from stored to physical values, not 0
 * @param unit unit after scaling, or null
 * @param climatology file of twelve months, or null
 * @param registration what its coordinates mean
 */
public record MonthlyVariable(
    @Setting("Name of the variable.") String variable,
    @Setting(value = ScaledVariable.SCALE, byDefault = "1", above = 0) double scale,
    @Setting(value = ScaledVariable.UNIT, byDefault = "null") String unit,
    @Setting(
            value =
                "NetCDF file with 12 months of it, which count in every year. Null: the files of the"
                    + " series have it.",
            byDefault = "null")
        DataPath climatology,
    @Setting(
            value =
                "What latitudes and longitudes of the climatology mean (docs/files.md, Grids)."
                    + " cf: what their bounds say, and without bounds the centre of a grid cell.",
            byDefault = "cf")
        Registration registration)
    implements Serializable {}
