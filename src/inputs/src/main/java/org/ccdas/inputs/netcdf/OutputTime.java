package org.ccdas.inputs.netcdf;

import java.time.LocalDate;
import org.ccdas.inputs.time.MonthAxis;

/**
 * Adds a CF time coordinate {@code time} with bounds {@code time_bnds}, in days since 1970-01-01 of
 * the standard calendar; each time is the middle of its interval.
 */
public final class OutputTime {
  private static final LocalDate EPOCH = LocalDate.EPOCH;

  private OutputTime() {}

  /** One time a month. */
  public static void addMonthly(NetcdfOutput output, MonthAxis months) {
    double[] edges = new double[months.count() + 1];
    for (int m = 0; m <= months.count(); m++) {
      edges[m] = months.at(m).atDay(1).toEpochDay();
    }
    add(output, EPOCH, edges);
  }

  /** One time a day, from {@code first} on. */
  public static void addDaily(NetcdfOutput output, LocalDate first, int days) {
    addDaily(output, EPOCH, first, days);
  }

  /** One time a day, from {@code first} on, counted in days since {@code reference}. */
  public static void addDaily(NetcdfOutput output, LocalDate reference, LocalDate first, int days) {
    double[] edges = new double[days + 1];
    for (int d = 0; d <= days; d++) {
      edges[d] = first.toEpochDay() - reference.toEpochDay() + d;
    }
    add(output, reference, edges);
  }

  private static void add(NetcdfOutput output, LocalDate reference, double[] edges) {
    int count = edges.length - 1;
    double[] middles = new double[count];
    double[] bounds = new double[2 * count];
    for (int i = 0; i < count; i++) {
      middles[i] = (edges[i] + edges[i + 1]) / 2;
      bounds[2 * i] = edges[i];
      bounds[2 * i + 1] = edges[i + 1];
    }
    output.dimension("time", count).dimension("bnds", 2);
    output
        .doubles("time", "time")
        .units("days since " + reference)
        .standardName("time")
        .longName("time")
        .attribute("calendar", "standard")
        .attribute("axis", "T")
        .attribute("bounds", "time_bnds")
        .values(middles);
    output.doubles("time_bnds", "time", "bnds").values(bounds);
  }
}
