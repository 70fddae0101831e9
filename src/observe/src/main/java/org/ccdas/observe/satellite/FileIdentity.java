package org.ccdas.observe.satellite;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * What a file holds, as far as its name tells. Files of the same product, day and overpass are
 * duplicates: the one that comes last in natural order is to be used.
 *
 * @param product name of the product
 * @param date day of the retrievals, UTC
 * @param overpass which overpasses of the day
 * @param precedence greater text wins among duplicates: reprocessing, then versions, then the name
 */
public record FileIdentity(String product, LocalDate date, Overpass overpass, String precedence)
    implements Serializable, Comparable<FileIdentity> {
  /** The same for duplicates and for them only. */
  public String key() {
    return product + " " + date + " " + overpass;
  }

  /** By product, day and overpass, then by precedence. */
  @Override
  public int compareTo(FileIdentity other) {
    int order = key().compareTo(other.key());
    return order != 0 ? order : precedence.compareTo(other.precedence);
  }
}
