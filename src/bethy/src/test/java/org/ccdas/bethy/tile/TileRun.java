package org.ccdas.bethy.tile;

import java.util.ArrayList;
import java.util.List;
import org.ccdas.bethy.process.TileState;
import org.ccdas.bethy.weather.DayWeather;

/** Consecutive days of one tile. */
public final class TileRun {
  private TileRun() {}

  /** The days of a tile from a start state through this weather, in the order of the weather. */
  public static List<TileDay> of(TileModel tile, TileState start, List<DayWeather> weather) {
    List<TileDay> days = new ArrayList<>(weather.size());
    TileState state = start;
    for (DayWeather each : weather) {
      TileDay day = TileDay.of(tile, state, each);
      days.add(day);
      state = day.evening().state();
    }
    return days;
  }
}
