package org.ccdas.autodiff.program;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ccdas.autodiff.graph.Node;
import org.ccdas.autodiff.graph.Operation;
import org.ccdas.autodiff.graph.Output;

/** A step whose slots are not known yet. */
final class Draft {
  /** The function of a batch; null for a loop. */
  final Operation function;

  final List<Node> nodes;

  /** Nodes of later batches whose arguments this loop puts in place. */
  final List<Node> arguments = new ArrayList<>();

  final List<Output> outputs = new ArrayList<>();

  Draft(Operation function, List<Node> nodes) {
    this.function = function;
    this.nodes = List.copyOf(nodes);
  }

  /** The values that a loop reads from the workspace; a batch reads none. */
  Set<Node> loads() {
    Set<Node> loads = new LinkedHashSet<>();
    if (function == null) {
      nodes.forEach(node -> loads.addAll(reads(node)));
      arguments.forEach(node -> loads.addAll(reads(node)));
      outputs.stream().map(Output::value).filter(v -> !v.isConstant()).forEach(loads::add);
      nodes.forEach(loads::remove);
    }
    return loads;
  }

  /** The values that must be at hand to compute a node: conditions are looked through. */
  static Set<Node> reads(Node node) {
    Set<Node> found = new LinkedHashSet<>();
    for (Node operand : node.operands()) {
      if (operand.operation().isCondition()) {
        found.addAll(reads(operand));
      } else if (!operand.isConstant()) {
        found.add(operand);
      }
    }
    return found;
  }
}
