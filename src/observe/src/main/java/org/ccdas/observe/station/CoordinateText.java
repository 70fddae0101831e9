package org.ccdas.observe.station;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Latitudes and longitudes as people write them: {@code 71 19' N}, {@code 156.6 W}, -14.25. */
final class CoordinateText {
  private static final Pattern ANGLE =
      Pattern.compile(
          "([+-]?\\d+(?:\\.\\d+)?)\\s*(?:°|deg)?\\s*"
              + "(?:(\\d+(?:\\.\\d+)?)\\s*['’]?)?\\s*"
              + "(?:(\\d+(?:\\.\\d+)?)\\s*[\"”]?)?\\s*([NSEW])?");

  private CoordinateText() {}

  /** Degrees north, -90..90. */
  static double latitude(String text) {
    return angle(text, "NS", 90);
  }

  /** Degrees east, -180..360. */
  static double longitude(String text) {
    return angle(text, "EW", 360);
  }

  private static double angle(String text, String hemispheres, double limit) {
    Matcher matcher = ANGLE.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not an angle: \"" + text + "\"");
    }
    double degrees = Double.parseDouble(matcher.group(1));
    double minutes = part(matcher.group(2));
    double seconds = part(matcher.group(3));
    String hemisphere = matcher.group(4);
    boolean signed = matcher.group(1).startsWith("-");
    if (minutes >= 60 || seconds >= 60) {
      throw new IllegalArgumentException("minutes or seconds above 60: \"" + text + "\"");
    }
    if (hemisphere != null && (signed || hemispheres.indexOf(hemisphere) < 0)) {
      throw new IllegalArgumentException("wrong hemisphere: \"" + text + "\"");
    }
    double size = Math.abs(degrees) + minutes / 60 + seconds / 3600;
    boolean negative = signed || (hemisphere != null && hemispheres.indexOf(hemisphere) == 1);
    double angle = negative ? -size : size;
    if (angle > limit || angle < -Math.min(limit, 180)) {
      throw new IllegalArgumentException("out of range: \"" + text + "\"");
    }
    return angle;
  }

  private static double part(String digits) {
    return digits == null ? 0 : Double.parseDouble(digits);
  }
}
