package org.ccdas.assimilate.evaluation;

import java.io.Serializable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.CandidateValue;
import org.ccdas.assimilate.minimise.Elimination;
import org.ccdas.observe.normal.NormalSystem;
import org.ccdas.observe.stream.StreamValue;

/**
 * The cost at one control vector, by term.
 *
 * @param id of the candidate
 * @param x the control vector, n values: that of the candidate, but for the elements that it leaves
 *     to the evaluation, which are at their best
 * @param prior misfit to the prior
 * @param streams misfit and modelled vector of every stream, by name in the order of the setup
 * @param gradient of the sum of the terms; null when it was not asked for
 * @param normal normal system of the observations, by group; null when it was not asked for
 */
public record Evaluation(
    int id,
    double[] x,
    double prior,
    Map<String, StreamValue> streams,
    double[] gradient,
    NormalSystem normal)
    implements Serializable {
  /** Copies vector and map, whose order is that of the sum. */
  public Evaluation {
    x = x.clone();
    streams = new LinkedHashMap<>(streams);
  }

  /** The cost J. */
  public double cost() {
    double sum = prior;
    for (StreamValue stream : streams.values()) {
      sum += stream.cost();
    }
    return sum;
  }

  /** The answers to a round of candidates, in the order of the evaluations. */
  public static List<CandidateValue> answers(
      List<Candidate> candidates, List<Evaluation> evaluations) {
    Map<Integer, Candidate> byId =
        candidates.stream().collect(Collectors.toMap(Candidate::id, candidate -> candidate));
    return evaluations.stream()
        .map(evaluation -> evaluation.answer(byId.get(evaluation.id())))
        .toList();
  }

  /**
   * The answer to the minimiser that asked: with the Hessian of the reduced cost where it leaves
   * elements to the evaluation, and their gradient as it is, zero to rounding but on the bound.
   */
  CandidateValue answer(Candidate candidate) {
    if (normal == null) {
      return gradient == null
          ? CandidateValue.of(id, cost()).at(x)
          : CandidateValue.of(id, cost(), gradient).at(x);
    }
    double[] hessian = normal.hessianWithPrior();
    Elimination elimination = candidate.elimination();
    return CandidateValue.of(
            id,
            cost(),
            gradient,
            elimination == null ? hessian : ReducedHessian.of(hessian, elimination, x))
        .at(x);
  }

  /**
   * A stream.
   *
   * @throws IllegalArgumentException when there is none of this name
   */
  public StreamValue stream(String name) {
    StreamValue value = streams.get(name);
    if (value == null) {
      throw new IllegalArgumentException("No stream " + name + " among " + streams.keySet());
    }
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Evaluation that
        && id == that.id
        && Arrays.equals(x, that.x)
        && Double.compare(prior, that.prior) == 0
        && streams.equals(that.streams)
        && Arrays.equals(gradient, that.gradient)
        && Objects.equals(normal, that.normal);
  }

  @Override
  public int hashCode() {
    return 31 * id + Double.hashCode(prior);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("evaluation " + id + ", prior " + prior);
    streams.forEach(
        (name, value) -> text.append(", ").append(name).append(' ').append(value.cost()));
    return text.toString();
  }
}
