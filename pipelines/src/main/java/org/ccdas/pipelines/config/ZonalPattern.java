package org.ccdas.pipelines.config;

import java.io.Serializable;

/**
 * How a background flux is spread over latitudes and months.
 *
 * @param file table or NetCDF file
 * @param variable the variable of a NetCDF file, or null
 */
public record ZonalPattern(
    @Setting("CSV with lat_south, lat_north, share, or a NetCDF file of zonal monthly" + " fluxes.")
        DataPath file,
    @Setting(
            value = "Name of the variable (time, lat) in a NetCDF file; null for CSV.",
            byDefault = "null")
        String variable)
    implements Serializable {}
