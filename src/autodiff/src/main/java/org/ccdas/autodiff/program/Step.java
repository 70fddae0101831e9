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
   * A function of several slots at once, in place. Slots come in runs of a width, and behind each
   * run is one of scratch as wide.
   *
   * @param function what is computed
   * @param width slots of a run
   * @param slot the first slot
   * @param count number of runs
   */
  record Batch(Operation function, int width, int slot, int count) implements Step {
    /** Runs as long as this take less time a slot, since they leave less to scalar code. */
    static final int WIDE = 4;

    @Override
    public int operations() {
      return width * count;
    }

    /** The slot of one of the arguments. */
    public int argument(int index) {
      return slot + index / width * 2 * width + index % width;
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
