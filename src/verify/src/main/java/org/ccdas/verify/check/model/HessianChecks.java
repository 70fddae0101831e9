package org.ccdas.verify.check.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.apache.commons.math3.util.MathArrays;
import org.ccdas.assimilate.evaluation.Block;
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.assimilate.evaluation.EvaluationSetup;
import org.ccdas.assimilate.evaluation.LocalEvaluation;
import org.ccdas.assimilate.evaluation.MoistureSetup;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.observe.co2.Co2Term;
import org.ccdas.observe.co2.ObservationError;
import org.ccdas.observe.co2.StationObservations;
import org.ccdas.observe.normal.GroupSystem;
import org.ccdas.observe.normal.LowerTriangle;
import org.ccdas.observe.normal.Stream;
import org.ccdas.verify.check.CheckResult;

/**
 * Checks of the pass that gives gradient and Gauss-Newton Hessian.
 *
 * <ul>
 *   <li>its gradient is that of the adjoint;
 *   <li>its CO2 Hessian is the product of tangents, v'Hv = |W Kv|^2;
 *   <li>where the observations are the model's own the residuals vanish and it is the whole
 *       Hessian: H v against differences of adjoint gradients.
 * </ul>
 */
final class HessianChecks {
  private static final double ROUNDING = 1e-11;
  private static final double STEP = 1e-4;
  private static final double TRUNCATION = 1e-5;

  private final EvaluationSetup setup;
  private final List<Block> blocks;
  private final int directions;
  private final long seed;

  HessianChecks(EvaluationSetup setup, List<Block> blocks, int directions, long seed) {
    this.setup = setup;
    this.blocks = List.copyOf(blocks);
    this.directions = directions;
    this.seed = seed;
  }

  List<CheckResult> check(String subject, double[] x) {
    LocalEvaluation evaluation = new LocalEvaluation(setup, blocks);
    Evaluation linearised = evaluation.evaluate(new Candidate(0, x, Derivative.HESSIAN));
    return List.of(
        gradient(subject, linearised.gradient(), evaluation.gradient(x).gradient()),
        tangents(subject, linearised, evaluation, x),
        differences(subject, x));
  }

  /** The worst relative error of a vector in the norm of what is expected. */
  private static CheckResult compare(
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
        i -> setup.control().parameter(i).label());
  }

  private CheckResult tangents(
      String subject, Evaluation linearised, LocalEvaluation evaluation, double[] x) {
    NormalStream random = new NormalStream(seed);
    double[] found = new double[directions];
    double[] expected = new double[directions];
    for (int d = 0; d < directions; d++) {
      double[] v = random.next(x.length);
      for (GroupSystem group : linearised.normal().groups()) {
        if (group.group().stream() == Stream.CO2) {
          found[d] += LowerTriangle.quadratic(group.hessian(), v);
        }
      }
      double[] tangent = Arrays.copyOf(evaluation.concentrationTangent(x, v), setup.co2().size());
      double[] whitened = setup.co2().whiten(tangent);
      expected[d] = MathArrays.linearCombination(whitened, whitened);
    }
    return compare(
        subject,
        "Hessian, tangents",
        ROUNDING,
        found,
        expected,
        d -> "v'Hv of CO2, direction " + (d + 1));
  }

  /** A world whose concentrations are the model's at this x; without soil moisture. */
  private LocalEvaluation perfect(double[] x) {
    EvaluationSetup dry = setup.withMoisture(MoistureSetup.none());
    double[] modelled = new LocalEvaluation(dry, blocks).cost(x).concentrations();
    List<StationObservations> observed = new ArrayList<>();
    int months = setup.window().count();
    for (StationObservations station : setup.co2().stations()) {
      int from = observed.size() * months;
      observed.add(station.withValues(Arrays.copyOfRange(modelled, from, from + months)));
    }
    return new LocalEvaluation(
        dry.withCo2(new Co2Term(observed, ObservationError.standard())), blocks);
  }

  private CheckResult differences(String subject, double[] x) {
    LocalEvaluation evaluation = perfect(x);
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
        i -> "(Hv) of " + setup.control().parameter(i).label());
  }
}
