package org.ccdas.verify.benchmark;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.assimilate.evaluation.LocalEvaluation;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.Derivative;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Time of the cost of one block over a year, alone and with its derivatives. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class BlockBenchmark {
  /** Cells of the block, about those of a block of the coarse grid. */
  static final int CELLS = 43;

  private LocalEvaluation evaluation;
  private double[] x;

  /** Makes the block. */
  @Setup
  public void make() {
    BenchWorld world = BenchWorld.of(CELLS);
    evaluation = new LocalEvaluation(world.setup(), List.of(world.block()));
    x = new double[world.setup().control().size()];
  }

  private Evaluation at(Derivative wanted) {
    return evaluation.evaluate(new Candidate(0, x, wanted));
  }

  /** The cost. */
  @Benchmark
  public Evaluation cost() {
    return at(Derivative.COST);
  }

  /** Cost and gradient. */
  @Benchmark
  public Evaluation gradient() {
    return at(Derivative.GRADIENT);
  }

  /** Cost, gradient and Gauss-Newton Hessian. */
  @Benchmark
  public Evaluation hessian() {
    return at(Derivative.HESSIAN);
  }
}
