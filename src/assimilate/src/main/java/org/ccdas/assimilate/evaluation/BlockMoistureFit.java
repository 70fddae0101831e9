package org.ccdas.assimilate.evaluation;

import java.io.Serializable;
import java.util.List;
import org.ccdas.observe.moisture.MoistureSeries;

/**
 * Observed and modelled soil moisture of a block's cells in one run.
 *
 * @param hidden for each tile the days on which it turns hidden or visible, see {@link
 *     MoistureMask}
 * @param observed for each cell what was seen on days that the mask allows, as it enters the misfit
 *     (matched, where observations are matched); held-out years are among them
 * @param modelled for each cell the operator's value on these days, m3 m-3
 */
public record BlockMoistureFit(
    int[][] hidden, List<MoistureSeries> observed, List<double[]> modelled)
    implements Serializable {
  /** Checks that observed and modelled days belong together. */
  public BlockMoistureFit {
    observed = List.copyOf(observed);
    modelled = List.copyOf(modelled);
    if (observed.size() != modelled.size()) {
      throw new IllegalArgumentException(
          observed.size() + " observed cells, " + modelled.size() + " modelled");
    }
    for (int cell = 0; cell < observed.size(); cell++) {
      if (observed.get(cell).count() != modelled.get(cell).length) {
        throw new IllegalArgumentException("Cell " + cell + " has days of only one kind");
      }
    }
  }

  /** Of a run that has no soil moisture to compare with. */
  public static BlockMoistureFit none() {
    return new BlockMoistureFit(new int[0][], List.of(), List.of());
  }
}
