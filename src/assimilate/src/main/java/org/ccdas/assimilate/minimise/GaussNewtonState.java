package org.ccdas.assimilate.minimise;

import java.util.List;
import java.util.Objects;

/**
 * All that {@link GaussNewton} knows; goes to the state file as it is. The arrays are never
 * changed.
 *
 * @param settings settings of the search
 * @param start first candidate, n values
 * @param point where the search stands, of lowest cost; null before the first answer
 * @param failed the trial that a second step goes on from; null while none is under evaluation
 * @param damping mu of the next step
 * @param trials steps under evaluation; empty before the first answer
 * @param evaluations candidates evaluated
 * @param passes rounds of candidates evaluated together
 * @param history start and steps
 * @param outcome null while it goes on
 */
record GaussNewtonState(
    GaussNewton.Settings settings,
    double[] start,
    Linearisation point,
    Linearisation failed,
    double damping,
    List<Trial> trials,
    int evaluations,
    int passes,
    List<Iteration> history,
    Outcome outcome) {
  GaussNewtonState {
    Objects.requireNonNull(settings, "settings");
    Objects.requireNonNull(start, "start");
    trials = List.copyOf(trials);
    history = List.copyOf(history);
  }
}
