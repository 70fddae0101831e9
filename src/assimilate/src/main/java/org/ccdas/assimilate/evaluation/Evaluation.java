package org.ccdas.assimilate.evaluation;

import java.io.Serializable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.ccdas.observe.normal.NormalSystem;
import org.ccdas.observe.stream.StreamValue;

/**
 * The cost at one control vector, by term.
 *
 * @param id of the candidate
 * @param prior misfit to the prior
 * @param streams misfit and modelled vector of every stream, by name in the order of the setup
 * @param gradient of the sum of the terms; null when it was not asked for
 * @param normal normal system of the observations, by group; null when it was not asked for
 */
public record Evaluation(
    int id, double prior, Map<String, StreamValue> streams, double[] gradient, NormalSystem normal)
    implements Serializable {
  /** Copies the map, whose order is that of the sum. */
  public Evaluation {
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
