package org.ccdas.pipelines.results;

import java.util.Arrays;
import org.ccdas.assimilate.evaluation.MoistureSetup;
import org.ccdas.observe.moisture.MoistureSeries;
import org.ccdas.observe.moisture.MoistureStatistics;
import org.ccdas.observe.moisture.MoistureTerm;

/**
 * Some of the observed days of a cell: those assimilated, or those held out.
 *
 * @param term the misfit to these days
 * @param prior modelled on these days, m3 m-3
 * @param posterior modelled on these days, m3 m-3
 */
record MoisturePart(MoistureTerm term, double[] prior, double[] posterior) {
  /**
   * A part of a cell.
   *
   * @param observed all days
   * @param prior modelled on all days
   * @param posterior modelled on all days
   * @param chosen indices of the days of the part
   */
  static MoisturePart of(
      MoistureSetup setup,
      MoistureSeries observed,
      double[] prior,
      double[] posterior,
      int[] chosen) {
    MoistureSeries some =
        new MoistureSeries(
            Arrays.stream(chosen).map(k -> observed.days()[k]).toArray(),
            at(observed.value(), chosen),
            at(observed.sigma(), chosen));
    return new MoisturePart(
        new MoistureTerm(some, setup.error(), setup.bias()),
        at(prior, chosen),
        at(posterior, chosen));
  }

  private static double[] at(double[] values, int[] indices) {
    return Arrays.stream(indices).mapToDouble(k -> values[k]).toArray();
  }

  /** Number of days. */
  int count() {
    return term.count();
  }

  /** Misfit of a modelled series without the determinant of a gain. */
  double misfit(double[] modelled) {
    return term.misfit(modelled);
  }

  /** How a modelled series compares. */
  MoistureStatistics fit(double[] modelled) {
    return MoistureStatistics.of(term.series().value(), modelled);
  }
}
