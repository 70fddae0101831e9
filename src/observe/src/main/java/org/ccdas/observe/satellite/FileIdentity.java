package org.ccdas.observe.satellite;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * What a file holds, as far as its name tells. Files of the same product, variant, day and overpass
 * are duplicates: the one that comes last in natural order is to be used.
 *
 * @param product name of the product
 * @param variant which of several series of the product, such as {@code COMBINED}; series are never
 *     mixed; empty when there is one only
 * @param date day of the retrievals, UTC
 * @param overpass which overpasses of the day
 * @param precedence greater text wins among duplicates: reprocessing, then versions, then the name
 */
public record FileIdentity(
    String product, String variant, LocalDate date, Overpass overpass, String precedence)
    implements Serializable, Comparable<FileIdentity> {
  /** A file of a product that has one series only. */
  public FileIdentity(String product, LocalDate date, Overpass overpass, String precedence) {
    this(product, "", date, overpass, precedence);
  }

  /** The product and, where there are several, the variant: {@code esa-cci-sm-l3s:COMBINED}. */
  public String series() {
    return variant.isEmpty() ? product : product + ":" + variant;
  }

  /** The same on another day. */
  public FileIdentity on(LocalDate day) {
    return new FileIdentity(product, variant, day, overpass, precedence);
  }

  /** The same for duplicates and for them only. */
  public String key() {
    return series() + " " + date + " " + overpass;
  }

  /** By product, variant, day and overpass, then by precedence. */
  @Override
  public int compareTo(FileIdentity other) {
    int order = key().compareTo(other.key());
    return order != 0 ? order : precedence.compareTo(other.precedence);
  }
}
