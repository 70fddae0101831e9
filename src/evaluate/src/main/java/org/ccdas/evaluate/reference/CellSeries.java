package org.ccdas.evaluate.reference;

import org.ccdas.inputs.time.MonthAxis;

/**
 * Monthly means of a flux on the land cells of the run.
 *
 * @param source who made it
 * @param kind how it came about
 * @param quantity which flux
 * @param months of the maps
 * @param values kg m-2 s-1 of the whole cell, [month][cell], NaN where the source has no value
 */
public record CellSeries(
    String source, Kind kind, Quantity quantity, MonthAxis months, double[][] values) {}
