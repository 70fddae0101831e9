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
    @Setting(value = Registration.MEANING, byDefault = "cf") Registration registration)
    implements Serializable {}
