package org.ccdas.autodiff.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Evaluates graphs by walking over them: the plainest reading of what a node means. */
final class GraphValues {
  private final Map<Input.Array, double[]> arrays;
  private final Map<Node, Double> known = new HashMap<>();

  private GraphValues(Map<Input.Array, double[]> arrays) {
    this.arrays = arrays;
  }

  /** The outputs, by slot, for given input arrays. */
  static double[] of(List<Output> outputs, int slots, Map<Input.Array, double[]> arrays) {
    GraphValues values = new GraphValues(arrays);
    double[] result = new double[slots];
    outputs.forEach(output -> result[output.slot()] = values.of(output.value()));
    return result;
  }

  private double of(Node node) {
    Double value = known.get(node);
    if (value == null) {
      value = compute(node);
      known.put(node, value);
    }
    return value;
  }

  private double compute(Node node) {
    return switch (node.operation()) {
      case CONSTANT -> node.value();
      case INPUT -> arrays.get(node.input().array())[node.input().slot()];
      case NEGATE -> -of(node.operand(0));
      case SELECT -> holds(node.operand(0)) ? of(node.operand(1)) : of(node.operand(2));
      default ->
          node.operation().arity() == 1
              ? node.operation().fold(of(node.operand(0)))
              : node.operation().fold(of(node.operand(0)), of(node.operand(1)));
    };
  }

  private boolean holds(Node condition) {
    return switch (condition.operation()) {
      case LESS -> of(condition.operand(0)) < of(condition.operand(1));
      case LESS_OR_EQUAL -> of(condition.operand(0)) <= of(condition.operand(1));
      case EQUAL -> of(condition.operand(0)) == of(condition.operand(1));
      default -> throw new AssertionError("not in these tests: " + condition);
    };
  }
}
