package org.ccdas.bethy.lane;

import org.ccdas.bethy.weather.DayWeather;
import org.ccdas.bethy.weather.SubDaily;
import org.ccdas.bethy.weather.WeatherMemory;

/**
 * The daily weather of the cells of a block, and the sub-daily points made of it.
 *
 * @param subDaily how a day is resolved
 * @param latitude degrees north, by cell
 * @param elevation m, by cell
 * @param minimumTemperature degC, [cell][forcing day]
 * @param maximumTemperature degC, [cell][forcing day]
 * @param precipitation mm d-1, [cell][forcing day]
 * @param shortwave 24-hour mean, W m-2, [cell][forcing day]
 * @param co2 of the air, umol mol-1, by forcing day
 */
public record BlockWeather(
    SubDaily subDaily,
    double[] latitude,
    double[] elevation,
    float[][] minimumTemperature,
    float[][] maximumTemperature,
    float[][] precipitation,
    float[][] shortwave,
    double[] co2) {
  private static final int START_DAYS = 30;

  /** Number of cells. */
  public int cells() {
    return latitude.length;
  }

  /** The memory at the start: the mean temperature of the first 30 days. Spec section 13.2. */
  WeatherMemory start(int cell) {
    int days = Math.min(START_DAYS, minimumTemperature[cell].length);
    double sum = 0;
    for (int day = 0; day < days; day++) {
      sum += meanTemperature(cell, day);
    }
    return WeatherMemory.start(sum / days);
  }

  private double meanTemperature(int cell, int day) {
    return 0.5 * ((double) minimumTemperature[cell][day] + maximumTemperature[cell][day]);
  }

  /** The points of one day. */
  DayWeather day(int cell, int forcingDay, int dayOfYear, WeatherMemory before) {
    return DayWeather.of(
        subDaily,
        latitude[cell],
        elevation[cell],
        co2[forcingDay],
        dayOfYear,
        minimumTemperature[cell][forcingDay],
        maximumTemperature[cell][forcingDay],
        precipitation[cell][forcingDay],
        shortwave[cell][forcingDay],
        before);
  }

  /** The memory of every cell at the start of every step. */
  WeatherMemory[][] memories(Schedule schedule) {
    WeatherMemory[][] memories = new WeatherMemory[cells()][schedule.steps()];
    for (int cell = 0; cell < cells(); cell++) {
      WeatherMemory memory = start(cell);
      for (int step = 0; step < schedule.steps(); step++) {
        memories[cell][step] = memory;
        int day = schedule.forcingDay(step);
        memory = memory.next(meanTemperature(cell, day), precipitation[cell][day]);
      }
    }
    return memories;
  }
}
