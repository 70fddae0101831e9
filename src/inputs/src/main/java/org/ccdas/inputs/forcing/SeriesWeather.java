package org.ccdas.inputs.forcing;

import java.time.YearMonth;
import java.util.Arrays;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.time.MonthAxis;

/**
 * Makes daily weather from real months. The random numbers of a cell and calendar month are the
 * same in every year (29 February takes one more), so that years differ by their months only. All
 * formulas are choices [CHOICE], listed in {@code docs/weather-generator.md}:
 *
 * <ul>
 *   <li>Mean temperature: a curve through the whole series with the monthly means, plus {@link
 *       TemperatureAnomalies} of mean 0 whose spread follows the twelve months of the year.
 *   <li>Precipitation: {@link DailyRain}; the monthly sum is kept.
 *   <li>Radiation: from its monthly mean, the share of the top of the atmosphere by a curve, scaled
 *       to the mean; from sunshine n, (0.25 + 0.50 n) times the top. Wet days are darker.
 *   <li>Diurnal range: from its monthly mean by a curve, scaled to the mean; without one 5 + 12 n
 *       K, n the sunshine, or that of which the radiation would be the Angstrom formula's. Smaller
 *       on wet days.
 * </ul>
 */
final class SeriesWeather {
  /** Stands for all years in the keys of random numbers; it is no leap year. */
  private static final int ANY_YEAR = 1;

  private static final int YEAR = MonthlyClimate.MONTHS;

  private final long seed;
  private final Cell cell;
  private final MonthlySeries series;
  private final MonthAxis months;
  private final double[] temperature;
  private final double[] sunshine;
  private final double[] range;
  private final double[] top;

  private SeriesWeather(long seed, Cell cell, MonthlySeries series) {
    this.seed = seed;
    this.cell = cell;
    this.series = series;
    this.months = series.months();
    SeriesCurve curve = SeriesCurve.over(months);
    top = new double[months.days()];
    for (int d = 0; d < top.length; d++) {
      int dayOfYear = months.firstDay().plusDays(d).getDayOfYear();
      top[d] = TopOfAtmosphere.dailyMean(cell.lat(), dayOfYear);
    }
    temperature = curve.daily(series.temperature());
    sunshine = curve.daily(series.lightIsSunshine() ? series.light() : sunshineByLight());
    range = series.diurnalRange().map(curve::daily).orElse(null);
  }

  /**
   * Fills the weather of one cell.
   *
   * @param c index of the cell in the forcing, all of whose days the series must have
   */
  static void fill(DailyForcing forcing, int c, long seed, Cell cell, MonthlySeries series) {
    SeriesWeather weather = new SeriesWeather(seed, cell, series);
    MonthAxis wanted =
        MonthAxis.of(YearMonth.from(forcing.first()), YearMonth.from(forcing.last()));
    for (int m = 0; m < wanted.count(); m++) {
      weather.fill(forcing, c, weather.months.indexOf(wanted.at(m)));
    }
  }

  /** n of Rs = (0.25 + 0.50 n) H0, where the sun rises at all; else 0. */
  private double[] sunshineByLight() {
    double[] shares = new double[months.count()];
    int start = 0;
    for (int m = 0; m < shares.length; m++) {
      int days = months.days(m);
      double above = Arrays.stream(top, start, start + days).sum() / days;
      shares[m] = above > 0 ? clip((series.light()[m] / above - 0.25) / 0.5) : 0;
      start += days;
    }
    return shares;
  }

  private static double clip(double share) {
    return Math.max(0, Math.min(1, share));
  }

  private void fill(DailyForcing forcing, int c, int m) {
    YearMonth calendar = YearMonth.of(ANY_YEAR, months.at(m).getMonthValue());
    int days = months.days(m);
    int start = (int) (months.at(m).atDay(1).toEpochDay() - months.firstDay().toEpochDay());
    double[] rain = rain(calendar, m, days);
    double[] anomalies =
        TemperatureAnomalies.of(seed, cell.id(), calendar, true).days(days, deviation(m));
    double[] ranges = ranges(m, start, rain);
    double[] light = light(m, start, rain);
    int offset = (int) (months.at(m).atDay(1).toEpochDay() - forcing.first().toEpochDay());
    for (int d = Math.max(0, -offset); d < days && offset + d < forcing.days(); d++) {
      double mean = temperature[start + d] + anomalies[d];
      forcing.tmin()[c][offset + d] = (float) (mean - 0.5 * ranges[d]);
      forcing.tmax()[c][offset + d] = (float) (mean + 0.5 * ranges[d]);
      forcing.precipitation()[c][offset + d] = (float) rain[d];
      forcing.shortwave()[c][offset + d] = (float) light[d];
    }
  }

  private double[] rain(YearMonth calendar, int m, int days) {
    KeyedRandom random =
        KeyedRandom.of(seed, cell.id(), ANY_YEAR, calendar.getMonthValue(), DailyRain.STREAM);
    double total = series.precipitation()[m] * days;
    return series.wetDays().isPresent()
        ? DailyRain.draw(random, total, clip(series.wetDays().get()[m] / days), days)
        : DailyRain.draw(random, total, days);
  }

  /** Spread of the anomalies by the twelve months of the year, as far as the series has them. */
  private double deviation(int m) {
    int january = m - (months.at(m).getMonthValue() - 1);
    int from = Math.max(0, Math.min(january, months.count() - YEAR));
    return TemperatureAnomalies.deviation(
        Arrays.copyOfRange(series.temperature(), from, Math.min(from + YEAR, months.count())));
  }

  private double[] ranges(int m, int start, double[] rain) {
    double[] ranges = new double[rain.length];
    for (int d = 0; d < ranges.length; d++) {
      // dT = 5 + 12 n
      ranges[d] =
          range == null ? 5 + 12 * clip(sunshine[start + d]) : Math.max(0, range[start + d]);
    }
    series.diurnalRange().ifPresent(means -> scale(ranges, means[m]));
    WetAndDry.contrast(ranges, 0, rain, WetAndDry.WET_RANGE, WetAndDry.MOST_DRY);
    return ranges;
  }

  private double[] light(int m, int start, double[] rain) {
    double[] light = new double[rain.length];
    for (int d = 0; d < light.length; d++) {
      // Rs = (0.25 + 0.50 n) H0
      light[d] = (0.25 + 0.50 * clip(sunshine[start + d])) * top[start + d];
    }
    if (!series.lightIsSunshine()) {
      scale(light, series.light()[m]);
    }
    double ceiling = WetAndDry.MOST_DRY;
    for (int d = 0; d < light.length; d++) {
      if (!(rain[d] > 0) && light[d] > 0) {
        // A month that is brighter than the clear sky has no contrast.
        double clear = WetAndDry.CLEAR_SKY * top[start + d] / light[d];
        ceiling = Math.min(ceiling, Math.max(1, clear));
      }
    }
    WetAndDry.contrast(light, 0, rain, WetAndDry.WET_LIGHT, ceiling);
    return light;
  }

  /** Scales values to a mean; where all are 0, as light in the polar night, spreads it evenly. */
  private static void scale(double[] values, double mean) {
    double sum = Arrays.stream(values).sum();
    for (int d = 0; d < values.length; d++) {
      values[d] = sum > 0 ? values[d] * (mean * values.length / sum) : mean;
    }
  }
}
