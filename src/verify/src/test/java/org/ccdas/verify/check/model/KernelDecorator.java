package org.ccdas.verify.check.model;

import java.util.List;
import org.ccdas.bethy.kernel.LaneKernel;

/** A kernel that does what another does, to be changed by subclasses. */
abstract class KernelDecorator implements LaneKernel {
  private final LaneKernel right;

  KernelDecorator(LaneKernel right) {
    this.right = right;
  }

  @Override
  public int inputs() {
    return right.inputs();
  }

  @Override
  public int outputs() {
    return right.outputs();
  }

  @Override
  public int workspace() {
    return right.workspace();
  }

  @Override
  public List<String> inputNames() {
    return right.inputNames();
  }

  @Override
  public List<String> outputNames() {
    return right.outputNames();
  }

  @Override
  public boolean active(int input) {
    return right.active(input);
  }

  @Override
  public void forward(int lanes, double[] in, double[] out, double[] work) {
    right.forward(lanes, in, out, work);
  }

  @Override
  public void tangent(int lanes, double[] in, double[] inDot, double[] outDot, double[] work) {
    right.tangent(lanes, in, inDot, outDot, work);
  }

  @Override
  public void adjoint(int lanes, double[] in, double[] outBar, double[] inBar, double[] work) {
    right.adjoint(lanes, in, outBar, inBar, work);
  }

  @Override
  public int partials() {
    return right.partials();
  }

  @Override
  public int partialOutput(int partial) {
    return right.partialOutput(partial);
  }

  @Override
  public int partialInput(int partial) {
    return right.partialInput(partial);
  }

  @Override
  public void jacobian(int lanes, double[] in, double[] jac, double[] work) {
    right.jacobian(lanes, in, jac, work);
  }
}
