package org.ccdas.assimilate.minimise;

import java.util.List;
import java.util.Objects;

/**
 * All that {@link Lbfgs} knows; goes to the state file as it is. The arrays are never changed.
 *
 * @param settings settings of the search
 * @param start first candidate, n values
 * @param descent the line search under way; null before the first answer
 * @param best the point of lowest cost; null before the first answer
 * @param evaluations candidates evaluated
 * @param history start and steps
 * @param outcome null while it goes on
 */
record LbfgsState(
    Lbfgs.Settings settings,
    double[] start,
    Descent descent,
    Iterate best,
    int evaluations,
    List<Iteration> history,
    Outcome outcome) {
  LbfgsState {
    Objects.requireNonNull(settings, "settings");
    Objects.requireNonNull(start, "start");
    history = List.copyOf(history);
  }
}
