package org.ccdas.verify.check.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.assimilate.evaluation.LocalEvaluation;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.observe.normal.LowerTriangle;
import org.ccdas.observe.stream.StreamOperator;
import org.ccdas.verify.check.CheckResult;

/**
 * Checks of the pass that gives gradient and Gauss-Newton Hessian.
 *
 * <ul>
 *   <li>its gradient is that of the adjoint;
 *   <li>stream by stream: where the observations are the model's own the residuals vanish and it is
 *       the whole Hessian: H v against differences of adjoint gradients.
 * </ul>
 */
final class HessianChecks {
  private static final double ROUNDING = 1e-11;
  private static final double STEP = 1e-4;
  private static final double TRUNCATION = 1e-5;

  private final CheckWorld world;
  private final long seed;

  HessianChecks(CheckWorld world, long seed) {
    this.world = world;
    this.seed = seed;
  }

  List<CheckResult> check(String subject, double[] x) {
    LocalEvaluation evaluation = new LocalEvaluation(world.setup(), world.blocks());
    Evaluation linearised = evaluation.evaluate(new Candidate(0, x, Derivative.HESSIAN));
    List<CheckResult> results = new ArrayList<>();
    results.add(gradient(subject, linearised.gradient(), evaluation.gradient(x).gradient()));
    for (StreamOperator stream : world.setup().streams()) {
      results.add(differences(subject + ", " + stream.name(), world.only(stream), x));
    }
    return results;
  }

  /** The worst relative error of a vector in the norm of what is expected. */
  static CheckResult compare(
      String subject,
      String check,
      double tolerance,
      double[] found,
      double[] expected,
      IntFunction<String> place) {
    double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
    double worst = -1;
    int at = 0;
    for (int i = 0; i < found.length && !Double.isNaN(worst); i++) {
      double error = Math.abs(found[i] - expected[i]) / largest;
      if (!(error <= worst)) {
        worst = error;
        at = i;
      }
    }
    String detail =
        String.format(
            Locale.ROOT, "%s: %.9g, expected %.9g", place.apply(at), found[at], expected[at]);
    return new CheckResult(subject, check, worst, tolerance, worst <= tolerance, detail);
  }

  CheckResult gradient(String subject, double[] found, double[] expected) {
    return compare(
        subject,
        "gradient of the pass",
        ROUNDING,
        found,
        expected,
        i -> world.setup().control().parameter(i).label());
  }

  private CheckResult differences(String subject, CheckWorld stream, double[] x) {
    CheckWorld perfect = stream.observing(x, OptionalLong.empty());
    LocalEvaluation evaluation = new LocalEvaluation(perfect.setup(), perfect.blocks());
    Evaluation linearised = evaluation.evaluate(new Candidate(0, x, Derivative.HESSIAN));
    double[] v = new NormalStream(seed).next(x.length);
    double[] above = x.clone();
    double[] below = x.clone();
    for (int i = 0; i < x.length; i++) {
      above[i] += STEP * v[i];
      below[i] -= STEP * v[i];
    }
    double[] high = evaluation.gradient(above).gradient();
    double[] low = evaluation.gradient(below).gradient();
    double[] expected = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      expected[i] = (high[i] - low[i]) / (2 * STEP);
    }
    return compare(
        subject,
        "Hessian, differences",
        TRUNCATION,
        LowerTriangle.times(linearised.normal().hessianWithPrior(), v),
        expected,
        i -> "(Hv) of " + world.setup().control().parameter(i).label());
  }
}
