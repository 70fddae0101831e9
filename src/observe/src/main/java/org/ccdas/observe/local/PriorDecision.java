package org.ccdas.observe.local;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What the run at the prior decides of a local stream, once, so that the cost stays smooth: when
 * tiles are seen, and how observations are matched, where they are.
 *
 * @param mask when tiles can be seen
 * @param matchings for each block and cell the matching, null where there is none; empty list when
 *     observations are not matched
 */
public record PriorDecision(DayMask mask, List<Matching[]> matchings) implements Serializable {
  /** Copies the list. */
  public PriorDecision {
    matchings = new ArrayList<>(matchings);
  }

  /** Before the decision. */
  public static PriorDecision open() {
    return new PriorDecision(DayMask.undecided(), List.of());
  }

  /**
   * The decision of the run at the prior.
   *
   * @param misfit says whether and how observations are matched
   * @param leastError smallest standard error of a matched value, in the units of the stream
   * @param prior what every block says of the run at the prior, in order
   * @param years calendar year of each day of the window
   */
  static PriorDecision of(
      LocalMisfit misfit, double leastError, List<LocalFit> prior, int[] years) {
    List<Matching[]> found = new ArrayList<>();
    if (misfit.bias().kind().isMatched()) {
      prior.forEach(block -> found.add(matchings(misfit, leastError, block, years)));
    }
    return new PriorDecision(new DayMask(prior.stream().map(LocalFit::hidden).toList()), found);
  }

  private static Matching[] matchings(
      LocalMisfit misfit, double leastError, LocalFit fit, int[] years) {
    Matching[] found = new Matching[fit.observed().size()];
    for (int cell = 0; cell < found.length; cell++) {
      // a region held out is matched by its own days: it can be compared with in no other way
      LocalSeries series = fit.observed().get(cell);
      double[] modelled = fit.modelled().get(cell);
      double[][] common = new double[2][series.count()];
      int count = 0;
      for (int k = 0; k < series.count(); k++) {
        // training days only
        if (!misfit.heldOutYears().contains(years[series.days()[k]])) {
          common[0][count] = series.value()[k];
          common[1][count++] = modelled[k];
        }
      }
      double[] observed = Arrays.copyOf(common[0], count);
      double[] prior = Arrays.copyOf(common[1], count);
      found[cell] =
          misfit.bias().kind() == BiasTreatment.Kind.LINEAR
              ? Matching.linear(observed, prior, leastError)
              : Matching.cdf(observed, prior, leastError);
    }
    return found;
  }

  /** Whether it has been decided. */
  public boolean isDecided() {
    return mask.isDecided();
  }

  /** Whether the misfit may take values of a cell; not when a matching is wanted and failed. */
  public boolean isAssimilated(int block, int cell) {
    return matchings.isEmpty() || matchings.get(block)[cell] != null;
  }

  /** Whether matchings were wanted and no cell has one. */
  boolean matchedNothing() {
    return !matchings.isEmpty()
        && matchings.stream().flatMap(Arrays::stream).allMatch(Objects::isNull);
  }

  /** The matching of a cell; null when it has none. */
  Matching matching(int block, int cell) {
    return matchings.isEmpty() ? null : matchings.get(block)[cell];
  }
}
