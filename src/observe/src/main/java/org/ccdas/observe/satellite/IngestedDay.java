package org.ccdas.observe.satellite;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * What an ingest makes of all files of one day.
 *
 * @param date UTC
 * @param moisture the observations on the model grid
 * @param rejections where retrievals were rejected and why, one map a product
 */
public record IngestedDay(LocalDate date, SoilMoistureDay moisture, List<RejectionMap> rejections)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Keeps its own list. */
  public IngestedDay {
    rejections = List.copyOf(rejections);
  }
}
