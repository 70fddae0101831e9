package org.ccdas.autodiff.program;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ccdas.autodiff.graph.Differentiator;
import org.ccdas.autodiff.graph.Graph;
import org.ccdas.autodiff.graph.Node;
import org.ccdas.autodiff.graph.Operation;
import org.ccdas.autodiff.graph.Output;

/**
 * Replaces divisions by products, since a division takes as long as about eight of them: x / y
 * becomes x (1 / y) where y is a literal, a divisor more than once, or has a derivative, in which 1
 * / y comes again. That changes results by about one unit in the last place. Done before a function
 * is differentiated, so that its values have the same bits in all that is made of it.
 */
public final class Reciprocals {
  private final Graph graph = new Graph();
  private final Map<Node, Integer> uses = new HashMap<>();
  private final Map<Node, Node> made = new HashMap<>();

  private Reciprocals() {}

  /** The same values, nearly, with fewer divisions. */
  public static List<Output> share(List<Output> outputs) {
    return new Reciprocals().rewrite(outputs);
  }

  private List<Output> rewrite(List<Output> outputs) {
    List<Node> nodes = Differentiator.inOrder(outputs);
    for (Node node : nodes) {
      if (node.operation() == Operation.DIVIDE) {
        uses.merge(node.operand(1), 1, Integer::sum);
      }
    }
    for (Node node : nodes) {
      List<Node> operands = node.operands().stream().map(made::get).toList();
      if (node.operation() == Operation.DIVIDE) {
        Node divisor = node.operand(1);
        boolean again = divisor.isActive() || uses.get(divisor) > 1;
        made.put(node, quotient(graph, operands.get(0), operands.get(1), again));
      } else {
        made.put(node, graph.make(node, operands));
      }
    }
    return LaneForms.replaced(outputs, made);
  }

  /** x / y; {@code again} says that 1 / y is wanted elsewhere, too. */
  static Node quotient(Graph graph, Node x, Node y, boolean again) {
    return again || hasReciprocal(y)
        ? graph.multiply(x, graph.divide(graph.constant(1), y))
        : graph.divide(x, y);
  }

  private static boolean hasReciprocal(Node divisor) {
    if (!divisor.isConstant()) {
      return false;
    }
    double size = Math.abs(1 / divisor.value());
    return size >= Double.MIN_NORMAL && size <= Double.MAX_VALUE;
  }
}
