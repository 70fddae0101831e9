package org.ccdas.observe.satellite;

import java.io.Serializable;

/** What became of one file: its field on the model grid, and what screening rejected. */
public record Ingested(GriddedRetrievals gridded, RejectionCounts counts, RejectionMap map)
    implements Serializable {
  private static final long serialVersionUID = 1L;
}
