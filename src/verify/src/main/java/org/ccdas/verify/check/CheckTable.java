package org.ccdas.verify.check;

import java.util.List;
import java.util.Locale;

/**
 * The verdicts of several checks as an aligned table.
 *
 * @param results in the order of the lines
 */
public record CheckTable(List<CheckResult> results) {
  /** Copies the list. */
  public CheckTable {
    results = List.copyOf(results);
  }

  /** Whether there are results and all passed. */
  public boolean passed() {
    return !results.isEmpty() && results.stream().allMatch(CheckResult::passed);
  }

  /** The table, a line for each check under a header; every line ends with a line feed. */
  public String text() {
    int subject = width("subject", results.stream().map(CheckResult::subject).toList());
    int check = width("check", results.stream().map(CheckResult::check).toList());
    String format = "%-" + subject + "s  %-" + check + "s  %9s  %9s  %-7s  %s";
    StringBuilder text = new StringBuilder();
    line(text, format, "subject", "check", "measured", "tolerance", "verdict", "detail");
    for (CheckResult result : results) {
      line(
          text,
          format,
          result.subject(),
          result.check(),
          number(result.measured()),
          number(result.tolerance()),
          result.passed() ? "passed" : "FAILED",
          result.detail());
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String format, Object... columns) {
    text.append(String.format(Locale.ROOT, format, columns).stripTrailing()).append('\n');
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.2e", value);
  }

  private static int width(String header, List<String> values) {
    return Math.max(
        header.length(), values.stream().mapToInt(String::length).max().orElse(header.length()));
  }
}
