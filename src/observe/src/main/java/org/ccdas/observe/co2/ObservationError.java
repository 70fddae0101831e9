package org.ccdas.observe.co2;

import java.io.Serializable;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.ccdas.inputs.station.Station;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.normal.Whitening;
import org.ccdas.observe.station.MonthlyMean;
import org.ccdas.observe.station.StationRecord;

/**
 * The error model of monthly flask CO2 (spec sections 16.5 and 19.3).
 *
 * @param floor error that no monthly mean falls below, ppm, above 0
 * @param correlationMonths correlation time of the errors of one station, months, at least 0
 * @param monthsPerYear months with a value that a year needs, 0..12; years that the window cuts
 *     need their share
 */
public record ObservationError(double floor, double correlationMonths, int monthsPerYear)
    implements Serializable {
  private static final int TREND_DEGREE = 2;
  private static final int HARMONICS = 4;

  /** Checks the ranges. */
  public ObservationError {
    if (!(floor > 0 && correlationMonths >= 0 && monthsPerYear >= 0 && monthsPerYear <= 12)) {
      throw new IllegalArgumentException(
          "Error model " + floor + " ppm, " + correlationMonths + " months, " + monthsPerYear);
    }
  }

  /** The values of spec section 16.5: 0.5 ppm, 1.5 months, 8 months a year. */
  public static ObservationError standard() {
    return new ObservationError(0.5, 1.5, 8);
  }

  /**
   * Values and errors of a record in the window. A month is left out when it has no valid value, or
   * when it gives no standard deviation and the record is too short for the fit that replaces it.
   */
  public ScreenedStation screen(StationRecord record, Station station, MonthAxis window) {
    double[] value = new double[window.count()];
    double[] given = new double[window.count()];
    Arrays.fill(value, Double.NaN);
    Arrays.fill(given, Double.NaN);
    for (MonthlyMean month : record.months()) {
      if (month.valid() && window.contains(month.month())) {
        value[window.indexOf(month.month())] = month.co2();
        given[window.indexOf(month.month())] = spread(month);
      }
    }
    double residual = Double.NaN;
    double correlation = Double.NaN;
    long count = Arrays.stream(value).filter(v -> !Double.isNaN(v)).count();
    if (count > SeasonalFit.coefficientCount(TREND_DEGREE, HARMONICS)) {
      SeasonalFit fit = SeasonalFit.of(value, TREND_DEGREE, HARMONICS);
      residual = fit.rmsResidual();
      correlation = lagOneCorrelation(fit.residuals());
    }
    double[] sigma = new double[window.count()];
    for (int month = 0; month < sigma.length; month++) {
      double r = Double.isNaN(given[month]) ? residual : given[month];
      // sigma^2 = 0.5^2 + r^2 + sigma_model^2
      sigma[month] = Math.sqrt(floor * floor + r * r + station.modelError() * station.modelError());
      if (Double.isNaN(sigma[month])) {
        value[month] = Double.NaN;
      }
      if (Double.isNaN(value[month])) {
        sigma[month] = Double.NaN;
      }
    }
    return new ScreenedStation(
        new StationObservations(station, window, value, sigma),
        residual,
        Arrays.stream(given).filter(v -> !Double.isNaN(v)).average().orElse(Double.NaN),
        correlation,
        shortage(value, window));
  }

  /** The standard deviation of a month; one sample has none, whatever the file says. */
  private static double spread(MonthlyMean month) {
    boolean single = month.samples() == 0 || month.samples() == 1;
    return single ? Double.NaN : month.standardDeviation();
  }

  /** The whitening of a station's observations, over the months that have a value. */
  public Whitening whitening(StationObservations observations) {
    int[] months = observations.months();
    double[] sigma = observations.sigma();
    double[] time = new double[months.length];
    double[] error = new double[months.length];
    for (int k = 0; k < months.length; k++) {
      time[k] = months[k];
      error[k] = sigma[months[k]];
    }
    return Whitening.of(time, error, correlationMonths);
  }

  private String shortage(double[] value, MonthAxis window) {
    Map<Integer, int[]> years = new TreeMap<>();
    for (int month = 0; month < value.length; month++) {
      YearMonth date = window.at(month);
      int[] have = years.computeIfAbsent(date.getYear(), year -> new int[2]);
      have[0] += Double.isNaN(value[month]) ? 0 : 1;
      have[1]++;
    }
    StringBuilder text = new StringBuilder();
    for (Map.Entry<Integer, int[]> year : years.entrySet()) {
      int needed = (int) Math.ceil(monthsPerYear * year.getValue()[1] / 12.0);
      if (year.getValue()[0] < needed) {
        text.append(text.isEmpty() ? "too few months: " : ", ")
            .append(year.getKey())
            .append(" has ")
            .append(year.getValue()[0])
            .append(" of ")
            .append(needed);
      }
    }
    return text.toString();
  }

  private static double lagOneCorrelation(double[] residuals) {
    double product = 0;
    double first = 0;
    double second = 0;
    for (int k = 1; k < residuals.length; k++) {
      if (!Double.isNaN(residuals[k]) && !Double.isNaN(residuals[k - 1])) {
        product += residuals[k] * residuals[k - 1];
        first += residuals[k - 1] * residuals[k - 1];
        second += residuals[k] * residuals[k];
      }
    }
    return first > 0 && second > 0 ? product / Math.sqrt(first * second) : Double.NaN;
  }
}
