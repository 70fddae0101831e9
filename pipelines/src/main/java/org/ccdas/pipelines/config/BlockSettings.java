package org.ccdas.pipelines.config;

import java.io.Serializable;
import org.ccdas.inputs.setting.Setting;

/**
 * How the work is divided.
 *
 * @param cells cells of a block
 */
public record BlockSettings(
    @Setting(
            value =
                "Cells of a block, the unit of work; 64 to 256 suits global grids. The"
                    + " result is the same bit for bit only for the same blocks.",
            byDefault = "128",
            atLeast = 1)
        int cells)
    implements Serializable {}
