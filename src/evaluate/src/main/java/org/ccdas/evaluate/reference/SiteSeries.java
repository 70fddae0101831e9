package org.ccdas.evaluate.reference;

import org.ccdas.inputs.time.MonthAxis;

/**
 * Monthly means of a flux at a tower.
 *
 * @param source who made it
 * @param site where
 * @param quantity which flux
 * @param months of the values
 * @param values in {@link Quantity#siteUnit()}, NaN is missing
 * @param sigma standard deviation of their errors, NaN where the source gives none
 */
public record SiteSeries(
    String source,
    Site site,
    Quantity quantity,
    MonthAxis months,
    double[] values,
    double[] sigma) {}
