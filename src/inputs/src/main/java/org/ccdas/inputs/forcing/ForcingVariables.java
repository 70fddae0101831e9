package org.ccdas.inputs.forcing;

import java.io.Serializable;
import java.util.List;

/**
 * The four variables of a daily forcing.
 *
 * @param tmin minimum temperature, convertible to degC
 * @param tmax maximum temperature, convertible to degC
 * @param precipitation convertible to mm d-1, as depth or mass of water; a daily sum in mm needs
 *     the unit {@code mm d-1} stated here
 * @param shortwave downward shortwave radiation, convertible to W m-2; a daily sum in J m-2 needs
 *     the unit {@code J m-2 d-1} stated here
 */
public record ForcingVariables(
    SourceVariable tmin,
    SourceVariable tmax,
    SourceVariable precipitation,
    SourceVariable shortwave)
    implements Serializable {
  /** The names of CMIP, units as the file says; what {@link CfForcingWriter} writes. */
  public static ForcingVariables cmip() {
    return new ForcingVariables(
        SourceVariable.named("tasmin"),
        SourceVariable.named("tasmax"),
        SourceVariable.named("pr"),
        SourceVariable.named("rsds"));
  }

  /** Names of the variables. */
  List<String> names() {
    return List.of(tmin.name(), tmax.name(), precipitation.name(), shortwave.name());
  }
}
