package org.ccdas.verify.world;

import java.util.List;
import org.ccdas.bethy.lane.ModelSeries;
import org.ccdas.inputs.grid.Cell;

/** What a run at the truth gives of the synthetic world. */
public interface WorldTruth {
  /** The land cells. */
  List<Cell> cells();

  /** The modelled vector of a stream. */
  double[] modelled(String stream);

  /** A daily series of the cells, {@code [cell * days of the window + day]}. */
  double[] daily(ModelSeries series);
}
