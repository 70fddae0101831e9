package org.ccdas.inputs.forcing;

import org.ccdas.inputs.InputException;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.netcdf.NetcdfVariable;

/**
 * What values of a field can be. It is checked before the mean over a cell, in which a marker of
 * missing values that the file does not declare would hide.
 *
 * @param low least possible value
 * @param high greatest possible value
 * @param unit of both
 */
record Possible(double low, double high, String unit) {
  /** Hottest and coldest that an air can be. */
  static final Possible TEMPERATURE = new Possible(-90, 90, "degC");

  /** Down to what packing makes of 0. */
  static final Possible PRECIPITATION = new Possible(-0.01, 2000, "mm d-1");

  /** Above it is no mean of a day. */
  static final Possible SHORTWAVE = new Possible(-0.01, 600, "W m-2");

  /** Of a month. */
  static final Possible MONTHLY_RAIN = new Possible(-0.01, 31 * 2000, "mm");

  /** Shares of points; those of cells are checked more closely. */
  static final Possible SHARE = new Possible(-0.05, 1.5, "1");

  boolean holds(double value) {
    return value >= low && value <= high;
  }

  /**
   * The error of a value that cannot be.
   *
   * @param when for example a date
   */
  InputException problem(NetcdfVariable variable, double value, Cell cell, String when) {
    return variable.impossible(
        value,
        "cell " + cell.id() + ", " + when,
        "values are within " + low + " to " + high + " " + unit);
  }
}
