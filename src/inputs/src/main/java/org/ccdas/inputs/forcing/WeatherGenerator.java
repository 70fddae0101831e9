package org.ccdas.inputs.forcing;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import org.ccdas.inputs.grid.Cell;

/**
 * Makes daily weather from a monthly climatology. Every number depends only on seed, cell, year and
 * month, not on the period asked for, and is the same on every machine. All formulas are choices
 * [CHOICE], since no daily weather comes with a climatology; {@code docs/weather-generator.md}
 * lists them.
 *
 * <ul>
 *   <li>Mean temperature: a curve with the monthly means, plus autoregressive anomalies (lag one
 *       day 0.7, standard deviation min(5, 1 + 0.1 R) K, R the range of the monthly means) from
 *       which the mean of the month is removed, tapered at its ends.
 *   <li>Diurnal range: 5 + 12 n K, n the share of sunshine; 0.85 of it on wet days, more on dry
 *       ones (at most 1.3 times) such that the mean stays.
 *   <li>Precipitation: {@link DailyRain}; the monthly total is kept.
 *   <li>Radiation: (0.25 + 0.50 n) times the top of the atmosphere (Angstrom), 0.75 of it on wet
 *       days, more on dry ones, at most 0.75 of the top, such that the mean stays.
 * </ul>
 *
 * @param seed any number
 * @param repeatYear whether every year has the weather of one and the same year of 365 days; 29
 *     February then has that of the 28th
 */
public record WeatherGenerator(long seed, boolean repeatYear) implements Serializable {
  /** Weather of one year at one place, indexed by day of the year from 0. */
  private record OneYear(
      double[] mean, double[] range, double[] precipitation, double[] shortwave) {
    OneYear(int days) {
      this(new double[days], new double[days], new double[days], new double[days]);
    }
  }

  /**
   * Weather of cells from their climates.
   *
   * @param climates one a cell, in the same order
   */
  public DailyForcing generate(
      List<Cell> cells, List<MonthlyClimate> climates, LocalDate first, LocalDate last) {
    if (cells.size() != climates.size()) {
      throw new IllegalArgumentException(cells.size() + " cells, " + climates.size() + " climates");
    }
    DailyForcing forcing = DailyForcing.empty(cells.size(), first, last);
    for (int c = 0; c < cells.size(); c++) {
      fill(forcing, c, cells.get(c), climates.get(c));
    }
    return forcing;
  }

  private void fill(DailyForcing forcing, int c, Cell cell, MonthlyClimate climate) {
    int yearAtHand = forcing.first().getYear();
    OneYear weather = year(cell, climate, yearAtHand);
    for (int d = 0; d < forcing.days(); d++) {
      LocalDate date = forcing.first().plusDays(d);
      if (date.getYear() != yearAtHand) {
        yearAtHand = date.getYear();
        weather = repeatYear ? weather : year(cell, climate, yearAtHand);
      }
      int index = indexInYear(date);
      forcing.tmin()[c][d] = (float) (weather.mean[index] - 0.5 * weather.range[index]);
      forcing.tmax()[c][d] = (float) (weather.mean[index] + 0.5 * weather.range[index]);
      forcing.precipitation()[c][d] = (float) weather.precipitation[index];
      forcing.shortwave()[c][d] = (float) weather.shortwave[index];
    }
  }

  private int indexInYear(LocalDate date) {
    boolean afterFebruary = date.getMonthValue() > 2;
    boolean leapDay = date.getMonthValue() == 2 && date.getDayOfMonth() == 29;
    return repeatYear && date.isLeapYear() && (afterFebruary || leapDay)
        ? date.getDayOfYear() - 2
        : date.getDayOfYear() - 1;
  }

  private OneYear year(Cell cell, MonthlyClimate climate, int calendarYear) {
    // Year 1 stands for the repeated year; it is no leap year.
    int year = repeatYear ? 1 : calendarYear;
    boolean leap = Year.isLeap(year);
    OneYear weather = new OneYear(leap ? 366 : 365);
    double[] temperature = MeanPreservingCurve.daily(climate.temperature(), leap);
    double[] sunshine = MeanPreservingCurve.daily(climate.sunshine(), leap);
    double deviation = TemperatureAnomalies.deviation(climate.temperature());
    int start = 0;
    for (int month = 1; month <= MonthlyClimate.MONTHS; month++) {
      int days = YearMonth.of(year, month).lengthOfMonth();
      double[] rain =
          DailyRain.draw(
              KeyedRandom.of(seed, cell.id(), year, month, DailyRain.STREAM),
              climate.precipitation()[month - 1],
              days);
      System.arraycopy(rain, 0, weather.precipitation, start, days);
      double[] anomalies =
          TemperatureAnomalies.of(seed, cell.id(), YearMonth.of(year, month), repeatYear)
              .days(days, deviation);
      double[] ceilings = new double[days];
      for (int d = 0; d < days; d++) {
        int index = start + d;
        double n = Math.max(0, Math.min(1, sunshine[index]));
        double top = TopOfAtmosphere.dailyMean(cell.lat(), index + 1);
        weather.mean[index] = temperature[index] + anomalies[d];
        // dT = 5 + 12 n
        weather.range[index] = 5 + 12 * n;
        // Rs = (0.25 + 0.50 n) H0
        weather.shortwave[index] = (0.25 + 0.50 * n) * top;
        ceilings[d] = top > 0 ? WetAndDry.CLEAR_SKY / (0.25 + 0.50 * n) : 1;
      }
      WetAndDry.contrast(weather.range, start, rain, WetAndDry.WET_RANGE, WetAndDry.MOST_DRY);
      double ceiling = WetAndDry.MOST_DRY;
      for (int d = 0; d < days; d++) {
        ceiling = rain[d] > 0 ? ceiling : Math.min(ceiling, ceilings[d]);
      }
      WetAndDry.contrast(weather.shortwave, start, rain, WetAndDry.WET_LIGHT, ceiling);
      start += days;
    }
    return weather;
  }
}
