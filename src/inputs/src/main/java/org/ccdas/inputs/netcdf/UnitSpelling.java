package org.ccdas.inputs.netcdf;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Spellings of units that files have and UDUNITS does not read, or reads as something else, such as
 * {@code C}, which it takes for the coulomb.
 */
final class UnitSpelling {
  private static final String DEGREE = "(degrees?|deg\\.?|[°º˚]|\uFFFD{1,2}|Â°)";
  private static final Pattern CELSIUS =
      Pattern.compile("(?i)(" + DEGREE + "?[ _]?(c|celsius)|" + DEGREE + "[ _]?centigrade|oC|℃)");
  private static final Pattern FAHRENHEIT =
      Pattern.compile("(?i)" + DEGREE + "?[ _]?(f|fahrenheit)");
  private static final Pattern KELVIN = Pattern.compile("(?i)" + DEGREE + "?[ _]?(k|kelvins?)");

  /** Superscripts and other signs by what UDUNITS reads for them. */
  private static final Map<String, String> SIGNS =
      Map.of(
          "⁻", "-", "−", "-", "¹", "1", "²", "2", "³", "3", "⁴", "4", "·", ".", "⋅", ".", "µ", "u",
          "μ", "u");

  /** A base unit right after another, as in {@code Wm-2} and {@code kgm-2s-1}. */
  private static final List<Pattern> JOINED =
      List.of(
          Pattern.compile("(?<![A-Za-z])(W|J|kg|g|mol|umol|mm|MJ)(m[-^]?\\d)"),
          Pattern.compile("(\\d)()(?=[A-Za-z])"));

  private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}");

  private UnitSpelling() {}

  /** A specification that UDUNITS reads as it is meant; most are returned as they are. */
  private static String corrected(String unit) {
    String text = unit.strip();
    if (CELSIUS.matcher(text).matches()) {
      return "degC";
    }
    if (FAHRENHEIT.matcher(text).matches()) {
      return "degF";
    }
    if (KELVIN.matcher(text).matches()) {
      return "K";
    }
    for (Map.Entry<String, String> sign : SIGNS.entrySet()) {
      text = text.replace(sign.getKey(), sign.getValue());
    }
    text = text.replace("**", "^").replaceAll("[{}$\\\\]", "");
    return text.replaceAll("\\s+per\\s+", "/").replaceAll("(?i)vol\\.?\\s*%", "%");
  }

  /**
   * Spellings of a unit, of which the first counts that UDUNITS knows and that fits: as it is, with
   * units apart, and with words in small letters.
   */
  static List<String> of(String unit) {
    String corrected = corrected(unit);
    String apart = corrected;
    for (Pattern joined : JOINED) {
      apart = joined.matcher(apart).replaceAll("$1 $2");
    }
    String small =
        WORD.matcher(apart)
            .replaceAll(word -> word.group().toLowerCase(Locale.ROOT))
            .replaceAll("(?<![A-Za-z])w(?![A-Za-z])", "W");
    return List.of(corrected, apart, small);
  }
}
