package org.ccdas.pipelines.run;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.assimilate.minimise.Iteration;
import org.ccdas.assimilate.minimise.Minimiser;

/**
 * What is told of a round of evaluations.
 *
 * @param costs of each evaluation
 * @param evaluations made so far
 * @param iteration steps taken so far
 * @param step length of the last step, a multiple of the search direction
 * @param damping of the last step; 0 where there is none
 * @param seconds that the round took
 * @param secondsLeft until the search will have converged, NaN when unknown
 * @param left the same in words
 * @param finished whether it was the last round
 */
record RunRound(
    List<Costs> costs,
    int evaluations,
    int iteration,
    double step,
    double damping,
    double seconds,
    double secondsLeft,
    String left,
    boolean finished) {

  /**
   * The cost at a control vector, by term.
   *
   * @param cost J
   * @param prior misfit to the prior
   * @param streams misfit of every stream of observations, by name
   * @param gradientNorm NaN when the gradient was not asked for
   */
  record Costs(double cost, double prior, Map<String, Double> streams, double gradientNorm) {
    static Costs of(Evaluation evaluation) {
      Map<String, Double> streams = new LinkedHashMap<>();
      evaluation.streams().forEach((name, value) -> streams.put(name, value.cost()));
      return new Costs(evaluation.cost(), evaluation.prior(), streams, norm(evaluation.gradient()));
    }
  }

  /** The round after which the minimiser is in this state. */
  static RunRound of(
      List<Evaluation> evaluations, Minimiser after, double seconds, TimeLeft timeLeft) {
    List<Iteration> history = after.history();
    Iteration last =
        history.isEmpty() ? new Iteration(0, 0, 0, 0, 0, 0) : history.get(history.size() - 1);
    timeLeft.round(norm(after.gradient()), after.evaluations(), seconds);
    return new RunRound(
        evaluations.stream().map(Costs::of).toList(),
        after.evaluations(),
        after.iterations(),
        last.step(),
        last.damping(),
        seconds,
        after.finished() ? 0 : timeLeft.seconds(),
        after.finished() ? "done" : timeLeft.text(),
        after.finished());
  }

  /** The evaluation of lowest cost; the first one when all failed. */
  Costs best() {
    return costs.stream()
        .filter(c -> Double.isFinite(c.cost()))
        .min(Comparator.comparingDouble(Costs::cost))
        .orElse(costs.get(0));
  }

  /** Number of an evaluation of the round within the run, from 1. */
  int number(int index) {
    return evaluations - costs.size() + index + 1;
  }

  /** Euclidean norm; NaN of null. */
  static double norm(double[] gradient) {
    if (gradient == null) {
      return Double.NaN;
    }
    double sum = 0;
    for (double element : gradient) {
      sum += element * element;
    }
    return Math.sqrt(sum);
  }
}
