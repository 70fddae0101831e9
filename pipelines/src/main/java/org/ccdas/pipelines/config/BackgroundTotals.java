package org.ccdas.pipelines.config;

import java.io.Serializable;
import org.ccdas.inputs.setting.DataPath;
import org.ccdas.inputs.setting.Setting;

/**
 * Yearly global totals that a background flux is scaled to: total = factor * column + offset, PgC
 * yr-1, positive to the atmosphere.
 *
 * @param file the table
 * @param column column of the total
 * @param factor applied first
 * @param offset PgC yr-1, applied second
 */
public record BackgroundTotals(
    @Setting("CSV with one row a year, whose first column is the year.") DataPath file,
    @Setting("Header of the column of the total.") String column,
    @Setting(
            value =
                "Factor to PgC a year, positive to the atmosphere; -1 turns a sink into a flux.",
            byDefault = "1")
        double factor,
    @Setting(
            value = "Added after the factor, PgC a year; for example river carbon that outgasses.",
            byDefault = "0")
        double offset)
    implements Serializable {}
