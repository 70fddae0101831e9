package org.ccdas.transforms.soilmoisture;

import java.io.IOException;
import java.io.Serializable;
import java.time.LocalDate;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.observe.satellite.IngestedDay;
import org.ccdas.observe.satellite.IngestedDayFile;

/**
 * A day of observations that waits in a file for its year to be written.
 *
 * @param date UTC
 * @param path of its {@link IngestedDayFile}
 */
record DayReference(LocalDate date, String path) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Leaves a day in a folder. */
  static DayReference keep(String folder, IngestedDay day) throws IOException {
    Location path = Location.of(folder).resolve("day-" + day.date() + ".bin");
    StoredFiles.writePassing(path, IngestedDayFile.encode(day));
    return new DayReference(day.date(), path.toString());
  }
}
