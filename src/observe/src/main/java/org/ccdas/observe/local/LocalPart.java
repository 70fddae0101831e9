package org.ccdas.observe.local;

import java.util.Arrays;

/**
 * Some of the observed days of a cell: those assimilated, or those held out.
 *
 * @param term the misfit to these days
 * @param prior modelled on these days, in the units of the stream
 * @param posterior modelled on these days, in the units of the stream
 */
record LocalPart(LocalTerm term, double[] prior, double[] posterior) {
  /**
   * A part of a cell.
   *
   * @param observed all days
   * @param prior modelled on all days
   * @param posterior modelled on all days
   * @param chosen indices of the days of the part
   */
  static LocalPart of(
      LocalMisfit misfit, LocalSeries observed, double[] prior, double[] posterior, int[] chosen) {
    return new LocalPart(
        misfit.term(observed.at(chosen)), at(prior, chosen), at(posterior, chosen));
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
  LocalStatistics fit(double[] modelled) {
    return LocalStatistics.of(term.series().value(), modelled);
  }
}
