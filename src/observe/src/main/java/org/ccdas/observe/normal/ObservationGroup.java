package org.ccdas.observe.normal;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Objects;

/**
 * Observations whose share of the normal matrix is kept by itself (spec section 18.10): CO2 of a
 * station, or soil moisture of a region and year. Ordered by stream, place and year.
 *
 * @param stream what is observed
 * @param place code of a station or name of a region, not empty
 * @param year calendar year; 0 where all years are together
 */
public record ObservationGroup(Stream stream, String place, int year)
    implements Comparable<ObservationGroup>, Serializable {
  private static final Comparator<ObservationGroup> ORDER =
      Comparator.comparing(ObservationGroup::stream)
          .thenComparing(ObservationGroup::place)
          .thenComparingInt(ObservationGroup::year);

  /** Checks that there is a place. */
  public ObservationGroup {
    Objects.requireNonNull(stream, "stream");
    if (place.isEmpty()) {
      throw new IllegalArgumentException("A group of observations needs a place");
    }
  }

  /** The CO2 record of a station. */
  public static ObservationGroup station(String code) {
    return new ObservationGroup(Stream.CO2, code, 0);
  }

  /** Soil moisture of a region and year. */
  public static ObservationGroup soilMoisture(String region, int year) {
    return new ObservationGroup(Stream.SOIL_MOISTURE, region, year);
  }

  /** For people: {@code co2 MLO}, {@code soilMoisture Africa 2012}. */
  public String label() {
    return stream.key() + " " + place + (year == 0 ? "" : " " + year);
  }

  @Override
  public int compareTo(ObservationGroup other) {
    return ORDER.compare(this, other);
  }
}
