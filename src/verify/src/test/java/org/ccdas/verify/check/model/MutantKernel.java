package org.ccdas.verify.check.model;

import java.util.Arrays;
import java.util.function.Function;
import org.ccdas.bethy.kernel.LaneKernel;
import org.ccdas.bethy.lane.StageKernels;

/**
 * A kernel with a wrong derivative by one input slot: its part of the adjoint, of the tangent, or
 * of both is multiplied by a factor; 0 drops the term, -1 turns its sign.
 */
final class MutantKernel extends KernelDecorator {
  /** Which derivative is wrong. */
  enum Wrong {
    ADJOINT,
    TANGENT,
    BOTH
  }

  private final Wrong wrong;
  private final int slot;
  private final double factor;

  private MutantKernel(LaneKernel right, Wrong wrong, int slot, double factor) {
    super(right);
    this.wrong = wrong;
    this.slot = slot;
    this.factor = factor;
  }

  /** Kernels of both pathways with a mutant in one stage. */
  static Function<Boolean, StageKernels> kernels(
      Stage stage, Wrong wrong, int slot, double factor) {
    return stage.changed(right -> new MutantKernel(right, wrong, slot, factor));
  }

  @Override
  public void tangent(int lanes, double[] in, double[] inDot, double[] outDot, double[] work) {
    double[] dot = inDot.clone();
    if (wrong != Wrong.ADJOINT) {
      scale(lanes, dot, new double[LANES]);
    }
    super.tangent(lanes, in, dot, outDot, work);
  }

  @Override
  public void adjoint(int lanes, double[] in, double[] outBar, double[] inBar, double[] work) {
    double[] before = Arrays.copyOfRange(inBar, slot * LANES, (slot + 1) * LANES);
    super.adjoint(lanes, in, outBar, inBar, work);
    if (wrong != Wrong.TANGENT) {
      scale(lanes, inBar, before);
    }
  }

  /** Brings what was added to the slot to its share. */
  private void scale(int lanes, double[] slots, double[] before) {
    for (int lane = 0; lane < lanes; lane++) {
      int at = slot * LANES + lane;
      slots[at] = before[lane] + factor * (slots[at] - before[lane]);
    }
  }
}
