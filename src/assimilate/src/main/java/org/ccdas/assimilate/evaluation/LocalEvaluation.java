package org.ccdas.assimilate.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.assimilate.posterior.TargetJacobian;
import org.ccdas.bethy.lane.StageKernels;
import org.ccdas.inputs.region.Regions;
import org.ccdas.observe.block.Block;

/**
 * The cost and its derivatives over blocks held in this process, in one loop: for small worlds and
 * for tests. Same bits as the distributed evaluation. Keeps the arrays of its blocks; not
 * thread-safe.
 */
public final class LocalEvaluation {
  private final EvaluationSetup setup;
  private final CostClosure closure;
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
    this.closure = new CostClosure(setup);
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).index() != i) {
        throw new IllegalArgumentException(
            "Block " + blocks.get(i).index() + " at the place of block " + i);
      }
      evaluators.add(BlockEvaluator.simulating(blocks.get(i), setup, kernels));
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
    double[] x = candidate.x();
    if (candidate.wanted() == Derivative.HESSIAN) {
      List<BlockEvaluator.Linearised> blocks =
          evaluators.stream().map(evaluator -> evaluator.linearise(x)).toList();
      return closure.evaluation(
          candidate,
          sum(blocks, BlockEvaluator.Linearised::share),
          sum(blocks, BlockEvaluator.Linearised::jacobian));
    }
    boolean wanted = candidate.wanted() == Derivative.GRADIENT;
    List<BlockEvaluator.Run> runs = forward(x, wanted);
    double[] shares = sum(runs, BlockEvaluator.Run::share);
    return closure.evaluation(
        candidate, shares, wanted ? gradients(candidate, runs, shares) : null);
  }

  private double[] gradients(Candidate candidate, List<BlockEvaluator.Run> runs, double[] shares) {
    double[] bar = closure.shareBar(candidate, shares);
    List<double[]> gradients = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      gradients.add(evaluators.get(i).gradient(runs.get(i), bar));
    }
    return FixedTree.sum(gradients);
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
    return closure.tangent(
        x,
        direction,
        sum(forward(x, false), BlockEvaluator.Run::share),
        shareTangent(x, direction));
  }

  /** Tangents of the modelled vectors of the streams along a direction, by name. */
  public Map<String, double[]> modelledTangent(double[] x, double[] direction) {
    return closure.modelledTangent(
        x,
        direction,
        sum(forward(x, false), BlockEvaluator.Run::share),
        shareTangent(x, direction));
  }

  private double[] shareTangent(double[] x, double[] direction) {
    return sum(evaluators, evaluator -> evaluator.tangent(x, direction));
  }

  /**
   * The fluxes of regions and years at a control vector, with their derivatives.
   *
   * @param regions over which fluxes are summed
   */
  public TargetJacobian targets(double[] x, Regions regions) {
    TargetLayout layout = new TargetLayout(regions, setup.window());
    return layout.targets(sum(evaluators, block -> block.targets(x, layout, true)));
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

  private static <T> double[] sum(List<T> blocks, Function<T, double[]> part) {
    return FixedTree.sum(blocks.stream().map(part).toList());
  }
}
