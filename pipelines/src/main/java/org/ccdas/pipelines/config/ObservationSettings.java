package org.ccdas.pipelines.config;

import java.io.Serializable;

/**
 * The observations; at least one stream. A run that assimilates none of them gives the prior.
 *
 * @param co2 flask CO2, or null
 * @param soilMoisture satellite soil moisture, or null
 */
public record ObservationSettings(
    @Setting(value = "Flask CO2. Null: none.", byDefault = "null") Co2Settings co2,
    @Setting(value = "Satellite soil moisture. Null: none.", byDefault = "null")
        SoilMoistureSettings soilMoisture)
    implements Serializable {
  /** Checks that there is something to compare with. */
  public ObservationSettings {
    if (co2 == null && soilMoisture == null) {
      throw new InvalidSetting(
          "co2", "there are no observations", "Give co2 or soilMoisture, or both");
    }
  }
}
