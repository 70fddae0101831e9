package org.ccdas.assimilate.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.assimilate.posterior.TargetJacobian;
import org.ccdas.bethy.lane.StageKernels;
import org.ccdas.inputs.region.Regions;

/**
 * The cost and its derivatives over blocks held in this process, in one loop: for small worlds and
 * for tests. Same bits as the distributed evaluation. Keeps the arrays of its blocks; not
 * thread-safe.
 */
public final class LocalEvaluation {
  private final EvaluationSetup setup;
  private final Co2Closure closure;
  private final List<BlockEvaluator> evaluators = new ArrayList<>();

  /**
   * An evaluation with the generated kernels.
   *
   * @param setup what an evaluation needs besides the blocks
   * @param blocks at least one, in the order of their indices 0..n-1
   */
  public LocalEvaluation(EvaluationSetup setup, List<Block> blocks) {
    this(setup, blocks, StageKernels::of);
  }

  /**
   * An evaluation with other kernels, for tests.
   *
   * @param setup what an evaluation needs besides the blocks
   * @param blocks at least one, in the order of their indices 0..n-1
   * @param kernels by pathway (true is C4)
   */
  public LocalEvaluation(
      EvaluationSetup setup, List<Block> blocks, Function<Boolean, StageKernels> kernels) {
    if (blocks.isEmpty()) {
      throw new IllegalArgumentException("An evaluation needs a block");
    }
    this.setup = setup;
    this.closure = new Co2Closure(setup);
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).index() != i) {
        throw new IllegalArgumentException(
            "Block " + blocks.get(i).index() + " at the place of block " + i);
      }
      evaluators.add(new BlockEvaluator(blocks.get(i), setup, kernels));
    }
  }

  /** What the evaluation needs besides the blocks. */
  public EvaluationSetup setup() {
    return setup;
  }

  /** One evaluation a candidate, in their order. */
  public List<Evaluation> evaluate(List<Candidate> candidates) {
    return candidates.stream().map(this::evaluate).toList();
  }

  /** The cost, and where wanted its derivatives, at a candidate. */
  public Evaluation evaluate(Candidate candidate) {
    if (candidate.wanted() == Derivative.HESSIAN) {
      return hessian(candidate.id(), candidate.x());
    }
    double[] x = candidate.x();
    boolean wanted = candidate.wanted() == Derivative.GRADIENT;
    List<BlockEvaluator.Run> runs = forward(x, wanted);
    double[] shares = shares(runs);
    double[] concentrations = closure.concentrations(x, shares);
    double[] gradient = null;
    if (wanted) {
      double[] bar = closure.concentrationBar(concentrations);
      List<double[]> gradients = new ArrayList<>();
      for (int i = 0; i < runs.size(); i++) {
        gradients.add(evaluators.get(i).gradient(runs.get(i), bar));
      }
      gradient = closure.gradient(x, bar, FixedTree.sum(gradients));
    }
    return new Evaluation(
        candidate.id(),
        closure.backgroundCost(x),
        closure.co2Cost(concentrations),
        closure.soilMoistureCost(shares),
        gradient,
        concentrations);
  }

  private Evaluation hessian(int id, double[] x) {
    List<double[]> shares = new ArrayList<>();
    List<double[]> jacobians = new ArrayList<>();
    for (BlockEvaluator evaluator : evaluators) {
      BlockEvaluator.Linearised linearised = evaluator.linearise(x);
      shares.add(linearised.share());
      jacobians.add(linearised.jacobian());
    }
    return closure.evaluation(id, x, FixedTree.sum(shares), FixedTree.sum(jacobians));
  }

  /** The cost at a control vector; {@link Evaluation#gradient} is null. */
  public Evaluation cost(double[] x) {
    return evaluate(new Candidate(0, x, Derivative.COST));
  }

  /** Cost and gradient at a control vector. */
  public Evaluation gradient(double[] x) {
    return evaluate(new Candidate(0, x, Derivative.GRADIENT));
  }

  /**
   * Tangent of the cost along a direction, by the forward derivative of the model: not the product
   * of gradient and direction.
   *
   * @param x control vector
   * @param direction direction of x
   */
  public double tangent(double[] x, double[] direction) {
    double[] bar = closure.concentrationBar(closure.concentrations(x, shares(forward(x, false))));
    double[] shares = shareTangent(x, direction);
    double[] dot = closure.tangent(x, direction, shares);
    // dJ = x' dx + (dJ/dc)' dc + dJ_SM
    double sum = closure.soilMoistureCost(shares);
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * direction[i];
    }
    for (int i = 0; i < dot.length; i++) {
      sum += bar[i] * dot[i];
    }
    return sum;
  }

  /** Tangent of the concentrations at all stations along a direction, ppm. */
  public double[] concentrationTangent(double[] x, double[] direction) {
    return closure.tangent(x, direction, shareTangent(x, direction));
  }

  private double[] shareTangent(double[] x, double[] direction) {
    List<double[]> shares = new ArrayList<>();
    for (BlockEvaluator evaluator : evaluators) {
      shares.add(evaluator.tangent(x, direction));
    }
    return FixedTree.sum(shares);
  }

  /**
   * The fluxes of regions and years at a control vector, with their derivatives.
   *
   * @param regions over which fluxes are summed
   */
  public TargetJacobian targets(double[] x, Regions regions) {
    TargetLayout layout = new TargetLayout(regions, setup.window());
    List<double[]> shares =
        evaluators.stream().map(block -> block.targets(x, layout, true)).toList();
    return layout.targets(FixedTree.sum(shares));
  }

  /** The fluxes of every block at a control vector. */
  public List<BlockFluxes> fluxes(double[] x) {
    List<BlockFluxes> fluxes = new ArrayList<>();
    for (BlockEvaluator evaluator : evaluators) {
      fluxes.add(evaluator.fluxes(evaluator.forward(x, false)));
    }
    return fluxes;
  }

  private List<BlockEvaluator.Run> forward(double[] x, boolean forGradient) {
    List<BlockEvaluator.Run> runs = new ArrayList<>();
    for (BlockEvaluator evaluator : evaluators) {
      runs.add(evaluator.forward(x, forGradient));
    }
    return runs;
  }

  private static double[] shares(List<BlockEvaluator.Run> runs) {
    return FixedTree.sum(runs.stream().map(BlockEvaluator.Run::share).toList());
  }
}
