package org.ccdas.observe.normal;

import java.io.Serializable;
import java.util.Comparator;

/**
 * Observations whose share of the normal matrix is kept by itself (spec section 18.10): for example
 * those of a station, or of a region and year. Ordered by stream, place and year.
 *
 * @param stream name of the stream
 * @param place code of a station or name of a region, not empty
 * @param year calendar year; 0 where all years are together
 */
public record ObservationGroup(String stream, String place, int year)
    implements Comparable<ObservationGroup>, Serializable {
  private static final Comparator<ObservationGroup> ORDER =
      Comparator.comparing(ObservationGroup::stream)
          .thenComparing(ObservationGroup::place)
          .thenComparingInt(ObservationGroup::year);

  /** Checks that there is a place. */
  public ObservationGroup {
    if (stream.isEmpty() || place.isEmpty()) {
      throw new IllegalArgumentException("A group of observations needs a stream and a place");
    }
  }

  /** For people: {@code co2 MLO}, {@code soilMoisture Africa 2012}. */
  public String label() {
    return stream + " " + place + (year == 0 ? "" : " " + year);
  }

  @Override
  public int compareTo(ObservationGroup other) {
    return ORDER.compare(this, other);
  }
}
