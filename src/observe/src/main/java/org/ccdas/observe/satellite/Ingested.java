package org.ccdas.observe.satellite;

import java.util.List;

/**
 * What became of one file.
 *
 * @param days its fields on the model grid, one for each day that its retrievals count for
 * @param counts what screening rejected
 * @param map where
 * @param notes what the user should know about the file
 */
public record Ingested(
    List<GriddedRetrievals> days, RejectionCounts counts, RejectionMap map, List<String> notes) {
  /** Keeps its own lists. */
  public Ingested {
    days = List.copyOf(days);
    notes = List.copyOf(notes);
  }
}
