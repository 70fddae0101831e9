package org.ccdas.observe.stream;

import java.io.PrintWriter;
import java.util.Locale;

/** Lines of a table of text, the same under every locale. */
public final class TableLines {
  private final PrintWriter out;

  /** Lines that go to this writer. */
  public TableLines(PrintWriter out) {
    this.out = out;
  }

  /** A line after {@link String#format}. */
  public void line(String format, Object... arguments) {
    out.println(String.format(Locale.ROOT, format, arguments));
  }

  /** The heading of a section of rows. */
  public void heading(String name) {
    line("");
    line("%-36s %12s %12s", name, "prior", "posterior");
  }

  /**
   * A quantity before and after.
   *
   * @param decimals digits after the point
   * @param remark at the end of the line, or empty
   */
  public void row(String name, PriorPosterior value, int decimals, String remark) {
    line(
        "%-36s %12s %12s%s",
        name,
        number(value.prior(), decimals),
        number(value.posterior(), decimals),
        remark.isEmpty() ? "" : "  " + remark);
  }

  /** A number with this many decimals, never -0; a dash for one that does not exist. */
  public static String number(double value, int decimals) {
    if (Double.isNaN(value)) {
      return "-";
    }
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return text.matches("-[0.]+") ? text.substring(1) : text;
  }

  /** A number without a needless decimal part. */
  public static String plain(double value) {
    return value == Math.rint(value) ? String.valueOf(Math.round(value)) : String.valueOf(value);
  }
}
