package org.ccdas.autodiff.graph;

import static org.ccdas.autodiff.graph.Operation.ADD;
import static org.ccdas.autodiff.graph.Operation.CONSTANT;
import static org.ccdas.autodiff.graph.Operation.DIVIDE;
import static org.ccdas.autodiff.graph.Operation.FALSE;
import static org.ccdas.autodiff.graph.Operation.MULTIPLY;
import static org.ccdas.autodiff.graph.Operation.NEGATE;
import static org.ccdas.autodiff.graph.Operation.SELECT;
import static org.ccdas.autodiff.graph.Operation.SUBTRACT;
import static org.ccdas.autodiff.graph.Operation.TRUE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes nodes: each expression once, literals folded, arithmetic simplified.
 *
 * <p>Simplifications keep every bit of a finite result but for the sign of a zero ({@code x + 0} is
 * {@code x}). A literal zero wins over everything: {@code 0 * x} and {@code 0 / x} are 0 also where
 * x is infinite or NaN. Derivatives are full of such products, and a term that is switched off at
 * build time must not cost anything.
 */
public final class Graph {
  private record Key(Operation operation, List<Node> operands, Object attribute) {}

  private final Map<Key, Node> nodes = new HashMap<>();

  /** Number of nodes made so far. */
  public int size() {
    return nodes.size();
  }

  /** A literal. */
  public Node constant(double value) {
    return intern(CONSTANT, List.of(), value);
  }

  /** A condition known at build time. */
  public Node constant(boolean value) {
    return intern(value ? TRUE : FALSE, List.of(), null);
  }

  /** An element of an input array. */
  public Node input(Input input) {
    return intern(Operation.INPUT, List.of(), input);
  }

  /** A call of an intrinsic. */
  public Node call(IntrinsicCall target, List<Node> arguments) {
    return intern(Operation.CALL, arguments, target);
  }

  /** A function of {@link Math} of one argument. */
  public Node function(Operation operation, Node x) {
    return x.isConstant() ? constant(operation.fold(x.value())) : intern(operation, List.of(x));
  }

  /** A function of {@link Math} of two arguments. */
  public Node function(Operation operation, Node x, Node y) {
    return bothConstant(x, y) ? fold(operation, x, y) : intern(operation, List.of(x, y));
  }

  /** x + y. */
  public Node add(Node x, Node y) {
    if (bothConstant(x, y)) {
      return fold(ADD, x, y);
    } else if (x.isConstant(0)) {
      return y;
    } else if (y.isConstant(0)) {
      return x;
    } else if (x == y) {
      return multiply(constant(2), x);
    } else if (y.operation() == NEGATE) {
      return subtract(x, y.operand(0));
    } else if (x.operation() == NEGATE) {
      return subtract(y, x.operand(0));
    } else if (areComplementary(x, y)) {
      return select(x.operand(0), add(x.operand(1), y.operand(1)), add(x.operand(2), y.operand(2)));
    }
    return commutative(ADD, x, y);
  }

  /** x - y. */
  public Node subtract(Node x, Node y) {
    if (bothConstant(x, y)) {
      return fold(SUBTRACT, x, y);
    } else if (y.isConstant(0)) {
      return x;
    } else if (x.isConstant(0)) {
      return negate(y);
    } else if (y.operation() == NEGATE) {
      return add(x, y.operand(0));
    } else if (x.operation() == NEGATE) {
      return negate(add(x.operand(0), y));
    }
    return intern(SUBTRACT, List.of(x, y));
  }

  /** x y. */
  public Node multiply(Node x, Node y) {
    if (bothConstant(x, y)) {
      return fold(MULTIPLY, x, y);
    } else if (x.isConstant(0) || y.isConstant(0)) {
      return constant(0.0);
    } else if (x.isConstant(1)) {
      return y;
    } else if (y.isConstant(1)) {
      return x;
    } else if (x.isConstant(-1)) {
      return negate(y);
    } else if (y.isConstant(-1)) {
      return negate(x);
    } else if (x.operation() == NEGATE) {
      return negativeProduct(x.operand(0), y);
    } else if (y.operation() == NEGATE) {
      return negativeProduct(y.operand(0), x);
    }
    return commutative(MULTIPLY, x, y);
  }

  private Node negativeProduct(Node x, Node y) {
    return y.isConstant() ? multiply(constant(-y.value()), x) : negate(multiply(x, y));
  }

  /** x / y. */
  public Node divide(Node x, Node y) {
    if (bothConstant(x, y)) {
      return fold(DIVIDE, x, y);
    } else if (x.isConstant(0)) {
      return constant(0.0);
    } else if (y.isConstant(1)) {
      return x;
    } else if (y.isConstant(-1)) {
      return negate(x);
    } else if (x.operation() == NEGATE) {
      return negate(divide(x.operand(0), y));
    } else if (y.operation() == NEGATE) {
      return negate(divide(x, y.operand(0)));
    }
    return intern(DIVIDE, List.of(x, y));
  }

