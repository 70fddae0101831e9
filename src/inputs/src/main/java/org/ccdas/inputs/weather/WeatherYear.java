package org.ccdas.inputs.weather;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.inputs.forcing.CfForcingWriter;
import org.ccdas.inputs.forcing.DailyForcing;
import org.ccdas.inputs.grid.Cell;

/**
 * The days of a year that are wanted, and the files that they become: {@code weather-YYYY.nc}, or
 * where one is missing or bad {@code problems-YYYY.csv} with every such day.
 *
 * @param year the year
 * @param first first day wanted of it
 * @param last last day wanted of it
 */
public record WeatherYear(int year, LocalDate first, LocalDate last) {
  /** The part of a year that lies in a period. */
  public static WeatherYear of(int year, LocalDate first, LocalDate last) {
    LocalDate begin = LocalDate.of(year, 1, 1);
    LocalDate end = LocalDate.of(year, 12, 31);
    return new WeatherYear(
        year, first.isAfter(begin) ? first : begin, last.isBefore(end) ? last : end);
  }

  /** Where the weather stands. */
  public Location weather(Location folder) {
    return folder.resolve("weather-" + year + ".nc");
  }

  /** Where the problems stand. */
  public Location problems(Location folder) {
    return folder.resolve("problems-" + year + ".csv");
  }

  /**
   * Writes one of the two files and removes the other.
   *
   * @param days of the year, in any order
   * @return the file
   */
  public Location write(
      Location folder, List<Cell> cells, List<CheckedDay> days, Map<String, String> attributes)
      throws IOException {
    TreeMap<LocalDate, CheckedDay> byDate = new TreeMap<>();
    days.forEach(day -> byDate.put(day.date(), day));
    StringBuilder problems = new StringBuilder("date,problem\n");
    boolean bad = false;
    for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
      CheckedDay day = byDate.get(date);
      List<String> own = day == null ? List.of("there is nothing of this day") : day.problems();
      for (String problem : own) {
        problems.append(date).append(",\"").append(problem.replace("\"", "\"\"")).append("\"\n");
        bad = true;
      }
    }
    if (bad) {
      StoredFiles.write(problems(folder), problems.toString().getBytes(StandardCharsets.UTF_8));
      StoredFiles.delete(weather(folder));
      return problems(folder);
    }
    CfForcingWriter.write(
        weather(folder), "Daily weather " + year, cells, forcing(byDate, cells.size()), attributes);
    StoredFiles.delete(problems(folder));
    return weather(folder);
  }

  private DailyForcing forcing(TreeMap<LocalDate, CheckedDay> byDate, int cells) {
    int days = (int) (last.toEpochDay() - first.toEpochDay()) + 1;
    float[][][] fields = new float[Quantity.values().length][cells][days];
    for (int d = 0; d < days; d++) {
      float[][] values = byDate.get(first.plusDays(d)).values();
      for (int q = 0; q < fields.length; q++) {
        for (int c = 0; c < cells; c++) {
          fields[q][c][d] = values[q][c];
        }
      }
    }
    return new DailyForcing(
        first,
        days,
        fields[Quantity.TMIN.ordinal()],
        fields[Quantity.TMAX.ordinal()],
        fields[Quantity.PRECIPITATION.ordinal()],
        fields[Quantity.SHORTWAVE.ordinal()]);
  }
}
