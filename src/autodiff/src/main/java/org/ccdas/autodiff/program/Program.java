package org.ccdas.autodiff.program;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ccdas.autodiff.graph.Input;

/**
 * A graph in an order of computation over lanes, all of it in one workspace, since the JVM's
 * compiler vectorises loops over one array only: inputs are copied in, outputs out.
 *
 * @param inputs what is copied in, by array
 * @param outputs what is copied out
 * @param steps the steps, to be run in order
 * @param workspace number of workspace slots
 * @param nodes number of operations
 */
public record Program(
    Map<Input.Array, List<Run>> inputs,
    List<Run> outputs,
    List<Step> steps,
    int workspace,
    int nodes) {
  /** Copies lists and map. */
  public Program {
    inputs = new EnumMap<>(inputs);
    outputs = List.copyOf(outputs);
    steps = List.copyOf(steps);
  }
}
