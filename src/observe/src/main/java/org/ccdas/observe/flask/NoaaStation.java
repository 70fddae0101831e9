package org.ccdas.observe.flask;

import java.util.List;
import org.ccdas.inputs.InputException;

/** What headers of NOAA files say of their station. */
final class NoaaStation {
  private NoaaStation() {}

  static FlaskRecord record(NoaaTable table, String code, List<FlaskMonth> months) {
    return at(
        table,
        code,
        table.number("site_latitude"),
        table.number("site_longitude"),
        table.number("site_elevation"),
        "surface-flask",
        months);
  }

  /** The record of a station at these coordinates; NaN where they are not known. */
  static FlaskRecord at(
      NoaaTable table,
      String code,
      double lat,
      double lon,
      double metres,
      String samplingType,
      List<FlaskMonth> months) {
    requireCo2(table);
    return new FlaskRecord(
        code,
        table.entry("site_name"),
        "NOAA",
        lat,
        lon,
        metres,
        "ppm",
        samplingType,
        table.entry("dataset_calibration_scale"),
        months);
  }

  private static void requireCo2(NoaaTable table) {
    String gas = table.entry("dataset_parameter");
    if (!gas.isEmpty() && !gas.equalsIgnoreCase("co2")) {
      throw new InputException(
          table.file(),
          "dataset_parameter",
          "The file holds " + gas + ", not CO2",
          "Name a folder of CO2 files in observations.co2.folder");
    }
  }
}
