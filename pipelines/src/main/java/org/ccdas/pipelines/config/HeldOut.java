package org.ccdas.pipelines.config;

import java.io.Serializable;
import java.util.List;

/**
 * Observations that a member of a comparison keeps for validation.
 *
 * @param stations codes of CO2 stations
 * @param years of all that the member assimilates
 * @param regions of soil moisture
 */
public record HeldOut(
    @Setting(value = "Codes of stations of the base whose CO2 is held out.", byDefault = "[]")
        List<String> stations,
    @Setting(
            value = "Years held out, of all observations that the member assimilates.",
            byDefault = "[]")
        List<Integer> years,
    @Setting(
            value =
                "Regions whose soil moisture is held out; names of the last set in the base's"
                    + " regions.",
            byDefault = "[]")
        List<String> regions)
    implements Serializable {
  /** Copies the lists. */
  public HeldOut {
    stations = List.copyOf(stations);
    years = List.copyOf(years);
    regions = List.copyOf(regions);
  }

  /** Whether nothing is held out. */
  public boolean isNothing() {
    return stations.isEmpty() && years.isEmpty() && regions.isEmpty();
  }
}
