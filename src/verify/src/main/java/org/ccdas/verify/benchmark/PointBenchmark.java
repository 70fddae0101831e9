package org.ccdas.verify.benchmark;

import static org.ccdas.bethy.kernel.LaneKernel.LANES;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.ccdas.bethy.kernel.LaneKernel;
import org.ccdas.bethy.kernel.LightC3;
import org.ccdas.bethy.kernel.LightC4;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Time of one sunlit point: value, adjoint, Jacobian, and the value of a lone lane. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PointBenchmark {
  /** Photosynthetic pathway. */
  @Param({"C3", "C4"})
  public String pathway;

  private LaneKernel kernel;
  private double[] in;
  private double[] out;
  private double[] inBar;
  private double[] outBar;
  private double[] partials;
  private double[] work;
  private org.ccdas.verify.onelane.LaneKernel oneLane;
  private double[] oneIn;
  private double[] oneOut;
  private double[] oneWork;

  /** Fills the slots. */
  @Setup
  public void fill() {
    boolean c4 = pathway.equals("C4");
    kernel = c4 ? LightC4.INSTANCE : LightC3.INSTANCE;
    in = SunlitPoints.of(c4).in();
    out = new double[kernel.outputs() * LANES];
    inBar = new double[in.length];
    outBar = new double[out.length];
    Arrays.fill(outBar, 1);
    partials = new double[(kernel.outputs() + kernel.partials()) * LANES];
    work = new double[kernel.workspace() * LANES];
    oneLane =
        c4 ? org.ccdas.verify.onelane.LightC4.INSTANCE : org.ccdas.verify.onelane.LightC3.INSTANCE;
    oneIn = new double[kernel.inputs()];
    Arrays.setAll(oneIn, slot -> in[slot * LANES]);
    oneOut = new double[kernel.outputs()];
    oneWork = new double[oneLane.workspace()];
  }

  /** The value. */
  @Benchmark
  @OperationsPerInvocation(LANES)
  public double[] forward() {
    kernel.forward(LANES, in, out, work);
    return out;
  }

  /** The value of one lane alone, by the same kernel generated for one lane. */
  @Benchmark
  public double[] forwardOfOneLane() {
    oneLane.forward(1, oneIn, oneOut, oneWork);
    return oneOut;
  }

  /** The adjoint, which computes the value anew. */
  @Benchmark
  @OperationsPerInvocation(LANES)
  public double[] adjoint() {
    kernel.adjoint(LANES, in, outBar, inBar, work);
    return inBar;
  }

  /** The values with all partial derivatives. */
  @Benchmark
  @OperationsPerInvocation(LANES)
  public double[] jacobian() {
    kernel.jacobian(LANES, in, partials, work);
    return partials;
  }
}
