package org.ccdas.inputs.weather;

import java.io.Serializable;

/**
 * A step of a variable at all cells.
 *
 * @param variable index in the archive
 * @param start beginning of the step, seconds since 1970-01-01 UTC; of a moment the moment
 * @param end end of the step; of a moment the moment
 * @param values of the cells, degC, mm or mm d-1, J m-2 or W m-2 by kind and quantity
 * @param file where it was read
 */
public record CellStep(int variable, long start, long end, float[] values, String file)
    implements Serializable {}
