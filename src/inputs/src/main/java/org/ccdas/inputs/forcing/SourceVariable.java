package org.ccdas.inputs.forcing;

import java.io.Serializable;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.netcdf.NetcdfVariable;

/**
 * Where a quantity stands in a file, and what its numbers mean when the file does not say so.
 *
 * @param name name of the variable
 * @param unit true unit of the values, for UDUNITS; empty: as the file says
 * @param scale factor on the values, before the unit; 1 unless the file hides one
 */
public record SourceVariable(String name, String unit, double scale) implements Serializable {
  /** Checks name and factor. */
  public SourceVariable {
    if (name.isBlank()) {
      throw new IllegalArgumentException("A variable needs a name");
    }
    if (!(Math.abs(scale) > 0 && Double.isFinite(scale))) {
      throw new IllegalArgumentException("Variable " + name + " with the scale " + scale);
    }
  }

  /** As the file says. */
  public static SourceVariable named(String name) {
    return new SourceVariable(name, "", 1);
  }

  /** The variable of an open file, with its true unit. */
  NetcdfVariable in(NetcdfInput input) {
    NetcdfVariable variable = input.variable(name).scaledBy(scale);
    return unit.isBlank() ? variable : variable.assumeUnit(unit);
  }
}
