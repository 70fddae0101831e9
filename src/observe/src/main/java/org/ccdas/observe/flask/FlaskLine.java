package org.ccdas.observe.flask;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.ccdas.inputs.InputException;

/**
 * One line of data of a flask file with the place that its errors name.
 *
 * @param file name of the file
 * @param number number of the line, from 1
 * @param fields its fields
 */
record FlaskLine(String file, int number, List<String> fields) {
  private static final Pattern MISSING = Pattern.compile("NaN|-9{2,}(\\.9*0*)?");

  /** The lines from an index on that are not blank. */
  static List<FlaskLine> of(String file, List<String> lines, int from, String separator) {
    List<FlaskLine> rows = new ArrayList<>();
    for (int i = from; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        rows.add(new FlaskLine(file, i + 1, List.of(lines.get(i).strip().split(separator, -1))));
      }
    }
    return rows;
  }

  /**
   * This line, when it has as many fields as there are columns.
   *
   * @throws InputException otherwise
   */
  FlaskLine require(int columns) {
    if (fields.size() != columns) {
      throw error(
          "Found " + fields.size() + " fields, expected " + columns,
          "Correct the line, or get the whole file");
    }
    return this;
  }

  String text(int column) {
    if (column >= fields.size()) {
      throw error("There is no field " + (column + 1), "Correct the line, or get the whole file");
    }
    return fields.get(column);
  }

  /** A number; NaN when it is missing: NaN or a run of nines after a minus sign. */
  double number(int column) {
    String text = text(column).strip();
    if (MISSING.matcher(text).matches()) {
      return Double.NaN;
    }
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw error("\"" + text + "\" is not a number", "Correct it, or mark it as missing: -999.99");
  }

  /** A monthly mean, ppm; NaN when it is missing. */
  double monthlyMean(int column) {
    double value = number(column);
    if (value < WdcggMonthly.LOWEST || value > WdcggMonthly.HIGHEST) {
      throw error(
          "CO2 "
              + text(column).strip()
              + " is implausible, expected "
              + WdcggMonthly.LOWEST
              + " to "
              + WdcggMonthly.HIGHEST,
          "Correct the line, or mark the value as missing with -999.99");
    }
    return value;
  }

  int integer(int column, String what, int lowest, int highest) {
    String text = text(column).strip();
    int value;
    try {
      value = Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw error("The " + what + " is not a whole number: \"" + text + "\"", "Correct the line");
    }
    if (value < lowest || value > highest) {
      throw error(
          "The " + what + " is " + text + ", expected " + lowest + " to " + highest,
          "Correct the line");
    }
    return value;
  }

  YearMonth month(int year, int month) {
    return YearMonth.of(integer(year, "year", 1900, 2200), integer(month, "month", 1, 12));
  }

  /**
   * Adds the month of this line.
   *
   * @throws InputException when it does not come after the one before
   */
  void append(List<FlaskMonth> months, FlaskMonth next) {
    if (!months.isEmpty() && !months.get(months.size() - 1).month().isBefore(next.month())) {
      throw error(
          "Month " + next.month() + " does not come after the one of the line before",
          "Sort the lines, and keep one a month");
    }
    months.add(next);
  }

  InputException error(String problem, String remedy) {
    return new InputException(file, "line " + number, problem, remedy);
  }
}