  /** -x. */
  public Node negate(Node x) {
    return switch (x.operation()) {
      case CONSTANT -> constant(-x.value());
      case NEGATE -> x.operand(0);
      case SUBTRACT -> subtract(x.operand(1), x.operand(0));
      default -> intern(NEGATE, List.of(x));
    };
  }

  /** x where the condition holds, y elsewhere. */
  public Node select(Node condition, Node x, Node y) {
    return switch (condition.operation()) {
      case TRUE -> x;
      case FALSE -> y;
      case NOT -> select(condition.operand(0), y, x);
      default -> x == y ? x : intern(SELECT, List.of(condition, x, y));
    };
  }

  /** Compares two doubles: {@code LESS}, {@code LESS_OR_EQUAL} or {@code EQUAL}. */
  public Node compare(Operation comparison, Node x, Node y) {
    if (!bothConstant(x, y)) {
      return intern(comparison, List.of(x, y));
    }
    return switch (comparison) {
      case LESS -> constant(x.value() < y.value());
      case LESS_OR_EQUAL -> constant(x.value() <= y.value());
      case EQUAL -> constant(x.value() == y.value());
      default -> throw new IllegalArgumentException("not a comparison: " + comparison);
    };
  }

  /** Both conditions. */
  public Node and(Node x, Node y) {
    if (x.operation() == FALSE || y.operation() == TRUE || x == y) {
      return x;
    }
    return x.operation() == TRUE || y.operation() == FALSE
        ? y
        : intern(Operation.AND, List.of(x, y));
  }

  /** One of two conditions, or both. */
  public Node or(Node x, Node y) {
    if (x.operation() == TRUE || y.operation() == FALSE || x == y) {
      return x;
    }
    return x.operation() == FALSE || y.operation() == TRUE
        ? y
        : intern(Operation.OR, List.of(x, y));
  }

  /** The contrary of a condition. */
  public Node not(Node x) {
    return switch (x.operation()) {
      case TRUE -> constant(false);
      case FALSE -> constant(true);
      case NOT -> x.operand(0);
      default -> intern(Operation.NOT, List.of(x));
    };
  }

  /** An operation on operands of this graph, simplified; {@code like} is of any graph. */
  public Node make(Node like, List<Node> operands) {
    Operation operation = like.operation();
    return switch (operation) {
      case ADD -> add(operands.get(0), operands.get(1));
      case SUBTRACT -> subtract(operands.get(0), operands.get(1));
      case MULTIPLY -> multiply(operands.get(0), operands.get(1));
      case DIVIDE -> divide(operands.get(0), operands.get(1));
      case NEGATE -> negate(operands.get(0));
      case SELECT -> select(operands.get(0), operands.get(1), operands.get(2));
      case LESS, LESS_OR_EQUAL, EQUAL -> compare(operation, operands.get(0), operands.get(1));
      case AND -> and(operands.get(0), operands.get(1));
      case OR -> or(operands.get(0), operands.get(1));
      case NOT -> not(operands.get(0));
      case CONSTANT, INPUT, CALL, TRUE, FALSE -> copy(like, operands);
      default ->
          operation.arity() == 1
              ? function(operation, operands.get(0))
              : function(operation, operands.get(0), operands.get(1));
    };
  }

  /** The node of another graph with operands of this one; it was simplified when it was made. */
  Node copy(Node node, List<Node> operands) {
    return intern(node.operation(), operands, node.attribute());
  }

  private static boolean bothConstant(Node x, Node y) {
    return x.isConstant() && y.isConstant();
  }

  private Node fold(Operation operation, Node x, Node y) {
    return constant(operation.fold(x.value(), y.value()));
  }

  // Contributions to a derivative through the two sides of one select: (c ? x : 0) + (c ? 0 : y).
  private static boolean areComplementary(Node x, Node y) {
    return x.operation() == SELECT
        && y.operation() == SELECT
        && x.operand(0) == y.operand(0)
        && (x.operand(1).isConstant(0) || y.operand(1).isConstant(0))
        && (x.operand(2).isConstant(0) || y.operand(2).isConstant(0));
  }

  private Node commutative(Operation operation, Node x, Node y) {
    return intern(operation, x.id() <= y.id() ? List.of(x, y) : List.of(y, x));
  }

  private Node intern(Operation operation, List<Node> operands) {
    return intern(operation, operands, null);
  }

  private Node intern(Operation operation, List<Node> operands, Object attribute) {
    Key key = new Key(operation, List.copyOf(operands), attribute);
    Node known = nodes.get(key);
    if (known == null) {
      known = new Node(nodes.size(), operation, key.operands(), attribute);
      nodes.put(key, known);
    }
    return known;
  }
}
