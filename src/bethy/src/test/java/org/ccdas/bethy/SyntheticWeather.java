package org.ccdas.bethy;

import java.util.ArrayList;
import java.util.List;
import org.ccdas.bethy.weather.DayWeather;
import org.ccdas.bethy.weather.SubDaily;
import org.ccdas.bethy.weather.WeatherMemory;

/**
 * Daily weather of six climates by formula: seasonal cosines, wet days by fractional parts of
 * multiples of irrational numbers. Spec section 15.3.
 */
public enum SyntheticWeather {
  TROPICS {
    @Override
    Season season(int doy) {
      double c = cosine(doy, 15);
      return new Season(26.5 + 0.6 * c, 8.5, 190 - 15 * c, 6.5 + 3.0 * c, 0.7);
    }
  },
  BOREAL {
    @Override
    Season season(int doy) {
      double c = cosine(doy, 15);
      return new Season(1.0 - 17.0 * c, 9.5, 112 - 103 * cosine(doy, -10), 1.5 - 0.6 * c, 0.4);
    }
  },
  SAVANNA {
    @Override
    Season season(int doy) {
      double s = cosine(doy, 220);
      return new Season(
          27.0 - 2.0 * s,
          13.0 - 3 * s,
          235 - 20 * s,
          Math.max(0, 2.6 + 4.2 * s),
          0.15 + 0.30 * (0.5 + 0.5 * s));
    }
  },
  SAHEL {
    @Override
    Season season(int doy) {
      double s = cosine(doy, 220);
      return new Season(
          29.0 - 2.5 * s,
          14.0 - 4 * s,
          240 - 10 * s,
          Math.max(0, -1.2 + 5.2 * s),
          0.03 + 0.32 * (0.5 + 0.5 * s));
    }
  },
  HOTDRY {
    @Override
    Season season(int doy) {
      double s = cosine(doy, 200);
      return new Season(25.0 + 8.0 * s, 15.0, 225 + 75 * s, 0.7 - 0.3 * s, 0.10);
    }
  },
  TEMPERATE {
    @Override
    Season season(int doy) {
      return new Season(10.0 - 9.0 * cosine(doy, 15), 9.0, 130 - 95 * cosine(doy, -10), 2.2, 0.45);
    }
  };

  private static final double ELEVATION = 100;
  private static final double CO2 = 390;

  /** The four forcing fields of a day; temperatures degC, mm d-1, W m-2. */
  public record Daily(
      int dayOfYear, double tmin, double tmax, double precipitation, double shortwave) {}

  /** Expected values of a day of the year: mean temperature, its range, light, rain, wet days. */
  record Season(double temperature, double range, double shortwave, double rain, double wetShare) {}

  abstract Season season(int doy);

  /** The weather of running day 0, 1, 2, ... of 365-day years. */
  public Daily day(int day) {
    int doy = day % 365 + 1;
    int j = day + 1;
    Season season = season(doy);
    double share = season.wetShare();
    boolean wet = fraction(j * 0.6180339887498949) < share;
    double rain = wet ? season.rain() / share * (0.5 + fraction(j * 0.7548776662466927)) : 0;
    double shortwave = season.shortwave() * (wet ? 0.75 : 1 + 0.25 * share / (1 - share));
    double mean = season.temperature() + 3 * (fraction(j * 0.5698402909980532) - 0.5);
    double range = season.range() * (wet ? 0.85 : 1.1);
    return new Daily(doy, mean - range / 2, mean + range / 2, rain, shortwave);
  }

  /** Consecutive days at 100 m and 390 ppm, with a memory that starts at 10 degC. */
  public List<DayWeather> days(SubDaily scheme, double latitude, int first, int count) {
    return days(scheme, latitude, first, count, WeatherMemory.start(10));
  }

  /** As above, from another memory. */
  public List<DayWeather> days(
      SubDaily scheme, double latitude, int first, int count, WeatherMemory start) {
    List<DayWeather> days = new ArrayList<>(count);
    WeatherMemory memory = start;
    for (int i = first; i < first + count; i++) {
      Daily d = day(i);
      DayWeather weather =
          DayWeather.of(
              scheme,
              latitude,
              ELEVATION,
              CO2,
              d.dayOfYear(),
              d.tmin(),
              d.tmax(),
              d.precipitation(),
              d.shortwave(),
              memory);
      days.add(weather);
      memory = weather.after();
    }
    return days;
  }

  private static double cosine(int doy, double peak) {
    return Math.cos(2 * Math.PI * (doy - peak) / 365);
  }

  private static double fraction(double x) {
    return x - Math.floor(x);
  }
}
