package org.ccdas.evaluate.reference;

import org.ccdas.inputs.time.MonthAxis;

/**
 * Monthly means on the land cells of the run.
 *
 * @param source who made it
 * @param kind how it came about
 * @param quantity what it is
 * @param months of the maps
 * @param values [month][cell], kg m-2 s-1 of the whole cell for a flux, else in {@link
 *     Quantity#siteUnit()}, NaN where the source has no value
 */
public record CellSeries(
    String source, Kind kind, Quantity quantity, MonthAxis months, double[][] values) {}
