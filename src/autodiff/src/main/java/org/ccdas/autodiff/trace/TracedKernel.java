package org.ccdas.autodiff.trace;

import java.util.List;
import java.util.Map;
import org.ccdas.autodiff.graph.Body;
import org.ccdas.autodiff.graph.Output;

/**
 * A kernel method, inlined.
 *
 * @param name simple name of the class to generate
 * @param origin the method it comes from, {@code Class.method}
 * @param arguments the arguments that remain, in order
 * @param inputs all inputs by slot
 * @param outputs all outputs by slot
 * @param names the constants that name the slots
 * @param results the expression of each output
 * @param bodies of the intrinsics that kernels compute in place, by qualified name
 */
public record TracedKernel(
    String name,
    String origin,
    List<Argument> arguments,
    List<Slot> inputs,
    List<Slot> outputs,
    List<SlotName> names,
    List<Output> results,
    Map<String, Body> bodies) {
  /** Copies lists and map. */
  public TracedKernel {
    arguments = List.copyOf(arguments);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    names = List.copyOf(names);
    results = List.copyOf(results);
    bodies = Map.copyOf(bodies);
  }

  /**
   * An argument of the kernel method.
   *
   * @param name its name
   * @param first slot of its first component
   */
  public record Argument(String name, int first) {}

  /**
   * A double that a kernel reads or writes.
   *
   * @param path the argument and the components that lead to it, {@code state.snow}
   * @param active whether it has a derivative
   */
  public record Slot(String path, boolean active) {}
}
