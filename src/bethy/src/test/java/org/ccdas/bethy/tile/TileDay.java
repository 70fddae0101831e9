package org.ccdas.bethy.tile;

import org.ccdas.bethy.process.DayDiagnostics;
import org.ccdas.bethy.process.EndOfDay;
import org.ccdas.bethy.process.Evening;
import org.ccdas.bethy.process.Morning;
import org.ccdas.bethy.process.NightForcing;
import org.ccdas.bethy.process.PointFluxes;
import org.ccdas.bethy.process.PointForcing;
import org.ccdas.bethy.process.StartOfDay;
import org.ccdas.bethy.process.SubDailyPoint;
import org.ccdas.bethy.process.TileState;
import org.ccdas.bethy.weather.DayWeather;

/**
 * One day of one tile through all stages. Spec section 13.1.
 *
 * @param morning what the states of the evening before mean
 * @param stress b_e, Pa-1
 * @param fluxes daily means of the points
 * @param absorbedShare FAPAR at noon, 0..1; 0 without light
 * @param diagnostics of the end of the day
 */
public record TileDay(
    Morning morning,
    double stress,
    PointFluxes fluxes,
    double absorbedShare,
    DayDiagnostics diagnostics) {

  /** The day of a tile from the states of the evening before. */
  public static TileDay of(TileModel tile, TileState before, DayWeather weather) {
    Morning morning =
        StartOfDay.morning(before, tile.parameters(), tile.soil(), tile.traits(), weather.day());
    double stress =
        SubDailyPoint.stress(
            tile.c4(), tile.parameters(), tile.traits(), weather.day(), morning, weather.stress());
    PointFluxes fluxes = fluxes(tile, weather, morning, stress);
    DayDiagnostics diagnostics =
        EndOfDay.diagnose(
            before, tile.parameters(), tile.soil(), tile.traits(), weather.day(), morning, fluxes);
    return new TileDay(
        morning, stress, fluxes, SubDailyPoint.absorbedShare(morning, weather.noon()), diagnostics);
  }

  /** The states and fluxes at the end of the day. */
  public Evening evening() {
    return diagnostics.evening();
  }

  private static PointFluxes fluxes(
      TileModel tile, DayWeather weather, Morning morning, double stress) {
    PointFluxes sum = new PointFluxes(0, 0, 0, 0, 0, 0, 0);
    for (PointForcing point : weather.light()) {
      sum =
          sum(
              sum,
              SubDailyPoint.light(
                  tile.c4(),
                  tile.parameters(),
                  tile.traits(),
                  weather.day(),
                  morning,
                  point,
                  stress));
    }
    for (NightForcing point : weather.night()) {
      double respiration =
          SubDailyPoint.night(
              tile.c4(), tile.parameters(), tile.traits(), weather.day(), morning, point);
      sum = sum(sum, new PointFluxes(0, respiration, respiration, 0, 0, 0, 0));
    }
    return sum;
  }

  private static PointFluxes sum(PointFluxes a, PointFluxes b) {
    return new PointFluxes(
        a.gpp() + b.gpp(),
        a.leafRespiration() + b.leafRespiration(),
        a.leafRespirationDark() + b.leafRespirationDark(),
        a.demand() + b.demand(),
        a.transpiration() + b.transpiration(),
        a.soilPotential() + b.soilPotential(),
        a.canopyPotential() + b.canopyPotential());
  }
}
