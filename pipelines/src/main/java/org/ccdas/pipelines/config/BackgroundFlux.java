package org.ccdas.pipelines.config;

import java.io.Serializable;

/**
 * A prescribed flux, not estimated (spec 16.4).
 *
 * @param name name in the results
 * @param pattern its pattern, or null
 * @param totals its yearly totals, or null
 */
public record BackgroundFlux(
    @Setting("Name in the results, for example fossil.") String name,
    @Setting(
            value =
                "How the flux is spread over latitudes and months. Null: by the fossil-fuel"
                    + " shares of the latitude bands that come with the system, the same in all"
                    + " months.",
            byDefault = "null")
        ZonalPattern pattern,
    @Setting(
            value =
                "Yearly global totals that the pattern is scaled to. Null: the pattern is in"
                    + " PgC a year as it is.",
            byDefault = "null")
        YearlyTotals totals)
    implements Serializable {}
