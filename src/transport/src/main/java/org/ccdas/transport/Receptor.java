package org.ccdas.transport;

import java.io.Serializable;
import org.ccdas.inputs.station.Station;

/**
 * The place whose concentration a response gives.
 *
 * @param code station code in upper case
 * @param lat degrees north
 * @param lon degrees east
 * @param elevation metres above sea level
 */
public record Receptor(String code, double lat, double lon, double elevation)
    implements Serializable {
  /** The receptor at a station. */
  public static Receptor of(Station station) {
    return new Receptor(station.code(), station.lat(), station.lon(), station.elevation());
  }
}
