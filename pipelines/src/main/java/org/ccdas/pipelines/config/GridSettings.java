package org.ccdas.pipelines.config;

import java.io.Serializable;
import org.ccdas.inputs.setting.DataPath;
import org.ccdas.inputs.setting.Setting;

/**
 * The land cells.
 *
 * @param cells the cell table
 */
public record GridSettings(
    @Setting(
            "Cell table: CSV with cell, lat, lon, n_tiles, pft1, pft2, pft3, or the original"
                + " grid-information text file. The grid spacing follows from the table.")
        DataPath cells)
    implements Serializable {}
