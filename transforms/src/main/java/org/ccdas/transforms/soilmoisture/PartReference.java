package org.ccdas.transforms.soilmoisture;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Locale;
import org.ccdas.observe.satellite.FileIdentity;

/**
 * What one file gives to one day, waiting in a file for the day to be merged.
 *
 * @param date that it counts for, UTC
 * @param path of the {@link org.ccdas.observe.satellite.IngestedPart}
 */
record PartReference(LocalDate date, String path) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The name of the part that a file gives to a day. */
  static String name(FileIdentity file, LocalDate date) {
    return String.format(
        Locale.ROOT, "part-%s-of-%s-%s.bin", date, file.date(), file.overpass().name());
  }
}
