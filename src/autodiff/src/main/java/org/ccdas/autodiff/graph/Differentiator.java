package org.ccdas.autodiff.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Differentiates a function given by its outputs. Derivatives are expressions of a new graph that
 * holds a copy of the function, so that they share its subexpressions and are simplified alike.
 */
public final class Differentiator {
  /** Decides which contributions to a derivative are kept: all, but in tests of tests. */
  @FunctionalInterface
  interface Contributions {
    boolean keep(Node node, int operand);
  }

  private final List<Node> function;
  private final List<Output> outputs;
  private final Contributions contributions;
  private final Graph graph = new Graph();
  private final Map<Node, Node> copies = new HashMap<>();

  private Differentiator(List<Output> outputs, Contributions contributions) {
    this.function = inOrder(outputs);
    this.outputs = outputs;
    this.contributions = contributions;
  }

  /**
   * The derivative of every output in the direction of the inputs {@link Input.Array#DIRECTION}:
   * forward accumulation.
   */
  public static List<Output> tangent(List<Output> outputs) {
    return tangent(outputs, (node, operand) -> true);
  }

  static List<Output> tangent(List<Output> outputs, Contributions contributions) {
    return new Differentiator(outputs, contributions).accumulateForward();
  }

  /**
   * The derivative of the sum of the outputs, each times its {@link Input.Array#WEIGHT}, with
   * respect to every active input, by slot: reverse accumulation. Inputs without influence are left
   * out.
   */
  public static List<Output> adjoint(List<Output> outputs) {
    return adjoint(outputs, (node, operand) -> true);
  }

  static List<Output> adjoint(List<Output> outputs, Contributions contributions) {
    return new Differentiator(outputs, contributions).accumulateReverse();
  }

  private List<Output> accumulateForward() {
    // Each derivative is made beside its value, so that values need not be kept for long.
    Map<Node, Node> derivatives = new HashMap<>();
    Node zero = graph.constant(0.0);
    for (Node node : function) {
      Node copy = copy(node);
      if (!node.isActive()) {
        continue;
      }
      Node derivative = zero;
      if (node.operation() == Operation.INPUT) {
        derivative = direction(node);
      }
      for (int i = 0; i < node.operands().size(); i++) {
        Node operand = derivatives.get(node.operand(i));
        if (operand != null && contributions.keep(node, i)) {
          derivative = graph.add(derivative, Partials.times(graph, copy, i, operand));
        }
      }
      derivatives.put(node, derivative);
    }
    return outputs.stream()
        .map(o -> new Output(o.slot(), derivatives.getOrDefault(o.value(), zero)))
        .toList();
  }

  private List<Output> accumulateReverse() {
    function.forEach(this::copy);
    Map<Node, Node> adjoints = new HashMap<>();
    for (Output output : outputs) {
      Node weight = graph.input(new Input(Input.Array.WEIGHT, output.slot(), false));
      adjoints.merge(output.value(), weight, graph::add);
    }
    Map<Integer, Node> gradient = new TreeMap<>();
    for (int k = function.size() - 1; k >= 0; k--) {
      Node node = function.get(k);
      Node adjoint = adjoints.get(node);
      if (adjoint == null || !node.isActive()) {
        continue;
      }
      if (node.operation() == Operation.INPUT) {
        gradient.put(node.input().slot(), adjoint);
      }
      for (int i = 0; i < node.operands().size(); i++) {
        if (node.operand(i).isActive() && contributions.keep(node, i)) {
          Node term = Partials.times(graph, copies.get(node), i, adjoint);
          adjoints.merge(node.operand(i), term, graph::add);
        }
      }
    }
    List<Output> result = new ArrayList<>();
    gradient.forEach((slot, value) -> result.add(new Output(slot, value)));
    result.removeIf(output -> output.value().isConstant(0));
    return result;
  }

  private Node direction(Node input) {
    return graph.input(new Input(Input.Array.DIRECTION, input.input().slot(), false));
  }

  private Node copy(Node node) {
    List<Node> operands = node.operands().stream().map(copies::get).toList();
    Node copy = graph.copy(node, operands);
    copies.put(node, copy);
    return copy;
  }

  /** All nodes that the outputs need, operands first, in the order of their making. */
  public static List<Node> inOrder(List<Output> outputs) {
    Map<Integer, Node> found = new TreeMap<>();
    List<Node> open = new ArrayList<>();
    outputs.forEach(output -> open.add(output.value()));
    while (!open.isEmpty()) {
      Node node = open.remove(open.size() - 1);
      if (found.put(node.id(), node) == null) {
        open.addAll(node.operands());
      }
    }
    Collection<Node> ordered = found.values();
    return List.copyOf(ordered);
  }
}
