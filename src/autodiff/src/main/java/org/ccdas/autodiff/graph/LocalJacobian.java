package org.ccdas.autodiff.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * All partial derivatives of a function that do not always vanish, as expressions of one new graph
 * together with the function itself. Made by vertex elimination; one reverse sweep an output would
 * take about twice as many operations on the processes of the model.
 *
 * @param order the order of elimination that took the fewest operations
 * @param operations number of operations of values and partial derivatives together
 * @param partials where each partial derivative stands in the Jacobian, by output, then input
 * @param outputs the outputs by slot, then the partial derivatives in their order
 */
public record LocalJacobian(
    EliminationOrder order, int operations, List<Partial> partials, List<Output> outputs) {
  /** Copies the lists. */
  public LocalJacobian {
    partials = List.copyOf(partials);
    outputs = List.copyOf(outputs);
  }

  /**
   * The place of a partial derivative.
   *
   * @param output slot of the output
   * @param input slot of the input
   */
  public record Partial(int output, int input) {}

  /**
   * The Jacobian of a function, by the cheapest of all orders of elimination.
   *
   * @param function its outputs, of slots 0 to n-1
   */
  public static LocalJacobian of(List<Output> function) {
    LocalJacobian best = null;
    for (EliminationOrder order : EliminationOrder.values()) {
      LocalJacobian jacobian = of(function, order);
      if (best == null || jacobian.operations < best.operations) {
        best = jacobian;
      }
    }
    return best;
  }

  /** The Jacobian of a function by one order of elimination. */
  public static LocalJacobian of(List<Output> function, EliminationOrder order) {
    VertexElimination elimination = new VertexElimination(function);
    elimination.eliminate(order);
    List<Output> outputs = new ArrayList<>(elimination.values());
    List<Partial> partials = new ArrayList<>();
    elimination
        .partials()
        .forEach(
            (slot, row) ->
                row.forEach(
                    (input, value) -> {
                      outputs.add(new Output(function.size() + partials.size(), value));
                      partials.add(new Partial(slot, input));
                    }));
    return new LocalJacobian(order, operations(outputs), partials, outputs);
  }

  private static int operations(List<Output> outputs) {
    return (int)
        Differentiator.inOrder(outputs).stream()
            .filter(node -> !node.isConstant() && !node.operation().isCondition())
            .filter(node -> node.operation() != Operation.INPUT)
            .count();
  }
}
