package org.ccdas.pipelines.config;

import java.io.Serializable;

/**
 * Where the soil texture of each cell comes from.
 *
 * @param file the table or map
 * @param variable the variable of the map, or null for a table
 */
public record TextureSettings(
    @Setting(
            "CSV with cell and texture (1-6, see the soil table), or a NetCDF map of"
                + " these classes.")
        DataPath file,
    @Setting(
            value = "Name of the class variable in a NetCDF map; null for CSV.",
            byDefault = "null")
        String variable)
    implements Serializable {}
