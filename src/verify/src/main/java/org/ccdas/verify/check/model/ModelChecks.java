package org.ccdas.verify.check.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ccdas.assimilate.evaluation.LocalEvaluation;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.inputs.control.ControlVectorFile;
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.verify.check.AdjointIdentity;
import org.ccdas.verify.check.CentralDifferences;
import org.ccdas.verify.check.CheckResult;
import org.ccdas.verify.check.CheckTable;
import org.ccdas.verify.check.DerivativeCheck;
import org.ccdas.verify.check.Differentiable;
import org.ccdas.verify.check.JacobianCheck;
import org.ccdas.verify.check.TaylorTest;

/**
 * All checks of the derivatives: adjoint identity, Taylor remainder and central differences for
 * every tile of {@link TileSite#STANDARD} and for the whole cost on the {@link CheckWorld}; the
 * Jacobian of every tile; gradient and Hessian of the pass that gives both; the same of the reduced
 * cost, where linear elements are at their best. Points and directions are drawn from the seed.
 *
 * @param seed of points, directions, weather, truth and noise
 * @param directions number of random directions of each check, at least 1
 * @param days length of the window of the tiles, at least 2
 */
public record ModelChecks(long seed, int directions, int days) {
  private static final double SPREAD = 0.3;
  private static final int REPEATS = 7;

  private static final String WHOLE_COST = "whole cost";

  /** Checks the ranges. */
  public ModelChecks {
    if (directions < 1 || days < 2) {
      throw new IllegalArgumentException(directions + " directions, " + days + " days");
    }
  }

  /**
   * What was found.
   *
   * @param table the verdicts
   * @param activity of the parameters; empty where the whole cost was not checked
   * @param costs of the derivatives in time
   */
  public record Findings(
      CheckTable table, Optional<Activity> activity, List<DerivativeCost> costs) {
    /** Copies the list. */
    public Findings {
      costs = List.copyOf(costs);
    }
  }

  /**
   * On what the whole cost depends.
   *
   * @param parameters number of parameters of the whole cost
   * @param inactive labels of those that the misfits do not depend on
   */
  public record Activity(int parameters, List<String> inactive) {
    /** Copies the list. */
    public Activity {
      inactive = List.copyOf(inactive);
    }
  }

  /** What can be checked: the standard tiles by their labels, and the whole cost. */
  public static List<String> subjects() {
    return Stream.concat(TileSite.STANDARD.stream().map(TileSite::label), Stream.of(WHOLE_COST))
        .toList();
  }

  /**
   * Runs the checks of some subjects.
   *
   * @param subjects of {@link #subjects()}
   * @param progress is told what is being checked
   */
  public Findings run(Collection<String> subjects, Consumer<String> progress) {
    List<CheckResult> results = new ArrayList<>();
    List<DerivativeCost> costs = new ArrayList<>();
    for (TileSite site : TileSite.STANDARD) {
      if (!subjects.contains(site.label())) {
        continue;
      }
      progress.accept(site.label());
      TileProblem tile = new TileProblem(ControlVectorFile.standard(), site, days, seed);
      double[] x = point(tile.inputs());
      Differentiable scaled = tile.scaledAt(x);
      results.addAll(check(site.label(), scaled, x));
      results.add(
          new JacobianCheck(JacobianCheck.STANDARD.tolerance(), directions, seed)
              .check(site.label(), tile, tile::jacobian, x));
      costs.add(cost(site.label(), tile, scaled, x));
    }
    if (!subjects.contains(WHOLE_COST)) {
      return new Findings(new CheckTable(results), Optional.empty(), costs);
    }
    progress.accept(WHOLE_COST);
    CheckWorld world = CheckWorld.of(seed);
    LocalEvaluation evaluation = new LocalEvaluation(world.setup(), world.blocks());
    CostProblem whole = new CostProblem(evaluation);
    double[] x = point(whole.inputs());
    results.addAll(check(WHOLE_COST, whole, x));
    results.addAll(new HessianChecks(world, seed).check(WHOLE_COST, x));
    results.addAll(new ReducedCostChecks(world, seed).check("reduced cost", x));
    double[] v = new NormalStream(seed).next(x.length);
    costs.add(
        DerivativeCost.measure(
            WHOLE_COST,
            REPEATS,
            () -> evaluation.cost(x),
            () -> evaluation.modelledTangent(x, v),
            () -> evaluation.gradient(x),
            () -> evaluation.evaluate(new Candidate(0, x, Derivative.HESSIAN))));
    Activity activity = new Activity(x.length, whole.inactive(x));
    return new Findings(new CheckTable(results), Optional.of(activity), costs);
  }

  /** The three checks of one function. */
  List<CheckResult> check(String subject, Differentiable function, double[] x) {
    return checks().stream().map(check -> check.check(subject, function, x)).toList();
  }

  private List<DerivativeCheck> checks() {
    CentralDifferences differences = CentralDifferences.STANDARD;
    return List.of(
        new AdjointIdentity(AdjointIdentity.STANDARD.tolerance(), directions, seed),
        new TaylorTest(
            TaylorTest.STANDARD.largest(),
            TaylorTest.STANDARD.smallest(),
            TaylorTest.STANDARD.steps(),
            directions,
            seed),
        new CentralDifferences(
            differences.scheme(), differences.step(), differences.tolerance(), directions, seed));
  }

  /** A point away from the prior, where the misfit to the prior has a gradient too. */
  double[] point(int size) {
    double[] x = new NormalStream(seed + 1).next(size);
    for (int i = 0; i < size; i++) {
      x[i] *= SPREAD;
    }
    return x;
  }

  private DerivativeCost cost(
      String subject, TileProblem tile, Differentiable function, double[] x) {
    NormalStream random = new NormalStream(seed);
    double[] v = random.next(function.inputs());
    double[] u = random.next(function.outputs());
    return DerivativeCost.measure(
        subject,
        REPEATS,
        () -> {
          tile.forgetRun();
          function.value(x);
        },
        () -> function.tangent(x, v),
        () -> {
          tile.forgetRun();
          function.adjoint(x, u);
        },
        () -> tile.jacobian(x));
  }
}
