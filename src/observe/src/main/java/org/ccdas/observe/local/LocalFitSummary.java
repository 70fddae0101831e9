package org.ccdas.observe.local;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.ccdas.observe.stream.PriorPosterior;

/**
 * How the model fits a part of the observations.
 *
 * @param n number of values, at least 1
 * @param cells that have one
 * @param chiSquare twice the whitened misfit for each of them, the bias of a cell being estimated
 *     from these values
 * @param r median over cells of the correlation
 * @param unbiasedRmse median over cells, in the units of the stream
 */
record LocalFitSummary(
    int n, int cells, PriorPosterior chiSquare, PriorPosterior r, PriorPosterior unbiasedRmse) {

  /** The fit to what was assimilated; null when that is nothing. */
  static LocalFitSummary assimilated(List<LocalComparison> cells) {
    return of(cells.stream().map(LocalComparison::used).toList());
  }

  /** The fit to what was held out; null when that is nothing. */
  static LocalFitSummary heldOut(List<LocalComparison> cells) {
    return of(cells.stream().map(LocalComparison::heldOut).toList());
  }

  private static LocalFitSummary of(List<LocalPart> all) {
    List<LocalPart> parts = all.stream().filter(part -> part.count() > 0).toList();
    if (parts.isEmpty()) {
      return null;
    }
    int n = parts.stream().mapToInt(LocalPart::count).sum();
    return new LocalFitSummary(
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

  private static double median(List<LocalPart> parts, ToDoubleFunction<LocalPart> value) {
    return new Median()
        .evaluate(parts.stream().mapToDouble(value).filter(Double::isFinite).toArray());
  }
}
