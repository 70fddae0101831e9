package org.ccdas.verify.check.model;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.assimilate.evaluation.LinearElements;
import org.ccdas.assimilate.evaluation.LocalEvaluation;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.CandidateValue;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.assimilate.minimise.Elimination;
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.observe.normal.LowerTriangle;
import org.ccdas.verify.check.CheckResult;

/**
 * Checks of the reduced cost, where the elements that enter linearly are at their best wherever the
 * others are (spec section 18.4).
 *
 * <ul>
 *   <li>its gradients by the adjoint and by the pass with Hessian are the same, and that of central
 *       differences of the reduced cost;
 *   <li>where the observations are the model's own and the linear elements at their prior nothing
 *       is left out of the reduced Hessian: it is that of differences of reduced gradients.
 * </ul>
 */
final class ReducedCostChecks {
  private static final double ROUNDING = 1e-11;
  private static final double STEP = 1e-4;
  private static final double TRUNCATION = 1e-5;
  private static final double BOUND = 4;

  private final CheckWorld world;
  private final long seed;
  private final Elimination elimination;
  private final int[] searched;

  ReducedCostChecks(CheckWorld world, long seed) {
    this.world = world;
    this.seed = seed;
    this.elimination = LinearElements.eliminable(world.setup(), BOUND).orElseThrow();
    this.searched = elimination.searched();
  }

  List<CheckResult> check(String subject, double[] x) {
    LocalEvaluation evaluation = new LocalEvaluation(world.setup(), world.blocks());
    List<CheckResult> results = new ArrayList<>();
    double[] gradient = gradient(evaluation, x);
    double[] ofPass = answer(evaluation, x, Derivative.HESSIAN).gradient();
    results.add(
        HessianChecks.compare(
            subject,
            "gradient of the pass",
            ROUNDING,
            elimination.searched(ofPass),
            gradient,
            this::label));
    double[] v = new NormalStream(seed).next(searched.length);
    double slope = 0;
    for (int k = 0; k < v.length; k++) {
      slope += gradient[k] * v[k];
    }
    double difference =
        (cost(evaluation, moved(x, STEP, v)) - cost(evaluation, moved(x, -STEP, v))) / (2 * STEP);
    results.add(
        HessianChecks.compare(
            subject,
            "gradient, differences",
            TRUNCATION,
            new double[] {slope},
            new double[] {difference},
            i -> "along a direction"));
    results.add(hessian(subject, elimination.with(x, new double[elimination.count()]), v));
    return results;
  }

  private CheckResult hessian(String subject, double[] x, double[] v) {
    CheckWorld perfect = world.observing(x, OptionalLong.empty());
    LocalEvaluation evaluation = new LocalEvaluation(perfect.setup(), perfect.blocks());
    double[] hessian = answer(evaluation, x, Derivative.HESSIAN).hessian();
    double[] high = gradient(evaluation, moved(x, STEP, v));
    double[] low = gradient(evaluation, moved(x, -STEP, v));
    double[] expected = new double[v.length];
    for (int k = 0; k < v.length; k++) {
      expected[k] = (high[k] - low[k]) / (2 * STEP);
    }
    return HessianChecks.compare(
        subject,
        "Hessian, differences",
        TRUNCATION,
        LowerTriangle.times(hessian, v),
        expected,
        this::label);
  }

  private String label(int k) {
    return world.setup().control().parameter(searched[k]).label();
  }

  private double[] moved(double[] x, double length, double[] v) {
    double[] moved = x.clone();
    for (int k = 0; k < v.length; k++) {
      moved[searched[k]] += length * v[k];
    }
    return moved;
  }

  private CandidateValue answer(LocalEvaluation evaluation, double[] x, Derivative wanted) {
    List<Candidate> candidates =
        List.of(new Candidate(0, elimination.atBest(x), wanted, elimination));
    List<Evaluation> evaluations = evaluation.evaluate(candidates);
    return Evaluation.answers(candidates, evaluations).get(0);
  }

  private double[] gradient(LocalEvaluation evaluation, double[] x) {
    return elimination.searched(answer(evaluation, x, Derivative.GRADIENT).gradient());
  }

  private double cost(LocalEvaluation evaluation, double[] x) {
    return answer(evaluation, x, Derivative.COST).cost();
  }
}
