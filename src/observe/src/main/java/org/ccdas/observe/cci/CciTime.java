package org.ccdas.observe.cci;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.netcdf.NetcdfVariable;
import org.ccdas.inputs.netcdf.TimeAxis;

/** The day of a file and the times of acquisition. */
final class CciTime {
  /** Earliest hour of a retrieval from 00 UTC of the file's day. */
  static final float EARLIEST = -12;

  /** Latest hour. */
  static final float LATEST = 36;

  private CciTime() {}

  /**
   * Holds a file to the day of its name: the middle of its time bounds, where it has them, or its
   * time must fall on that day.
   */
  static void check(NetcdfInput file, LocalDate date) {
    NetcdfVariable time = file.variable("time");
    Optional<NetcdfVariable> bounds = time.attribute("bounds").flatMap(file::find);
    List<LocalDateTime> times = decode(time, time.read());
    if (times.size() != 1) {
      throw time.problem("has " + times.size() + " times", "Give files of one day each", null);
    }
    LocalDateTime stamp = times.get(0);
    if (bounds.isPresent() && bounds.get().size() == 2) {
      List<LocalDateTime> edges = decode(time, bounds.get().read());
      stamp = edges.get(0).plus(Duration.between(edges.get(0), edges.get(1)).dividedBy(2));
    }
    if (!stamp.toLocalDate().equals(date)) {
      throw time.problem(
          "says " + stamp + ", the name says " + date,
          "Check that the file is what its name says",
          null);
    }
  }

  /** Times of a variable in the units of {@code time}. */
  private static List<LocalDateTime> decode(NetcdfVariable time, double[] values) {
    try {
      return TimeAxis.decode(
              time.attribute("units").orElse(""), time.attribute("calendar").orElse(""), values)
          .times();
    } catch (IllegalArgumentException e) {
      throw time.problem("is not read: " + e.getMessage(), "Get the file again", e);
    }
  }

  /**
   * Hours from the start of a day to each acquisition, by the units of the file; NaN where a time
   * is missing.
   *
   * @param retrieved values whose times count; NaN where nothing was retrieved
   * @throws org.ccdas.inputs.InputException when most retrievals are of other days
   */
  static float[] hours(NetcdfVariable variable, LocalDate date, float[] retrieved) {
    float[] hours = variable.hoursSince(date);
    int count = 0;
    int astray = 0;
    for (int i = 0; i < hours.length; i++) {
      if (!Float.isNaN(retrieved[i])) {
        count++;
        astray += hours[i] < EARLIEST || hours[i] > LATEST ? 1 : 0;
      }
    }
    if (2L * astray > count) {
      throw variable.problem(
          "says that " + astray + " of " + count + " retrievals are not of " + date,
          "Check that the file is what its name says",
          null);
    }
    return hours;
  }
}
