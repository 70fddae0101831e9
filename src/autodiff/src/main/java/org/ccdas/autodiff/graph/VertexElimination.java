package org.ccdas.autodiff.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The linearised graph of a function, whose inner vertices are eliminated one by one: each pair of
 * an edge that enters and an edge that leaves becomes an edge past the vertex, with the product of
 * both partial derivatives. What is left are edges from inputs to outputs: the Jacobian. Griewank
 * and Reese (1991).
 */
final class VertexElimination {
  /** A value, or one output: every output has a vertex of its own behind the value it shows. */
  private static final class Vertex implements EliminationOrder.Vertex {
    final int id;
    final TreeMap<Integer, Node> from = new TreeMap<>();
    final TreeSet<Integer> to = new TreeSet<>();
    final BitSet inputs = new BitSet();
    final BitSet outputs = new BitSet();

    Vertex(int id) {
      this.id = id;
    }

    @Override
    public int id() {
      return id;
    }

    @Override
    public int in() {
      return from.size();
    }

    @Override
    public int out() {
      return to.size();
    }

    @Override
    public int inputs() {
      return inputs.cardinality();
    }

    @Override
    public int outputs() {
      return outputs.cardinality();
    }
  }

  private final Graph graph = new Graph();
  private final List<Output> values = new ArrayList<>();
  private final List<Vertex> vertices = new ArrayList<>();
  private final List<Vertex> inner = new ArrayList<>();
  private final Map<Integer, Integer> inputSlots = new TreeMap<>();
  private final Map<Integer, Vertex> outputVertices = new TreeMap<>();

  /** Linearises a function: the copy of its graph, and the partial derivative of every step. */
  VertexElimination(List<Output> outputs) {
    Map<Node, Node> copies = new HashMap<>();
    Map<Node, Vertex> vertexOf = new HashMap<>();
    Node one = graph.constant(1.0);
    for (Node node : Differentiator.inOrder(outputs)) {
      Node copy = graph.copy(node, node.operands().stream().map(copies::get).toList());
      copies.put(node, copy);
      if (!node.isActive()) {
        continue;
      }
      Vertex vertex = vertex();
      vertexOf.put(node, vertex);
      if (node.operation() == Operation.INPUT) {
        vertex.inputs.set(vertex.id);
        inputSlots.put(vertex.id, node.input().slot());
      } else {
        inner.add(vertex);
      }
      for (int i = 0; i < node.operands().size(); i++) {
        Vertex operand = vertexOf.get(node.operand(i));
        if (operand != null) {
          connect(operand, vertex, Partials.times(graph, copy, i, one));
          vertex.inputs.or(operand.inputs);
        }
      }
    }
    for (Output output : outputs) {
      values.add(new Output(output.slot(), copies.get(output.value())));
      Vertex shown = vertexOf.get(output.value());
      if (shown != null) {
        Vertex vertex = vertex();
        vertex.outputs.set(vertex.id);
        outputVertices.put(output.slot(), vertex);
        connect(shown, vertex, one);
      }
    }
    for (int v = vertices.size() - 1; v >= 0; v--) {
      Vertex vertex = vertices.get(v);
      vertex.from.keySet().forEach(u -> vertices.get(u).outputs.or(vertex.outputs));
    }
  }

  private Vertex vertex() {
    Vertex vertex = new Vertex(vertices.size());
    vertices.add(vertex);
    return vertex;
  }

  private void connect(Vertex from, Vertex to, Node partial) {
    if (!partial.isConstant(0)) {
      to.from.merge(from.id, partial, graph::add);
      from.to.add(to.id);
    }
  }

  /** The function itself, in the graph of the derivatives. */
  List<Output> values() {
    return values;
  }

  /** Eliminates all inner vertices. */
  void eliminate(EliminationOrder order) {
    Comparator<EliminationOrder.Vertex> first = order.comparator();
    List<Vertex> open = new ArrayList<>(inner);
    while (!open.isEmpty()) {
      int next = 0;
      for (int i = 1; i < open.size(); i++) {
        if (first.compare(open.get(i), open.get(next)) < 0) {
          next = i;
        }
      }
      eliminate(open.remove(next));
    }
  }

  private void eliminate(Vertex vertex) {
    for (int w : vertex.to) {
      Vertex successor = vertices.get(w);
      Node outer = successor.from.remove(vertex.id);
      // c_wu += c_wv c_vu
      vertex.from.forEach(
          (u, innerPartial) ->
              connect(vertices.get(u), successor, graph.multiply(outer, innerPartial)));
    }
    vertex.from.keySet().forEach(u -> vertices.get(u).to.remove(vertex.id));
    vertex.to.clear();
    vertex.from.clear();
  }

  /** After the elimination: for each output slot the partial derivative by input slot. */
  Map<Integer, Map<Integer, Node>> partials() {
    Map<Integer, Map<Integer, Node>> partials = new TreeMap<>();
    outputVertices.forEach(
        (slot, vertex) -> {
          Map<Integer, Node> row = new TreeMap<>();
          vertex.from.forEach((u, partial) -> row.put(inputSlots.get(u), partial));
          row.values().removeIf(partial -> partial.isConstant(0));
          partials.put(slot, row);
        });
    return partials;
  }
}
