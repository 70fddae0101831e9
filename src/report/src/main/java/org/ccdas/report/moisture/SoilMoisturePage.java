package org.ccdas.report.moisture;

import org.ccdas.report.local.LocalPage;
import org.ccdas.report.local.LocalWords;

/** Satellite soil moisture. */
public final class SoilMoisturePage extends LocalPage {
  /** Found by the service loader. */
  public SoilMoisturePage() {
    super(
        "soilMoisture",
        new LocalWords(
            "moisture",
            "soil moisture",
            "Soil moisture",
            "daily soil-moisture values of land cells",
            "soilmoisture.nc",
            "m3 m-3",
            "m³ m⁻³",
            "moisture, m³ m⁻³",
            "Moisture of the top 5 cm"));
  }
}
