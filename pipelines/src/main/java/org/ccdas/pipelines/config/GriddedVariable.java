package org.ccdas.pipelines.config;

import java.io.Serializable;

/**
 * A variable of a gridded NetCDF file.
 *
 * @param file the file
 * @param variable the variable's name in it
 */
public record GriddedVariable(
    @Setting("NetCDF file.") DataPath file, @Setting("Name of the variable.") String variable)
    implements Serializable {}
