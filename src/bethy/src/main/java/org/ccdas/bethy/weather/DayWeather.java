package org.ccdas.bethy.weather;

import org.ccdas.bethy.process.DayForcing;
import org.ccdas.bethy.process.NightForcing;
import org.ccdas.bethy.process.PointForcing;
import org.ccdas.bethy.process.Smooth;

/**
 * The weather of a cell on one day as the processes read it. Spec section 5. The arrays have the
 * length that the scheme gives and are not copied: do not change them.
 *
 * @param day what holds for the whole day
 * @param stress the point at 13 h; weight 0 when there is no light
 * @param noon the point at 12 h, for diagnostics; weight 0 when there is no light
 * @param light the points of light
 * @param night the points of night
 * @param after the memory to go on with
 */
public record DayWeather(
    DayForcing day,
    PointForcing stress,
    PointForcing noon,
    PointForcing[] light,
    NightForcing[] night,
    WeatherMemory after) {
  private static final double FROST_WIDTH = 0.5;
  private static final double STRESS_HOUR = 13;
  private static final double NOON = 12;

  /**
   * The weather of one day.
   *
   * @param latitude degrees north, -90..90
   * @param elevation m
   * @param co2 of the air, umol mol-1
   * @param dayOfYear 1..366
   * @param tmin daily minimum of air temperature, degC
   * @param tmax daily maximum, degC, at least {@code tmin}
   * @param precipitation mm d-1, at least 0
   * @param shortwave mean over 24 h, W m-2, at least 0
   * @param before memory of the evening before
   */
  public static DayWeather of(
      SubDaily scheme,
      double latitude,
      double elevation,
      double co2,
      int dayOfYear,
      double tmin,
      double tmax,
      double precipitation,
      double shortwave,
      WeatherMemory before) {
    Astronomy sky = Astronomy.of(latitude, dayOfYear);
    double mean = 0.5 * (tmin + tmax);
    AirTemperature temperature = new AirTemperature(mean, tmax - tmin, sky.dayLength());
    double pressure = Air.pressure(elevation, mean);
    Light light = Light.of(scheme, sky, pressure, shortwave);
    WeatherMemory after = before.next(mean, precipitation);

    PointForcing[] points = new PointForcing[scheme.lightPoints()];
    for (int i = 0; i < points.length; i++) {
      double hour = scheme.lightHour(i, sky.dayLength());
      points[i] = point(light.point(i), temperature.at(hour), pressure, co2);
    }
    // phi_f = logistic(T10 / 0.5)
    DayForcing day =
        new DayForcing(
            mean,
            precipitation,
            after.monthTemperature(),
            Smooth.logistic(after.tenDayTemperature() / FROST_WIDTH),
            sky.dayLength(),
            sky.noon(),
            Air.saturation(tmin),
            before.snowAlbedo());
    return new DayWeather(
        day,
        point(light.at(STRESS_HOUR), temperature.at(STRESS_HOUR), pressure, co2),
        point(light.at(NOON), temperature.at(NOON), pressure, co2),
        points,
        night(scheme, sky, temperature, light.isDark()),
        after);
  }

  private static PointForcing point(
      Light.Moment light, double temperature, double pressure, double co2) {
    double saturation = Air.saturation(temperature);
    double latentHeat = Air.latentHeat(temperature);
    return new PointForcing(
        light.weight(),
        light.sun(),
        light.par(),
        light.shortwave(),
        light.directShare(),
        light.cloud(),
        temperature,
        saturation,
        Air.saturationSlope(temperature, saturation),
        latentHeat,
        Air.psychrometric(pressure, latentHeat),
        Air.density(temperature, pressure),
        pressure,
        co2);
  }

  private static NightForcing[] night(
      SubDaily scheme, Astronomy sky, AirTemperature temperature, boolean dark) {
    NightForcing[] night = new NightForcing[scheme.nightPoints()];
    for (int i = 0; i < night.length; i++) {
      if (dark) {
        // no day part: two points at 6 h and 18 h, weight 1/2 each
        night[i] = new NightForcing(i < 2 ? 0.5 : 0, temperature.at(i == 0 ? 6 : 18));
      } else {
        double hour = scheme.nightHour(i, sky.dayLength());
        night[i] =
            new NightForcing(
                scheme.nightWeight(i, sky.dayLength(), sky.sun(hour)), temperature.at(hour));
      }
    }
    return night;
  }
}
