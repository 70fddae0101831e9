package org.ccdas.pipelines.config;

import java.io.Serializable;
import org.ccdas.inputs.setting.Setting;

/**
 * A variable of a daily forcing file.
 *
 * @param variable name in the file
 * @param unit unit, or null
 */
public record DailyVariable(
    @Setting("Name of the variable.") String variable,
    @Setting(
            value =
                "Unit in the notation of UDUNITS; it overrides the file. Null: the unit that"
                    + " the file names.",
            byDefault = "null")
        String unit)
    implements Serializable {}
