package org.ccdas.verify.check.model;

import java.util.BitSet;
import org.ccdas.bethy.kernel.LaneKernel;

/** Notes the input slots to whose sensitivities a kernel has added anything but zero. */
final class ProbeKernel extends KernelDecorator {
  private final BitSet touched;

  ProbeKernel(LaneKernel right, BitSet touched) {
    super(right);
    this.touched = touched;
  }

  @Override
  public void adjoint(int lanes, double[] in, double[] outBar, double[] inBar, double[] work) {
    double[] before = inBar.clone();
    super.adjoint(lanes, in, outBar, inBar, work);
    for (int i = 0; i < inputs() * LANES; i++) {
      if (inBar[i] != before[i]) {
        touched.set(i / LANES);
      }
    }
  }
}
