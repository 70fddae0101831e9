package org.ccdas.transforms.soilmoisture;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.ccdas.observe.satellite.RejectionMap;

/**
 * A product file that was written.
 *
 * @param year calendar year
 * @param path of the file
 * @param first day of the file
 * @param last day of the file
 * @param days number of days with observations
 * @param values number of boxes and days with a value
 * @param rejections where retrievals were rejected and why, by product
 */
public record WrittenYear(
    int year,
    String path,
    LocalDate first,
    LocalDate last,
    int days,
    long values,
    List<RejectionMap> rejections)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Keeps its own list. */
  public WrittenYear {
    rejections = List.copyOf(rejections);
  }
}
