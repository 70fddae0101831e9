package org.ccdas.transforms.soilmoisture;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * A day of observations that waits in a file for its year to be written.
 *
 * @param date UTC
 * @param path of its {@link org.ccdas.observe.satellite.IngestedDayFile}
 */
record DayReference(LocalDate date, String path) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The file of a day in a folder. */
  static String name(LocalDate date) {
    return "day-" + date + ".bin";
  }
}
