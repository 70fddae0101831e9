package org.ccdas.pipelines.config;

import java.io.Serializable;
import org.ccdas.inputs.grid.LatLonGrid.Registration;
import org.ccdas.inputs.setting.DataPath;
import org.ccdas.inputs.setting.Setting;

/**
 * A variable of a gridded NetCDF file.
 *
 * @param file the file
 * @param variable the variable's name in it
 * @param registration what its coordinates mean
 */
public record GriddedVariable(
    @Setting("NetCDF file.") DataPath file,
    @Setting("Name of the variable.") String variable,
    @Setting(
            value =
                "What latitudes and longitudes in the file mean (docs/files.md, Grids)."
                    + " cf: what their bounds say, and without bounds the centre of a grid cell.",
            byDefault = "cf")
        Registration registration)
    implements Serializable {}
