package org.ccdas.observe.cci;

import java.time.LocalDate;
import java.util.List;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.netcdf.NetcdfVariable;
import org.ccdas.inputs.netcdf.TimeCells;

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
    List<LocalDate> days = TimeCells.ofAxis(file, time).days();
    if (days.size() != 1) {
      throw time.problem("has " + days.size() + " times", "Give files of one day each", null);
    }
    if (!days.get(0).equals(date)) {
      throw time.problem(
          "says " + days.get(0) + ", the name says " + date,
          "Check that the file is what its name says",
          null);
    }
  }

  /**
   * Holds the times of acquisition to the day of the name.
   *
   * @param hours from the start of the day, by pixel; NaN where a time is missing
   * @param retrieved values whose times count; NaN where nothing was retrieved
   * @throws org.ccdas.inputs.InputException when most retrievals are of other days
   */
  static void check(NetcdfVariable variable, float[] hours, LocalDate date, float[] retrieved) {
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
  }
}
