package org.ccdas.inputs.station;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;

/**
 * A CO2 sampling station (spec section 16.6).
 *
 * @param code code of the station in upper case, for example {@code BRW}
 * @param alternativeCode code that another network uses, or empty
 * @param name full name
 * @param lat degrees north, -90..90
 * @param lon degrees east, -180..360
 * @param elevation metres above sea level
 * @param network networks that sample here
 * @param set station set ({@code S10}, {@code N}, {@code X} or {@code none})
 * @param modelError standard deviation of what the transport model cannot represent, ppm, at least
 *     0
 * @param lowerLayerWeight weight of the lowest layer of the zonal box model, 0..1
 * @param middleLayerWeight weight of its middle layer; both weights sum to 1
 * @param note remarks, or empty
 */
public record Station(
    String code,
    String alternativeCode,
    String name,
    double lat,
    double lon,
    double elevation,
    String network,
    String set,
    double modelError,
    double lowerLayerWeight,
    double middleLayerWeight,
    String note)
    implements Serializable {
  /** Model error of a station that no table knows, ppm. */
  static final double UNLISTED_ERROR = 2;

  /** From this elevation on, metres, half of the air is that of the middle layer. */
  private static final double HIGH = 2000;

  /** Checks the ranges. */
  public Station {
    Objects.requireNonNull(alternativeCode, "alternativeCode");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(network, "network");
    Objects.requireNonNull(set, "set");
    Objects.requireNonNull(note, "note");
    require(!code.isEmpty(), "a station needs a code", code);
    require(lat >= -90 && lat <= 90, "latitude outside -90..90", lat);
    require(lon >= -180 && lon <= 360, "longitude outside -180..360", lon);
    require(Double.isFinite(elevation), "elevation is not a number", elevation);
    require(modelError >= 0, "model error below 0", modelError);
    require(
        lowerLayerWeight >= 0
            && middleLayerWeight >= 0
            && Math.abs(lowerLayerWeight + middleLayerWeight - 1) < 1e-9,
        "layer weights do not sum to 1",
        lowerLayerWeight + middleLayerWeight);
  }

  /**
   * A station that no table knows: with the model error of stations that are not marine, seen in
   * the lowest layer, or half in the middle one where it stands high (spec section 16.6).
   */
  public static Station unlisted(
      String code, String name, double lat, double lon, double elevation) {
    double lower = lowerLayerWeight(elevation);
    return new Station(
        code, "", name, lat, lon, elevation, "", "none", UNLISTED_ERROR, lower, 1 - lower, "");
  }

  /** Weight of the lowest layer of the zonal box at a station of which only the place is known. */
  static double lowerLayerWeight(double elevation) {
    return elevation >= HIGH ? 0.5 : 1;
  }

  private static void require(boolean holds, String problem, Object value) {
    if (!holds) {
      throw new IllegalArgumentException(problem + " (" + value + ")");
    }
  }

  /** Whether this text is the code or the alternative code, in any case. */
  public boolean isCalled(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    return upper.equals(code) || (!upper.isEmpty() && upper.equals(alternativeCode));
  }

  /** The same station at other coordinates (degrees north, degrees east, metres). */
  public Station at(double newLat, double newLon, double newElevation) {
    return new Station(
        code,
        alternativeCode,
        name,
        newLat,
        newLon,
        newElevation,
        network,
        set,
        modelError,
        lowerLayerWeight,
        middleLayerWeight,
        note);
  }
}
