package org.ccdas.autodiff.graph;

import java.util.List;

/**
 * One value of an expression graph. Nodes are made by a {@link Graph}, which holds each expression
 * once; identity is therefore equality.
 */
public final class Node {
  private final int id;
  private final Operation operation;
  private final List<Node> operands;
  private final Object attribute;
  private final boolean active;

  Node(int id, Operation operation, List<Node> operands, Object attribute) {
    this.id = id;
    this.operation = operation;
    this.operands = operands;
    this.attribute = attribute;
    this.active =
        attribute instanceof Input input
            ? input.active()
            : operands.stream().anyMatch(Node::isActive);
  }

  /** Position in the order of making; operands come before their users. */
  public int id() {
    return id;
  }

  /** What the node does. */
  public Operation operation() {
    return operation;
  }

  /** What the node is computed of. */
  public List<Node> operands() {
    return operands;
  }

  /** One operand. */
  public Node operand(int index) {
    return operands.get(index);
  }

  /** Whether the value depends on an input with a derivative. */
  public boolean isActive() {
    return active;
  }

  /** Whether the value is a literal double. */
  public boolean isConstant() {
    return operation == Operation.CONSTANT;
  }

  /** Whether the value is this literal (0.0 and -0.0 are the same). */
  public boolean isConstant(double literal) {
    return isConstant() && value() == literal;
  }

  /** The literal of a {@code CONSTANT}. */
  public double value() {
    return (Double) attribute;
  }

  /** The source of an {@code INPUT}. */
  public Input input() {
    return (Input) attribute;
  }

  /** The target of a {@code CALL}. */
  public IntrinsicCall call() {
    return (IntrinsicCall) attribute;
  }

  Object attribute() {
    return attribute;
  }

  @Override
  public String toString() {
    return operation + (attribute == null ? "" : " " + attribute) + " #" + id;
  }
}
