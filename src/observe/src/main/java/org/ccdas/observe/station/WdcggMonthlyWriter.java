package org.ccdas.observe.station;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;

/**
 * Writes a record in the format that {@link WdcggMonthly} reads, for synthetic observations.
 * Numbers are written with as many digits as they need: a record written and read again is equal.
 */
public final class WdcggMonthlyWriter {
  private WdcggMonthlyWriter() {}

  /** Writes one file; an existing one is replaced at once. */
  public static void write(Location file, StationRecord record) throws IOException {
    StoredFiles.write(file, format(record).getBytes(StandardCharsets.UTF_8));
  }

  static String format(StationRecord record) {
    List<String> header = header(record);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < header.size(); i++) {
      text.append(String.format(Locale.ROOT, "REM%02d  %s", i + 1, header.get(i)).stripTrailing());
      text.append('\n');
    }
    for (MonthlyMean month : record.months()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%04d %02d %s -99 %5d %s %s  1.000000  0.000000\n",
              month.month().getYear(),
              month.month().getMonthValue(),
              number(month.co2(), "-9999999"),
              month.samples() < 0 ? -9999 : month.samples(),
              number(month.standardDeviation(), "-999999"),
              month.flag()));
    }
    return text.toString();
  }

  private static List<String> header(StationRecord record) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        "FILENAME: co2_"
            + record.code().toLowerCase(Locale.ROOT)
            + "_"
            + record.declared()
            + "_monthly.txt");
    lines.add("STATION: " + record.name());
    lines.add("SUBMITTED BY: " + record.contributor());
    lines.add("LATITUDE: " + hemisphere(record.place().lat(), "N", "S"));
    lines.add("LONGITUDE: " + hemisphere(record.place().lon(), "E", "W"));
    lines.add("ALTITUDE: " + record.place().elevation() + " m");
    lines.add("RATIO: 1.000000 0.000000");
    lines.add("PARAMETER: CO2");
    lines.add(
        "COVERING PERIOD: "
            + record.months().get(0).month()
            + " - "
            + record.months().get(record.months().size() - 1).month());
    lines.add("UNIT: ppm");
    lines.add("SAMPLING TYPE: " + record.declared());
    lines.add("CALIBRATION: " + record.scale());
    lines.add("");
    lines.add("M      CO2   V    ND      SD   F   RATIO_A   RATIO_B");
    lines.add("      ppm");
    lines.set(0, "EXPLANATORY " + lines.size() + "-LINE FOR THE MONTHLY DATA");
    return lines;
  }

  private static String hemisphere(double degrees, String positive, String negative) {
    return Math.abs(degrees) + " " + (degrees < 0 ? negative : positive);
  }

  private static String number(double value, String missing) {
    return Double.isNaN(value) ? missing : Double.toString(value);
  }
}
