package org.ccdas.observe.station;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ccdas.inputs.InputException;

/**
 * Reads monthly flask means of the Scripps CO2 Program, {@code monthly_flask_co2_SITE.csv} (spec
 * section 19.3): comments in quotes, names of columns over three lines, then year, month, two other
 * forms of the date, CO2, and five columns of fits and filled values that are not read. Missing
 * values are -99.99 or NaN. The station's code is that of the file's name; coordinates are taken
 * from the comments where they are ({@code Latitude 82.3N}).
 */
final class ScrippsMonthly implements RecordReader {
  private static final Pattern NAME = Pattern.compile("monthly_flask_co2_([A-Za-z0-9]{3})\\b.*");
  private static final Pattern LATITUDE = angle("Latitude", "NS");
  private static final Pattern LONGITUDE = angle("Longitude", "EW");
  private static final Pattern ELEVATION =
      Pattern.compile(
          "Elevation[^\\d-]{0,8}(-?\\d{1,5}(?:\\.\\d{1,4})?) ?m", Pattern.CASE_INSENSITIVE);
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
  private static final int YEAR = 0;
  private static final int MONTH = 1;
  private static final int CO2 = 4;
  private static final int LEAST_COLUMNS = 10;

  private static Pattern angle(String name, String hemispheres) {
    return Pattern.compile(
        name + "[^\\d]{0,8}(\\d{1,3}(?:\\.\\d{1,6})?) ?°? ?([" + hemispheres + "])",
        Pattern.CASE_INSENSITIVE);
  }

  @Override
  public boolean reads(RecordFile file) {
    return file.firstLine().startsWith("\"");
  }

  @Override
  public Reading read(RecordFile file, Set<String> acceptedFlags) {
    Matcher name = NAME.matcher(file.simpleName());
    if (!name.matches()) {
      throw new InputException(
          file.name(),
          "",
          "The name of the file does not give its station",
          "Name it as Scripps does: monthly_flask_co2_alt.csv");
    }
    List<String> lines = file.lines();
    int first = 0;
    while (first < lines.size() && !lines.get(first).strip().matches("\\d{4}\\s*,.*")) {
      first++;
    }
    MonthsOfLines months = new MonthsOfLines();
    for (RecordLine line : RecordLine.of(file.name(), lines, first, COMMA)) {
      if (line.fields().size() < LEAST_COLUMNS) {
        throw line.error(
            "Found " + line.fields().size() + " fields, expected " + LEAST_COLUMNS,
            "Correct the line, or get the whole file");
      }
      MonthlyMean mean = MonthlyMean.of(line.month(YEAR, MONTH), line.monthlyMean(CO2));
      months.add(mean, line.fields(), "line " + line.number(), line::error);
    }
    String comments = String.join("\n", lines.subList(0, first));
    if (months.months().isEmpty()) {
      throw new InputException(
          file.name(),
          "",
          "This is no monthly file of Scripps: no comments in quotes and then lines of months",
          "Get the whole file");
    }
    StationRecord record =
        new StationRecord(
            name.group(1).toUpperCase(Locale.ROOT),
            "",
            "Scripps Institution of Oceanography",
            new RecordPlace(
                angle(LATITUDE, comments, "S", 90, file.name()),
                angle(LONGITUDE, comments, "W", 360, file.name()),
                number(ELEVATION, comments),
                Double.NaN),
            SamplingType.FLASK,
            "surface-flask",
            "",
            months.months());
    return Reading.ofMonths(RecordFormat.SCRIPPS, record, months.repeated());
  }

  private static double angle(
      Pattern pattern, String text, String negative, double limit, String file) {
    Matcher found = pattern.matcher(text);
    if (!found.find()) {
      return Double.NaN;
    }
    double size = Double.parseDouble(found.group(1));
    double angle = found.group(2).equalsIgnoreCase(negative) ? -size : size;
    if (angle > limit || angle < -Math.min(limit, 180)) {
      throw new InputException(
          file,
          "line " + text.substring(0, found.start()).lines().count(),
          "There is no place at " + found.group(),
          "Correct the line");
    }
    return angle;
  }

  private static double number(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.find() ? Double.parseDouble(found.group(1)) : Double.NaN;
  }
}
