package org.ccdas.autodiff.program;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ccdas.autodiff.graph.Body;
import org.ccdas.autodiff.graph.Differentiator;
import org.ccdas.autodiff.graph.Graph;
import org.ccdas.autodiff.graph.Node;
import org.ccdas.autodiff.graph.Operation;
import org.ccdas.autodiff.graph.Output;

/** Rewrites functions that have no form over lanes of their own as expressions of those that do. */
public final class LaneForms {
  private final Map<String, Body> bodies;
  private final Graph graph = new Graph();

  private LaneForms(Map<String, Body> bodies) {
    this.bodies = bodies;
  }

  /**
   * The same values in a new graph.
   *
   * @param outputs values, differentiated already where derivatives are wanted
   * @param bodies of the intrinsics that are computed in place, by qualified name
   */
  public static List<Output> of(List<Output> outputs, Map<String, Body> bodies) {
    LaneForms forms = new LaneForms(bodies);
    Map<Node, Node> made = new HashMap<>();
    forms.rewrite(outputs, made);
    return replaced(outputs, made);
  }

  static List<Output> replaced(List<Output> outputs, Map<Node, Node> made) {
    return outputs.stream().map(o -> new Output(o.slot(), made.get(o.value()))).toList();
  }

  private void rewrite(List<Output> outputs, Map<Node, Node> made) {
    for (Node node : Differentiator.inOrder(outputs)) {
      if (!made.containsKey(node)) {
        made.put(node, form(node, node.operands().stream().map(made::get).toList()));
      }
    }
  }

  private Node form(Node node, List<Node> operands) {
    return switch (node.operation()) {
      case DIVIDE -> Reciprocals.quotient(graph, operands.get(0), operands.get(1), false);
      case LOG1P -> logOfOnePlus(operands.get(0));
      case TANH -> hyperbolicTangent(operands.get(0));
      case CALL -> {
        Body body = bodies.get(node.call().name());
        yield body == null ? graph.make(node, operands) : inline(body, operands);
      }
      default -> graph.make(node, operands);
    };
  }

  private Node inline(Body body, List<Node> arguments) {
    Map<Node, Node> made = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      made.put(body.parameters().get(i), arguments.get(i));
    }
    rewrite(List.of(new Output(0, body.result())), made);
    return made.get(body.result());
  }

  private Node logOfOnePlus(Node x) {
    // ln u + (x - (u - 1)) / u with u = 1 + x rounded: the second term is what rounding lost
    Node one = graph.constant(1);
    Node u = graph.add(one, x);
    Node lost = graph.subtract(x, graph.subtract(u, one));
    return graph.add(graph.function(Operation.LOG, u), graph.divide(lost, u));
  }

  private Node hyperbolicTangent(Node x) {
    // tanh x = e / (e + 2), e = exp(2 x) - 1
    Node two = graph.constant(2);
    Node e = graph.function(Operation.EXPM1, graph.multiply(two, x));
    return graph.divide(e, graph.add(e, two));
  }
}
