package org.ccdas.inputs.forcing;

import java.io.Serializable;
import org.ccdas.inputs.grid.LatLonGrid.Registration;

/**
 * The variables of a monthly climatology over (12 months, lat, lon).
 *
 * @param temperature monthly mean, convertible to degC
 * @param precipitation water, as a monthly total convertible to mm, or as a rate convertible to mm
 *     d-1
 * @param precipitationIsTotal which of the two
 * @param sunshine share of the possible sunshine, convertible to 1
 * @param registration what the coordinates mean
 */
public record ClimatologyVariables(
    SourceVariable temperature,
    SourceVariable precipitation,
    boolean precipitationIsTotal,
    SourceVariable sunshine,
    Registration registration)
    implements Serializable {
  /**
   * The input data of BIOME4: temperature in 0.1 degC and sunshine in 0.1 percent, which its units
   * hide; coordinates are south-western corners.
   */
  public static ClimatologyVariables biome4() {
    return new ClimatologyVariables(
        new SourceVariable("temp", "degC", 0.1),
        new SourceVariable("prec", "mm", 1),
        true,
        new SourceVariable("sun", "percent", 0.1),
        Registration.LOWER_LEFT);
  }
}
