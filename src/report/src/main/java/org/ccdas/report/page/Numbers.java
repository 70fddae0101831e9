package org.ccdas.report.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as text, the same under every locale; a dash for one that does not exist. */
public final class Numbers {
  private static final String NONE = "–";

  private Numbers() {}

  /** This many decimals, never -0. */
  public static String fixed(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return NONE;
    }
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return text.matches("-[0.]+") ? text.substring(1) : text;
  }

  /** With a sign, this many decimals. */
  public static String signed(double value, int decimals) {
    String text = fixed(value, decimals);
    return value > 0 && text.matches(".*[1-9].*") ? "+" + text : text;
  }

  /** This many significant digits; powers of ten for what is very large or small. */
  public static String significant(double value, int digits) {
    if (!Double.isFinite(value)) {
      return NONE;
    }
    if (value == 0) {
      return "0";
    }
    double size = Math.abs(value);
    if (size < 1e-4 || size >= 1e7) {
      return String.format(Locale.ROOT, "%." + (digits - 1) + "e", value);
    }
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    // as many digits as asked for, zeros at the end too
    int decimals = digits - rounded.precision() + rounded.scale();
    return rounded.setScale(Math.max(0, decimals), RoundingMode.HALF_EVEN).toPlainString();
  }
}
