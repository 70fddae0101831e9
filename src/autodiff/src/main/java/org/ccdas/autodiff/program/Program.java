package org.ccdas.autodiff.program;

import java.util.List;
import java.util.Map;
import org.ccdas.autodiff.graph.Node;

/**
 * A graph in an order of computation, cut into segments.
 *
 * @param segments the segments, to be run in order; at least one
 * @param slots workspace slot of each value that passes between segments
 * @param workspace number of workspace slots
 * @param nodes number of operations
 */
public record Program(List<Segment> segments, Map<Node, Integer> slots, int workspace, int nodes) {
  /** Copies list and map. */
  public Program {
    segments = List.copyOf(segments);
    slots = Map.copyOf(slots);
  }
}
