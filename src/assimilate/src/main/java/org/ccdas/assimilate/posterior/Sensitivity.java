package org.ccdas.assimilate.posterior;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.util.MathArrays;
import org.ccdas.observe.normal.ObservationGroup;

/**
 * What targets would be under another choice of errors, of prior uncertainties or of observations,
 * at the last linearisation and without a run.
 *
 * @param choice in words
 * @param values of the targets, y + N (x_f - x_1), x_1 the linear optimum with all weights 1
 * @param sigmas (N C_f N')^1/2
 * @param degreesOfFreedom for signal
 */
public record Sensitivity(
    String choice, double[] values, double[] sigmas, double degreesOfFreedom) {
  /** Weight of a variance that is four times as large: standard deviations twice. */
  private static final double TWICE = 0.25;

  private static final double HALF = 4;

  /** Fewer values, less what the fit took, say too little of the errors of a place. */
  private static final double LEAST_COUNT = 10;

  /** Misfits as small as those of perfect data are no reason to believe in smaller errors. */
  private static final double LEAST_FACTOR = 0.1;

  /**
   * The targets as they are, and under each of the other choices.
   *
   * @param targets at the minimum
   * @param errors of every stream, followed by those of its places where their values are counted
   */
  public static List<Sensitivity> of(
      Posterior posterior, TargetJacobian targets, List<ErrorDiagnosis> errors) {
    List<Sensitivity> all = new ArrayList<>();
    all.add(of("as it is", posterior, targets, 1, group -> 1));
    all.add(
        of(
            "errors as diagnosed, by stream",
            posterior,
            targets,
            1,
            group -> weight(errors, group, false)));
    if (errors.stream().anyMatch(error -> !error.place().isEmpty())) {
      all.add(
          of(
              "errors as diagnosed, by place",
              posterior,
              targets,
              1,
              group -> weight(errors, group, true)));
    }
    all.add(of("prior uncertainties halved", posterior, targets, HALF, group -> 1));
    all.add(of("prior uncertainties doubled", posterior, targets, TWICE, group -> 1));
    for (String stream : streams(posterior)) {
      all.add(
          of(
              "errors of " + stream + " halved",
              posterior,
              targets,
              1,
              group -> group.stream().equals(stream) ? HALF : 1));
      all.add(
          of(
              "errors of " + stream + " doubled",
              posterior,
              targets,
              1,
              group -> group.stream().equals(stream) ? TWICE : 1));
    }
    for (ErrorDiagnosis error : errors) {
      if (!error.place().isEmpty()) {
        all.add(
            of(
                "without " + error.place(),
                posterior,
                targets,
                1,
                group -> error.covers(group) ? 0 : 1));
      }
    }
    return all;
  }

  private static TreeSet<String> streams(Posterior posterior) {
    TreeSet<String> streams = new TreeSet<>();
    posterior.normal().groups().forEach(system -> streams.add(system.group().stream()));
    return streams;
  }

  /** One over the square of the error factor of the place where it is known, else of the stream. */
  private static double weight(
      List<ErrorDiagnosis> errors, ObservationGroup group, boolean places) {
    double weight = 1;
    for (ErrorDiagnosis error : errors) {
      boolean enough = error.count() - error.freedom() >= LEAST_COUNT;
      if (error.covers(group) && enough && (places || error.place().isEmpty())) {
        double factor = Math.max(LEAST_FACTOR, error.errorFactor());
        weight = 1 / (factor * factor);
      }
    }
    return weight;
  }

  private static Sensitivity of(
      String choice,
      Posterior posterior,
      TargetJacobian targets,
      double prior,
      ToDoubleFunction<ObservationGroup> weight) {
    Reweighting other = Reweighting.of(posterior, prior, weight);
    // x itself may be on a bound, which linear optima do not know
    double[] unchanged = Reweighting.of(posterior, group -> 1).x();
    double[] shift = MathArrays.ebeSubtract(other.x(), unchanged);
    double[] values = targets.values().clone();
    for (int t = 0; t < values.length; t++) {
      values[t] += MathArrays.linearCombination(targets.rows()[t], shift);
    }
    // tr(C_f sum f_k H_k) = n - prior tr(C_f)
    double freedom = posterior.size() - prior * other.covariance().getTrace();
    return new Sensitivity(choice, values, targets.sigma(other.covariance()), freedom);
  }
}
