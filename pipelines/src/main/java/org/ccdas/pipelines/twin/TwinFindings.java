package org.ccdas.pipelines.twin;

import java.util.List;
import org.ccdas.verify.twin.TwinCoverage;
import org.ccdas.verify.twin.TwinFile;
import org.ccdas.verify.twin.TwinPlan;

/**
 * What a set of twins has found.
 *
 * @param title of the problem
 * @param observations what was assimilated, in words
 * @param plan that was settled before
 * @param perfect twins with perfect data, in the order of {@link PerfectCase#ALL}
 * @param draws with noise; none dropped
 */
public record TwinFindings(
    String title,
    String observations,
    TwinPlan plan,
    List<TwinFile.Perfect> perfect,
    List<TwinFile.Draw> draws) {
  /** Copies the lists. */
  public TwinFindings {
    perfect = List.copyOf(perfect);
    draws = List.copyOf(draws);
  }

  /** The draws together. */
  public TwinCoverage coverage() {
    return new TwinCoverage(draws.stream().map(TwinFile.Draw::draw).toList());
  }

  /** Whether everything is as spec section 18.8 asks. */
  public boolean passed() {
    return coverage().passed()
        && perfect.stream().filter(p -> p.scale() == 1).allMatch(p -> p.twin().passed());
  }
}
