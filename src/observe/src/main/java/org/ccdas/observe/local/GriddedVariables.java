package org.ccdas.observe.local;

import java.io.Serializable;
import org.ccdas.inputs.grid.LatLonGrid.Registration;

/**
 * Which variables of gridded files are read.
 *
 * @param value name of the variable of the values
 * @param error name of the variable of their standard errors; empty when all have the same
 * @param constantError standard error of every value where no variable has it
 * @param units of the values
 * @param lowest least possible value
 * @param highest greatest possible value
 * @param registration what latitudes and longitudes mean
 */
public record GriddedVariables(
    String value,
    String error,
    double constantError,
    String units,
    double lowest,
    double highest,
    Registration registration)
    implements Serializable {
  /** As above, where latitudes and longitudes are what CF has them to be. */
  public GriddedVariables(
      String value,
      String error,
      double constantError,
      String units,
      double lowest,
      double highest) {
    this(value, error, constantError, units, lowest, highest, Registration.CF);
  }

  /** Whether a value is within the range. */
  boolean isPossible(double number) {
    return number >= lowest && number <= highest;
  }
}
