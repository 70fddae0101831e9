package org.ccdas.autodiff.program;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ccdas.autodiff.graph.Node;

/**
 * Groups the nodes of a graph into rounds, so that many functions of a kind are computed together.
 * In a round first come arithmetic operations, then functions of what is known by then; results of
 * the functions are there from the next round on.
 */
final class Rounds {
  private final Map<Node, Integer> rounds = new HashMap<>();
  private final int count;

  /**
   * @param nodes all nodes, operands first
   */
  Rounds(List<Node> nodes) {
    int last = 0;
    for (Node node : nodes) {
      int round = 0;
      for (Node operand : node.operands()) {
        round = Math.max(round, rounds.get(operand) + (isFunction(operand) ? 1 : 0));
      }
      rounds.put(node, round);
      last = Math.max(last, round);
    }
    count = last + 1;
    delay(nodes);
  }

  /** Moves arithmetic to the first round that needs it, so that values need not be kept long. */
  private void delay(List<Node> nodes) {
    Map<Node, Integer> firstUse = new HashMap<>();
    for (int i = nodes.size() - 1; i >= 0; i--) {
      Node node = nodes.get(i);
      if (!isFunction(node)) {
        rounds.put(node, firstUse.getOrDefault(node, rounds.get(node)));
      }
      for (Node operand : node.operands()) {
        firstUse.merge(operand, rounds.get(node), Math::min);
      }
    }
  }

  private static boolean isFunction(Node node) {
    Kind kind = Kind.of(node);
    return kind == Kind.BATCH || kind == Kind.SCALAR;
  }

  /** Number of rounds. */
  int count() {
    return count;
  }

  /** The round in which a node is computed. */
  int of(Node node) {
    return rounds.get(node);
  }
}
