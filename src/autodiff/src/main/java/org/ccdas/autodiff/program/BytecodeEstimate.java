package org.ccdas.autodiff.program;

import org.ccdas.autodiff.graph.Node;

/**
 * Upper bounds of the bytecode of generated statements, with wide local variables. The class files
 * are measured afterwards; these bounds only say where to cut.
 */
public final class BytecodeEstimate {
  /** The loop over lanes around its statements, or the call of a function. */
  private static final int FRAME = 40;

  /** Reading an array element into a variable. */
  private static final int LOAD = 14;

  /** Writing a variable to an array element, or adding it there. */
  private static final int WRITE = 18;

  private static final int VARIABLE = 4;

  private BytecodeEstimate() {}

  /** Bytes of a step. */
  public static int of(Step step) {
    if (step instanceof Step.Loop loop) {
      return FRAME
          + loop.loads().size() * LOAD
          + loop.nodes().stream().mapToInt(BytecodeEstimate::of).sum()
          + (loop.stores().size() + loop.outputs().size()) * WRITE;
    }
    return FRAME;
  }

  /** Bytes of computing a node into a variable. */
  private static int of(Node node) {
    int operator = node.operation().isCondition() || node.operands().size() > 2 ? 10 : 3;
    int bytes = operator + VARIABLE;
    for (Node operand : node.operands()) {
      bytes += operand.operation().isCondition() ? of(operand) : VARIABLE;
    }
    return bytes;
  }
}
