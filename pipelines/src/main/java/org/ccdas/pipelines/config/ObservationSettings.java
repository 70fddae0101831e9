package org.ccdas.pipelines.config;

import java.io.Serializable;

/**
 * The observations; at least one stream.
 *
 * @param co2 flask CO2, or null
 * @param soilMoisture satellite soil moisture, or null
 */
public record ObservationSettings(
    @Setting(value = "Flask CO2. Null: none.", byDefault = "null") Co2Settings co2,
    @Setting(value = "Satellite soil moisture. Null: none.", byDefault = "null")
        SoilMoistureSettings soilMoisture)
    implements Serializable {
  /** Checks that something is assimilated. */
  public ObservationSettings {
    boolean flasks = co2 != null && co2.assimilate();
    boolean moisture = soilMoisture != null && soilMoisture.assimilate();
    if (!flasks && !moisture) {
      throw new InvalidSetting(
          "co2",
          "nothing is assimilated",
          "Give co2 or soilMoisture, and let assimilate be true for one of them");
    }
  }
}
