package org.ccdas.autodiff.program;

import java.util.List;
import org.ccdas.autodiff.graph.Node;
import org.ccdas.autodiff.graph.Operation;

/** A part of a program that runs over all lanes before the next one does. */
public sealed interface Step {
  /** Number of operations, counted once for all lanes. */
  int operations();

  /**
   * A loop over lanes.
   *
   * @param loads values that are read at the start, each with its slot in the workspace
   * @param nodes what is computed, in order
   * @param stores values that are kept, each with its slot; a value may be kept more than once
   * @param outputs values that are written to outputs, each with its slot in the workspace
   */
  record Loop(List<Place> loads, List<Node> nodes, List<Place> stores, List<Place> outputs)
      implements Step {
    /** Copies the lists. */
    public Loop {
      loads = List.copyOf(loads);
      nodes = List.copyOf(nodes);
      stores = List.copyOf(stores);
      outputs = List.copyOf(outputs);
    }

    @Override
    public int operations() {
      return nodes.size();
    }
  }

  /**
   * A function of several slots at once, in place. Behind each of the slots is one of scratch.
   *
   * @param function what is computed
   * @param slot the first slot; the others follow, two further each
   * @param count number of slots
   */
  record Batch(Operation function, int slot, int count) implements Step {
    @Override
    public int operations() {
      return count;
    }
  }

  /**
   * A value and a slot of the workspace.
   *
   * @param value the value
   * @param slot the slot
   */
  record Place(Node value, int slot) {}
}
