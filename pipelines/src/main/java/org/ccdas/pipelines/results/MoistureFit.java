package org.ccdas.pipelines.results;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * How modelled soil moisture fits a part of the observations.
 *
 * @param n number of daily values, at least 1
 * @param cells that have one
 * @param chiSquare twice the whitened misfit for each of them, the bias of a cell being estimated
 *     from these values
 * @param r median over cells of the correlation
 * @param unbiasedRmse median over cells, m3 m-3
 */
record MoistureFit(
    int n, int cells, PriorPosterior chiSquare, PriorPosterior r, PriorPosterior unbiasedRmse) {

  /** The fit to what was assimilated; null when that is nothing. */
  static MoistureFit assimilated(List<MoistureComparison> cells) {
    return of(cells.stream().map(MoistureComparison::used).toList());
  }

  /** The fit to what was held out; null when that is nothing. */
  static MoistureFit heldOut(List<MoistureComparison> cells) {
    return of(cells.stream().map(MoistureComparison::heldOut).toList());
  }

  private static MoistureFit of(List<MoisturePart> all) {
    List<MoisturePart> parts = all.stream().filter(part -> part.count() > 0).toList();
    if (parts.isEmpty()) {
      return null;
    }
    int n = parts.stream().mapToInt(MoisturePart::count).sum();
    return new MoistureFit(
        n,
        parts.size(),
        new PriorPosterior(
            2 * parts.stream().mapToDouble(part -> part.misfit(part.prior())).sum() / n,
            2 * parts.stream().mapToDouble(part -> part.misfit(part.posterior())).sum() / n),
        new PriorPosterior(
            median(parts, part -> part.fit(part.prior()).correlation()),
            median(parts, part -> part.fit(part.posterior()).correlation())),
        new PriorPosterior(
            median(parts, part -> part.fit(part.prior()).unbiasedRmse()),
            median(parts, part -> part.fit(part.posterior()).unbiasedRmse())));
  }

  private static double median(List<MoisturePart> parts, ToDoubleFunction<MoisturePart> value) {
    return new Median()
        .evaluate(parts.stream().mapToDouble(value).filter(Double::isFinite).toArray());
  }
}
