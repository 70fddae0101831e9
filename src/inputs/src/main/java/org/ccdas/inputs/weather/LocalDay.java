package org.ccdas.inputs.weather;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * What a variable gives of a quantity on a local day, at all cells.
 *
 * @param variable index in the archive
 * @param quantity degC, mm d-1 or W m-2
 * @param date day of each cell by its own sun
 * @param values NaN where the steps do not cover the cell's day
 */
public record LocalDay(int variable, Quantity quantity, LocalDate date, float[] values)
    implements Serializable {}
