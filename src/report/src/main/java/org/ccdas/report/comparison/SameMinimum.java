package org.ccdas.report.comparison;

import static org.ccdas.report.page.Numbers.significant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccdas.assimilate.posterior.Minima;
import org.ccdas.report.compared.ComparedRun;
import org.ccdas.report.run.ParameterRow;
import org.ccdas.report.run.PosteriorResult;

/**
 * Whether two runs that differ in the minimiser only have found the same minimum.
 *
 * @param lower the run with the lower cost
 * @param other the other one
 * @param squaredDistance (a - b)'H(a - b) at the lower minimum; NaN when no run has worked out H
 */
record SameMinimum(ComparedRun lower, ComparedRun other, double squaredDistance) {

  /** Every pair of runs with the same problem. */
  static List<SameMinimum> of(List<ComparedRun> runs) {
    List<SameMinimum> pairs = new ArrayList<>();
    for (int a = 0; a < runs.size(); a++) {
      for (int b = a + 1; b < runs.size(); b++) {
        ComparedRun one = runs.get(a);
        ComparedRun two = runs.get(b);
        boolean same =
            one.member().map(member -> member.sameProblem().contains(two.name())).orElse(false);
        if (same && !one.prior()) {
          pairs.add(two.cost() < one.cost() ? between(two, one) : between(one, two));
        }
      }
    }
    return pairs;
  }

  private static SameMinimum between(ComparedRun lower, ComparedRun other) {
    Optional<PosteriorResult> posterior = lower.run().posterior().or(() -> other.run().posterior());
    double distance =
        posterior.isEmpty()
            ? Double.NaN
            : Minima.squaredDistance(posterior.get().covariance(), x(lower), x(other));
    return new SameMinimum(lower, other, distance);
  }

  private static double[] x(ComparedRun run) {
    return run.run().parameters().orElseThrow().stream().mapToDouble(ParameterRow::x).toArray();
  }

  /** One sentence. */
  String sentence() {
    String minimisers =
        lower.name()
            + " ("
            + lower.member().orElseThrow().minimiser()
            + ") and "
            + other.name()
            + " ("
            + other.member().orElseThrow().minimiser()
            + ") differ in the minimiser only: costs "
            + significant(lower.cost(), 8)
            + " and "
            + significant(other.cost(), 8);
    if (Double.isNaN(squaredDistance)) {
      return minimisers + "; neither has worked out H, so that their distance is not known.";
    }
    return minimisers
        + ", squared distance (a-b)'H(a-b) = "
        + significant(squaredDistance, 3)
        + ", "
        + (squaredDistance < Minima.AGREE
            ? "the same minimum (below " + Minima.AGREE + ")."
            : "not the same minimum ("
                + Minima.AGREE
                + " or more); that of "
                + lower.name()
                + " is lower.");
  }
}
