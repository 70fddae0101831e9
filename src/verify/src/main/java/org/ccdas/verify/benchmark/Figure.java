package org.ccdas.verify.benchmark;

import java.util.List;
import java.util.Locale;

/**
 * A measured figure.
 *
 * @param name what was measured
 * @param value the median
 * @param unit its unit; empty for a number without one
 */
public record Figure(String name, double value, String unit) {
  private static final double LARGE = 1e4;
  private static final double SMALL = 1e-2;

  /** An aligned table; every line ends with a line feed. */
  public static String table(List<Figure> figures) {
    int width = figures.stream().mapToInt(f -> f.name.length()).max().orElse(0);
    StringBuilder text = new StringBuilder();
    for (Figure figure : figures) {
      String line =
          String.format(
              Locale.ROOT,
              "%-" + Math.max(1, width) + "s  %12s %s",
              figure.name,
              figure.number(),
              figure.unit);
      text.append(line.stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private String number() {
    double size = Math.abs(value);
    if (size >= LARGE) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return String.format(Locale.ROOT, size < SMALL && size > 0 ? "%.1e" : "%.2f", value);
  }
}
