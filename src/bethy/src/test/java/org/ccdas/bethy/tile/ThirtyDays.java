package org.ccdas.bethy.tile;

import java.util.List;
import org.ccdas.bethy.SyntheticWeather;
import org.ccdas.bethy.process.TileState;
import org.ccdas.bethy.table.PlantFunctionalType;
import org.ccdas.bethy.table.SoilTexture;
import org.ccdas.bethy.weather.DayWeather;
import org.ccdas.bethy.weather.SubDaily;
import org.ccdas.bethy.weather.WeatherMemory;

/** The reference run of C3 grass over thirty days of spring. Spec section 15.1. */
final class ThirtyDays {
  private ThirtyDays() {}

  static TileModel tile() {
    return TileModel.prior(PlantFunctionalType.of("C3Gr"), SoilTexture.of(3));
  }

  static List<DayWeather> weather() {
    return SyntheticWeather.TEMPERATE.days(
        SubDaily.QUADRATURE, 45, 120, 30, new WeatherMemory(9, 11, 0.2));
  }

  static List<TileDay> run() {
    return TileRun.of(tile(), new TileState(0.25, 0.26, 0, 1.0, 1.5, 2.0), weather());
  }
}
