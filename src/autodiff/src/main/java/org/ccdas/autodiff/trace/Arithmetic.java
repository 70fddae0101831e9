package org.ccdas.autodiff.trace;

import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.ccdas.autodiff.graph.Graph;
import org.ccdas.autodiff.graph.Node;
import org.ccdas.autodiff.graph.Operation;
import org.ccdas.autodiff.trace.Value.EnumConstant;
import org.ccdas.autodiff.trace.Value.Scalar;
import org.ccdas.autodiff.trace.Value.Structure;
import org.ccdas.autodiff.trace.Value.Whole;

/** Operators and conversions of values. */
final class Arithmetic {
  private final Graph graph;

  Arithmetic(Graph graph) {
    this.graph = graph;
  }

  /** A literal double. */
  Scalar literal(double value) {
    return new Scalar(graph.constant(value));
  }

  /** A truth value known at build time. */
  Scalar literal(boolean value) {
    return new Scalar(graph.constant(value));
  }

  /** The double that a number stands for. */
  Node number(Value value, Tree tree, Frame frame) {
    if (value instanceof Whole whole) {
      return graph.constant((double) whole.value());
    } else if (value instanceof Scalar scalar && !scalar.node().operation().isCondition()) {
      return scalar.node();
    }
    throw frame.error(tree, "a value that is no number", "use a double here");
  }

  /** An int known at build time. */
  int whole(Value value, Tree tree, Frame frame) {
    if (value instanceof Whole whole) {
      return whole.value();
    }
    throw frame.error(
        tree, "a value that is no int", "use an int that is known at build time here");
  }

  /** The condition that a truth value stands for. */
  Node condition(Value value, Tree tree, Frame frame) {
    if (value instanceof Scalar scalar && scalar.node().operation().isCondition()) {
      return scalar.node();
    }
    throw frame.error(tree, "a value that is no condition", "use a comparison here");
  }

  /** A truth value that is known at build time, or null when the condition stays in the kernel. */
  Boolean known(Node condition) {
    return switch (condition.operation()) {
      case TRUE -> true;
      case FALSE -> false;
      default -> null;
    };
  }

  /** The value as it is stored in a variable of a type: ints become doubles where Java says so. */
  Value convert(Value value, TypeMirror type) {
    return value instanceof Whole whole && type.getKind() == TypeKind.DOUBLE
        ? literal((double) whole.value())
        : value;
  }

  /** A binary operator other than {@code &&} and {@code ||}. */
  Value binary(Tree.Kind operator, Value left, Value right, Tree tree, Frame frame) {
    if (left instanceof Whole x && right instanceof Whole y) {
      return wholes(operator, x.value(), y.value(), tree, frame);
    } else if (left instanceof EnumConstant x && right instanceof EnumConstant y) {
      boolean same = x.constant().equals(y.constant());
      return literal((operator == Tree.Kind.EQUAL_TO) == same);
    } else if (isCondition(left) && isCondition(right)) {
      return conditions(operator, left, right, tree, frame);
    }
    Node x = number(left, tree, frame);
    Node y = number(right, tree, frame);
    return new Scalar(
        switch (operator) {
          case PLUS, PLUS_ASSIGNMENT -> graph.add(x, y);
          case MINUS, MINUS_ASSIGNMENT -> graph.subtract(x, y);
          case MULTIPLY, MULTIPLY_ASSIGNMENT -> graph.multiply(x, y);
          case DIVIDE, DIVIDE_ASSIGNMENT -> graph.divide(x, y);
          case LESS_THAN -> compare(Operation.LESS, x, y, tree, frame);
          case LESS_THAN_EQUAL -> compare(Operation.LESS_OR_EQUAL, x, y, tree, frame);
          case GREATER_THAN -> compare(Operation.LESS, y, x, tree, frame);
          case GREATER_THAN_EQUAL -> compare(Operation.LESS_OR_EQUAL, y, x, tree, frame);
          case EQUAL_TO -> compare(Operation.EQUAL, x, y, tree, frame);
          case NOT_EQUAL_TO -> graph.not(compare(Operation.EQUAL, x, y, tree, frame));
          default -> throw unknownOperator(tree, frame);
        });
  }

  private Node compare(Operation comparison, Node x, Node y, Tree tree, Frame frame) {
    if (x.isActive() || y.isActive()) {
      throw frame.error(
          tree,
          "a condition that depends on a parameter or a state",
          "use a smooth function, or a method marked @Intrinsic, or mark the input @Constant");
    }
    return graph.compare(comparison, x, y);
  }

  private static boolean isCondition(Value value) {
    return value instanceof Scalar scalar && scalar.node().operation().isCondition();
  }

  private Value conditions(Tree.Kind operator, Value left, Value right, Tree tree, Frame frame) {
    Boolean x = known(condition(left, tree, frame));
    Boolean y = known(condition(right, tree, frame));
    if (x != null
        && y != null
        && (operator == Tree.Kind.EQUAL_TO || operator == Tree.Kind.NOT_EQUAL_TO)) {
      return literal((operator == Tree.Kind.EQUAL_TO) == x.equals(y));
    }
    throw frame.error(tree, "an operator between conditions", "use &&, || and ! only");
  }

  private Value wholes(Tree.Kind operator, int x, int y, Tree tree, Frame frame) {
    return switch (operator) {
      case PLUS, PLUS_ASSIGNMENT -> new Whole(x + y);
      case MINUS, MINUS_ASSIGNMENT -> new Whole(x - y);
      case MULTIPLY, MULTIPLY_ASSIGNMENT -> new Whole(x * y);
      case LESS_THAN -> literal(x < y);
      case LESS_THAN_EQUAL -> literal(x <= y);
      case GREATER_THAN -> literal(x > y);
      case GREATER_THAN_EQUAL -> literal(x >= y);
      case EQUAL_TO -> literal(x == y);
      case NOT_EQUAL_TO -> literal(x != y);
      case DIVIDE, DIVIDE_ASSIGNMENT ->
          throw frame.error(tree, "a division of integers", "write one of them as a double, 2.0");
      default -> throw unknownOperator(tree, frame);
    };
  }

  private static RuntimeException unknownOperator(Tree tree, Frame frame) {
    return frame.error(
        tree,
        "the operator " + Words.of(tree.getKind()),
        "use + - * /, comparisons, &&, || and ! only");
  }

  /** Minus a number. */
  Value negate(Value value, Tree tree, Frame frame) {
    return value instanceof Whole whole
        ? new Whole(-whole.value())
        : new Scalar(graph.negate(number(value, tree, frame)));
  }

  /** One of two values by a condition that stays in the kernel; records by component. */
  Value select(Node condition, Value x, Value y, Tree tree, Frame frame) {
    if (x instanceof Structure left && y instanceof Structure right) {
      List<Value> chosen = new ArrayList<>();
      for (int i = 0; i < left.components().size(); i++) {
        chosen.add(
            select(condition, left.components().get(i), right.components().get(i), tree, frame));
      }
      return new Structure(left.type(), chosen);
    }
    return new Scalar(graph.select(condition, number(x, tree, frame), number(y, tree, frame)));
  }
}
