package org.ccdas.autodiff.emit;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.ccdas.autodiff.graph.Input;
import org.ccdas.autodiff.graph.Node;

/** Java expressions of the nodes of one program; values are local variables. */
final class NodeText {
  private final Map<Node, String> names = new HashMap<>();

  /** What stands for a value where it is used: a variable, a literal, or a condition in full. */
  String use(Node node) {
    if (node.operation().isCondition()) {
      return expression(node);
    }
    return switch (node.operation()) {
      case CONSTANT -> literal(node.value());
      case INPUT -> variable(node.input());
      default -> names.computeIfAbsent(node, n -> "t" + names.size());
    };
  }

  /** The expression that computes a node from its operands. */
  String expression(Node node) {
    List<String> x = node.operands().stream().map(this::use).toList();
    return switch (node.operation()) {
      case ADD -> x.get(0) + " + " + x.get(1);
      case SUBTRACT -> x.get(0) + " - " + x.get(1);
      case MULTIPLY -> x.get(0) + " * " + x.get(1);
      case DIVIDE -> x.get(0) + " / " + x.get(1);
      case NEGATE -> "-" + x.get(0);
      case SELECT -> x.get(0) + " ? " + x.get(1) + " : " + x.get(2);
      case TRUE -> "true";
      case FALSE -> "false";
      case LESS -> "(" + x.get(0) + " < " + x.get(1) + ")";
      case LESS_OR_EQUAL -> "(" + x.get(0) + " <= " + x.get(1) + ")";
      case EQUAL -> "(" + x.get(0) + " == " + x.get(1) + ")";
      case AND -> "(" + x.get(0) + " && " + x.get(1) + ")";
      case OR -> "(" + x.get(0) + " || " + x.get(1) + ")";
      case NOT -> "!" + x.get(0);
      case CALL -> call(node.call().type() + "." + node.call().method(), x);
      case CONSTANT, INPUT -> use(node);
      // The JVM has instructions for these; of the rest only StrictMath gives the same bits
      // anywhere.
      case SQRT, ABS, FLOOR, CEIL, MIN, MAX -> call("Math." + name(node), x);
      default -> call("StrictMath." + name(node), x);
    };
  }

  private static String name(Node node) {
    return node.operation().name().toLowerCase(Locale.ROOT);
  }

  private static String call(String function, List<String> arguments) {
    return arguments.stream().collect(Collectors.joining(", ", function + "(", ")"));
  }

  private static String variable(Input input) {
    String prefix =
        switch (input.array()) {
          case VALUE -> "x";
          case DIRECTION -> "d";
          case WEIGHT -> "w";
        };
    return prefix + input.slot();
  }

  private static String literal(double value) {
    if (Double.isNaN(value)) {
      return "Double.NaN";
    } else if (Double.isInfinite(value)) {
      return value > 0 ? "Double.POSITIVE_INFINITY" : "Double.NEGATIVE_INFINITY";
    }
    String text = Double.toString(value);
    return text.startsWith("-") ? "(" + text + ")" : text;
  }
}
