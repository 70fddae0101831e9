package org.ccdas.pipelines.config;

import java.io.Serializable;

/**
 * Global totals that a background flux is scaled to, PgC a year, positive to the atmosphere after
 * factor and offset.
 *
 * @param file the table
 * @param yearColumn column of the year
 * @param column column of the total
 * @param factor applied first
 * @param offset PgC a year, applied second
 */
public record YearlyTotals(
    @Setting("CSV with one row a year.") DataPath file,
    @Setting(value = "Header of the column of the year.", byDefault = "Year") String yearColumn,
    @Setting("Header of the column of the total.") String column,
    @Setting(
            value =
                "Factor to PgC a year, positive to the atmosphere; -1 turns a sink into a"
                    + " flux.",
            byDefault = "1")
        double factor,
    @Setting(value = "Added after the factor, PgC a year.", byDefault = "0") double offset)
    implements Serializable {}
