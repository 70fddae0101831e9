package org.ccdas.observe.local;

import java.io.Serializable;

/**
 * Which variables of gridded files are read.
 *
 * @param value name of the variable of the values
 * @param error name of the variable of their standard errors; empty when all have the same
 * @param constantError standard error of every value where no variable has it
 * @param units of the values
 * @param lowest least possible value
 * @param highest greatest possible value
 */
public record GriddedVariables(
    String value, String error, double constantError, String units, double lowest, double highest)
    implements Serializable {
  /** Whether a value is within the range. */
  boolean isPossible(double number) {
    return number >= lowest && number <= highest;
  }
}
