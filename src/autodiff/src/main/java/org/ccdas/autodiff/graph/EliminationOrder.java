package org.ccdas.autodiff.graph;

import java.util.Comparator;

/**
 * The order in which the inner vertices of a linearised graph are eliminated. The result is the
 * same but for rounding; the number of operations is not, and no order is the best for all graphs.
 * Griewank and Walther (2008), chapters 9 and 10.
 */
public enum EliminationOrder {
  /** The vertex whose elimination takes the fewest products now; of equals the earliest. */
  MARKOWITZ(Comparator.<Vertex>comparingInt(v -> v.in() * v.out()).thenComparingInt(Vertex::id)),

  /** The same; of equals the latest. */
  MARKOWITZ_LATEST(
      Comparator.<Vertex>comparingInt(v -> v.in() * v.out()).thenComparingInt(v -> -v.id())),

  /**
   * The vertex with the fewest products less those that its elimination would take after all
   * others: the inputs that it depends on times the outputs that depend on it.
   */
  RELATIVE_MARKOWITZ(
      Comparator.<Vertex>comparingInt(v -> v.in() * v.out() - v.inputs() * v.outputs())
          .thenComparingInt(Vertex::id)),

  /** From the inputs on: forward accumulation with sparse rows. */
  FORWARD(Comparator.comparingInt(Vertex::id)),

  /** From the outputs back: reverse accumulation with sparse columns. */
  REVERSE(Comparator.comparingInt(v -> -v.id()));

  /** What an order looks at. */
  interface Vertex {
    /** Place in the order of computation; no two are equal. */
    int id();

    /** Number of vertices that the value is computed of, at this moment of the elimination. */
    int in();

    /** Number of vertices that are computed of the value, at this moment. */
    int out();

    /** Number of inputs that the value depends on. */
    int inputs();

    /** Number of outputs that depend on the value. */
    int outputs();
  }

  // total, so that the same sources give the same kernels
  private final Comparator<Vertex> comparator;

  EliminationOrder(Comparator<Vertex> comparator) {
    this.comparator = comparator;
  }

  /** Which vertex goes first. */
  Comparator<Vertex> comparator() {
    return comparator;
  }
}
