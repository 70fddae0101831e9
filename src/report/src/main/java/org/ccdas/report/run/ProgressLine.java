package org.ccdas.report.run;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What {@code progress.jsonl} says of an evaluation, a line for each. NaN stands for what is not
 * known or not finite.
 *
 * @param evaluation number, from 1
 * @param iteration number, from 0
 * @param cost dimensionless, as its terms
 * @param prior term of the cost
 * @param gradientNorm of the gradient of the cost
 * @param step length of the step
 * @param damping of the step
 * @param seconds that the round took
 * @param secondsLeft estimate for the rest of the search
 * @param streams terms of the cost, each under the name of its stream
 */
public record ProgressLine(
    int evaluation,
    int iteration,
    double cost,
    double prior,
    double gradientNorm,
    double step,
    double damping,
    double seconds,
    double secondsLeft,
    @JsonIgnore Map<String, Double> streams) {
  /** Name of the file. */
  public static final String FILE = "progress.jsonl";

  /** Room for streams that are read. */
  public ProgressLine {
    streams = streams == null ? new LinkedHashMap<>() : streams;
  }

  @JsonAnyGetter
  Map<String, Double> terms() {
    return streams;
  }

  @JsonAnySetter
  void addTerm(String stream, double term) {
    streams.put(stream, term);
  }
}
