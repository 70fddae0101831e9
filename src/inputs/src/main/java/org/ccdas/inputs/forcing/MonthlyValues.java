package org.ccdas.inputs.forcing;

import java.util.Optional;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.time.MonthAxis;

/**
 * What the files say of one cell, checked and brought into the units of a {@link MonthlySeries}.
 * Missing and impossible values are refused; what packing does is put right: amounts down to -0.01
 * (mm d-1, W m-2, shares) become 0, shares up to 1.001 become 1.
 */
final class MonthlyValues {
  private static final double PACKING = 0.01;
  private static final double SHARE_PACKING = 1e-3;

  private final ForcingFiles files;
  private final MonthlyVariables variables;
  private final MonthAxis months;
  private final Cell cell;

  /** By variable, in the order of {@link MonthlyVariables#ofSeries}, and month. */
  private final double[][] values;

  MonthlyValues(
      ForcingFiles files,
      MonthlyVariables variables,
      MonthAxis months,
      Cell cell,
      double[][] values) {
    this.files = files;
    this.variables = variables;
    this.months = months;
    this.cell = cell;
    this.values = values;
  }

  /**
   * The series of the cell.
   *
   * @param range diurnal range of a climatology, else empty
   * @param wetDays of a climatology, else empty
   */
  MonthlySeries series(Optional<double[]> range, Optional<double[]> wetDays) {
    int temperatures = variables.temperature().size();
    double[] temperature = new double[months.count()];
    for (int t = 0; t < temperatures; t++) {
      double[] checked = within(t, -90, 60, 0);
      for (int m = 0; m < temperature.length; m++) {
        temperature[m] += checked[m] / temperatures;
      }
    }
    int next = temperatures + 2;
    Optional<double[]> ownRange =
        temperatures == 2
            ? Optional.of(difference())
            : own(variables.diurnalRange()) ? Optional.of(within(next++, 0, 60, 0)) : range;
    Optional<double[]> ownWetDays =
        own(variables.wetDays()) ? Optional.of(within(next, 0, 31, 0)) : wetDays;
    return new MonthlySeries(
        months,
        temperature,
        precipitation(temperatures),
        light(temperatures + 1),
        variables.lightKind().isSunshine(),
        ownRange,
        ownWetDays);
  }

  private static boolean own(MonthlyVariables.Extra extra) {
    return extra != null && extra.climatology() == null;
  }

  /** Tmax less Tmin. */
  private double[] difference() {
    double[] difference = new double[months.count()];
    for (int m = 0; m < difference.length; m++) {
      difference[m] = values[1][m] - values[0][m];
      if (difference[m] < 0) {
        throw problem(1, m, values[1][m] + " degC is below the minimum of " + values[0][m]);
      }
    }
    return difference;
  }

  private double[] precipitation(int v) {
    if (!variables.precipitationIsTotal()) {
      return within(v, 0, 200, PACKING);
    }
    double[] rates = within(v, 0, 6000, PACKING);
    for (int m = 0; m < rates.length; m++) {
      rates[m] /= months.days(m);
    }
    return rates;
  }

  private double[] light(int v) {
    return switch (variables.lightKind()) {
      case SHORTWAVE -> within(v, 0, 600, PACKING);
      case SUNSHINE -> within(v, 0, 1, SHARE_PACKING);
      case CLOUD -> {
        double[] sunshine = within(v, 0, 1, SHARE_PACKING);
        for (int m = 0; m < sunshine.length; m++) {
          sunshine[m] = 1 - sunshine[m];
        }
        yield sunshine;
      }
    };
  }

  /**
   * The values of a variable, moved into the limits where they are out by at most {@code slack}.
   */
  private double[] within(int v, double low, double high, double slack) {
    double[] checked = new double[months.count()];
    for (int m = 0; m < checked.length; m++) {
      double value = values[v][m];
      if (!(value >= low - slack && value <= high + slack)) {
        throw problem(v, m, String.valueOf(value));
      }
      checked[m] = Math.max(low, Math.min(high, value));
    }
    return checked;
  }

  private InputException problem(int v, int m, String value) {
    String name = variables.ofSeries().get(v).name();
    boolean missing = value.equals("NaN");
    return new InputException(
        files.slots(name, months.at(m).atDay(1), months.at(m).atDay(1)).get(0).file(),
        "variable " + name + ", cell " + cell.id() + ", " + months.at(m),
        missing
            ? "there is no land at " + cell.lat() + " north, " + cell.lon() + " east within reach"
            : "impossible value " + value,
        missing
            ? "Leave the cell out, or give files that have it"
            : "Correct the file, or its unit and scale in the configuration");
  }
}
