package org.ccdas.autodiff.trace;

import com.sun.source.tree.Tree;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ccdas.autodiff.graph.Graph;
import org.ccdas.autodiff.graph.Node;
import org.ccdas.autodiff.graph.Operation;

/** The functions of {@link Math} that may be used. */
final class MathFunctions {
  private static final int LARGEST_PRODUCT = 8;
  private static final Map<String, Operation> FUNCTIONS = functions();

  private final Graph graph;

  MathFunctions(Graph graph) {
    this.graph = graph;
  }

  private static Map<String, Operation> functions() {
    Map<String, Operation> found = new TreeMap<>();
    for (Operation operation : Operation.values()) {
      if (operation.isMathFunction()) {
        found.put(operation.name().toLowerCase(Locale.ROOT), operation);
      }
    }
    return found;
  }

  /**
   * The value of a function.
   *
   * @param name name of the method of {@code Math}
   * @param arguments its arguments
   * @param tree the call
   */
  Node apply(String name, List<Node> arguments, Tree tree, Frame frame) {
    if (name.equals("pow")) {
      return power(arguments.get(0), arguments.get(1));
    }
    Operation operation = FUNCTIONS.get(name);
    if (operation == null) {
      throw frame.error(
          tree,
          "the unknown function Math." + name,
          "use pow, " + String.join(", ", FUNCTIONS.keySet()) + ", or a method marked @Intrinsic");
    }
    if (operation.isKinked() && arguments.stream().anyMatch(Node::isActive)) {
      throw frame.error(
          tree,
          "Math." + name + " of a value that depends on a parameter or a state",
          "use a smooth function, or a method marked @Intrinsic");
    }
    return operation.arity() == 1
        ? graph.function(operation, arguments.get(0))
        : graph.function(operation, arguments.get(0), arguments.get(1));
  }

  private Node power(Node base, Node exponent) {
    if (exponent.isConstant()) {
      double q = exponent.value();
      if (base.isConstant()) {
        return graph.constant(StrictMath.pow(base.value(), q));
      } else if (q == 0.5) {
        return graph.function(Operation.SQRT, base);
      } else if (q == Math.rint(q) && Math.abs(q) <= LARGEST_PRODUCT) {
        Node product = product(base, (int) Math.abs(q));
        return q < 0 ? graph.divide(graph.constant(1), product) : product;
      }
    }
    // p^q = exp(q log p), p > 0
    return graph.function(
        Operation.EXP, graph.multiply(exponent, graph.function(Operation.LOG, base)));
  }

  private Node product(Node base, int factors) {
    if (factors == 0) {
      return graph.constant(1);
    }
    // by squaring: p^n = (p^(n/2))^2, times p when n is odd
    Node half = factors == 1 ? graph.constant(1) : product(base, factors / 2);
    Node even = graph.multiply(half, half);
    return factors % 2 == 0 ? even : graph.multiply(even, base);
  }
}
