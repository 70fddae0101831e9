package org.ccdas.autodiff.program;

import java.util.List;
import org.ccdas.autodiff.graph.Node;
import org.ccdas.autodiff.graph.Output;

/**
 * A part of a program that becomes one method.
 *
 * @param loads inputs, and values of earlier segments, that are read at the start
 * @param nodes what is computed, in order
 * @param stores those of the nodes that later segments read
 * @param outputs what is written to the output array
 */
public record Segment(List<Node> loads, List<Node> nodes, List<Node> stores, List<Output> outputs) {
  /** Copies the lists. */
  public Segment {
    loads = List.copyOf(loads);
    nodes = List.copyOf(nodes);
    stores = List.copyOf(stores);
    outputs = List.copyOf(outputs);
  }
}
