package org.ccdas.verify.check.model;

import java.util.Arrays;
import org.ccdas.inputs.forcing.MonthlyClimate;

/**
 * Climates in which derivatives are checked: a yearly cosine of temperature and rain and a constant
 * share of sunshine. The figures follow the synthetic forcing of spec section 15.3; daily weather
 * is made of them by {@link org.ccdas.inputs.forcing.WeatherGenerator}.
 */
public enum CheckClimate {
  /** Rain all year. */
  TROPICS(-3, 26.5, 0.6, 15, 6.5, 3.0, 15, 0.45),
  /** Half a year of snow. */
  BOREAL(61, 1, 17, 197, 1.5, 0.6, 197, 0.40),
  /** Rain in northern summer. */
  SAVANNA(12, 27, 2, 37, 2.6, 4.2, 220, 0.65),
  /** A short rainy season. */
  SAHEL(15, 29, 2.5, 37, -1.2, 5.2, 220, 0.75),
  /** Hardly any rain. */
  HOT_DRY(28, 25, 8, 200, 0.7, 0.3, 17, 0.85),
  /** Rain all year, cold winters with some snow. */
  TEMPERATE(50, 10, 9, 197, 2.2, 0, 1, 0.45),
  /** The southern hemisphere, rain in its winter. */
  SOUTHERN(-33, 16, 6, 15, 2.2, 1.2, 197, 0.60);

  private static final double YEAR = 365;

  private final double latitude;
  private final MonthlyClimate monthly;

  /**
   * @param latitude degrees north
   * @param temperature yearly mean, degC, with the amplitude and the day of the year of its peak
   * @param rain yearly mean, mm d-1, with amplitude and peak; what falls below 0 is cut off
   * @param sunshine share of the possible sunshine
   */
  CheckClimate(
      double latitude,
      double temperature,
      double temperatureAmplitude,
      double temperaturePeak,
      double rain,
      double rainAmplitude,
      double rainPeak,
      double sunshine) {
    this.latitude = latitude;
    double month = YEAR / MonthlyClimate.MONTHS;
    double[] means = new double[MonthlyClimate.MONTHS];
    double[] totals = new double[MonthlyClimate.MONTHS];
    double[] sun = new double[MonthlyClimate.MONTHS];
    for (int m = 0; m < means.length; m++) {
      double day = (m + 0.5) * month;
      means[m] = temperature + temperatureAmplitude * wave(day - temperaturePeak);
      totals[m] = month * Math.max(0, rain + rainAmplitude * wave(day - rainPeak));
    }
    Arrays.fill(sun, sunshine);
    this.monthly = new MonthlyClimate(means, totals, sun);
  }

  private static double wave(double days) {
    return StrictMath.cos(2 * Math.PI * days / YEAR);
  }

  /** Degrees north. */
  public double latitude() {
    return latitude;
  }

  /** Means of the months. */
  public MonthlyClimate monthly() {
    return monthly;
  }
}
