package org.ccdas.autodiff.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ccdas.autodiff.graph.Differentiator.Contributions;
import org.junit.jupiter.api.Test;

/** Derivatives of graphs, and whether the checks of derivatives notice a missing term. */
class DifferentiatorTest {
  private static final double[] POINT = {0.7, 1.3, 0.4};
  private static final double[] DIRECTION = {0.31, -0.57, 0.83};
  private static final double[] WEIGHTS = {0.9, -1.7};
  private static final int INPUTS = 3;

  private final Graph graph = new Graph();

  private Node input(int slot) {
    return graph.input(new Input(Input.Array.VALUE, slot, true));
  }

  /** Two outputs that use every differentiable operation. */
  private List<Output> sample() {
    Node x = input(0);
    Node y = input(1);
    Node z = input(2);
    Node sun = graph.input(new Input(Input.Array.VALUE, 3, false));
    Node up = graph.compare(Operation.LESS, graph.constant(0.0), sun);
    Node a = graph.multiply(x, graph.function(Operation.EXP, graph.negate(graph.multiply(y, z))));
    Node b = graph.divide(graph.function(Operation.LOG, graph.add(x, y)), graph.add(z, a));
    Node c = graph.function(Operation.SQRT, graph.add(b, graph.function(Operation.TANH, x)));
    Node d = graph.select(up, graph.multiply(c, z), graph.function(Operation.SIN, c));
    Node e = graph.select(up, graph.function(Operation.LOG1P, y), graph.multiply(d, d));
    Node f = graph.subtract(graph.function(Operation.COS, d), graph.function(Operation.CBRT, e));
    Node g = graph.multiply(graph.function(Operation.ATAN, f), graph.function(Operation.TAN, x));
    Node h = graph.subtract(graph.function(Operation.EXPM1, b), graph.multiply(x, x));
    return List.of(new Output(0, graph.add(g, d)), new Output(1, graph.multiply(h, f)));
  }

  private static Map<Input.Array, double[]> arrays(double[] point, double sun) {
    double[] values = {point[0], point[1], point[2], sun};
    double[] direction = {DIRECTION[0], DIRECTION[1], DIRECTION[2], 1e9};
    return Map.of(
        Input.Array.VALUE, values,
        Input.Array.DIRECTION, direction,
        Input.Array.WEIGHT, WEIGHTS);
  }

  private static double[] differences(List<Output> function, double sun) {
    double step = 1e-5;
    double[] above = POINT.clone();
    double[] below = POINT.clone();
    for (int i = 0; i < INPUTS; i++) {
      above[i] += step * DIRECTION[i];
      below[i] -= step * DIRECTION[i];
    }
    double[] high = GraphValues.of(function, 2, arrays(above, sun));
    double[] low = GraphValues.of(function, 2, arrays(below, sun));
    return new double[] {(high[0] - low[0]) / (2 * step), (high[1] - low[1]) / (2 * step)};
  }

  private static boolean tangentHolds(List<Output> function, List<Output> tangent, double sun) {
    double[] expected = differences(function, sun);
    double[] actual = GraphValues.of(tangent, 2, arrays(POINT, sun));
    return Math.abs(actual[0] - expected[0]) < 1e-8 && Math.abs(actual[1] - expected[1]) < 1e-8;
  }

  private static boolean identityHolds(List<Output> tangent, List<Output> adjoint, double sun) {
    double[] forward = GraphValues.of(tangent, 2, arrays(POINT, sun));
    double[] reverse = GraphValues.of(adjoint, INPUTS, arrays(POINT, sun));
    double left = WEIGHTS[0] * forward[0] + WEIGHTS[1] * forward[1];
    double right =
        reverse[0] * DIRECTION[0] + reverse[1] * DIRECTION[1] + reverse[2] * DIRECTION[2];
    return left != 0 && right != 0 && Math.abs(left - right) < 1e-12;
  }

  @Test
  void derivativesOfTheSampleHold() {
    List<Output> function = sample();
    List<Output> tangent = Differentiator.tangent(function);
    for (double sun : new double[] {-1, 1}) {
      assertThat(tangentHolds(function, tangent, sun)).isTrue();
      assertThat(identityHolds(tangent, Differentiator.adjoint(function), sun)).isTrue();
    }
  }

  /** Every term of the chain rule: an active operand of a node. */
  private static List<Contributions> mutations(List<Output> function) {
    List<Contributions> mutations = new ArrayList<>();
    for (Node node : Differentiator.inOrder(function)) {
      for (int i = 0; i < node.operands().size(); i++) {
        if (node.operand(i).isActive()) {
          int dropped = i;
          mutations.add((n, operand) -> n != node || operand != dropped);
        }
      }
    }
    return mutations;
  }

  @Test
  void aDroppedTermOfTheTangentIsNoticed() {
    List<Output> function = sample();
    List<Contributions> mutations = mutations(function);
    assertThat(mutations).hasSizeGreaterThan(30);
    for (Contributions mutation : mutations) {
      List<Output> tangent = Differentiator.tangent(function, mutation);
      boolean passes = tangentHolds(function, tangent, -1) && tangentHolds(function, tangent, 1);
      assertThat(passes).isFalse();
    }
  }

  @Test
  void aDroppedTermOfTheAdjointIsNoticed() {
    List<Output> function = sample();
    List<Output> tangent = Differentiator.tangent(function);
    for (Contributions mutation : mutations(function)) {
      List<Output> adjoint = Differentiator.adjoint(function, mutation);
      boolean passes = identityHolds(tangent, adjoint, -1) && identityHolds(tangent, adjoint, 1);
      assertThat(passes).isFalse();
    }
  }

  @Test
  void inputsWithoutInfluenceHaveNoAdjoint() {
    List<Output> outputs = List.of(new Output(0, graph.multiply(input(2), input(2))));
    List<Output> adjoint = Differentiator.adjoint(outputs);
    assertThat(adjoint).hasSize(1);
    assertThat(adjoint.get(0).slot()).isEqualTo(2);
    double[] gradient = GraphValues.of(adjoint, INPUTS, arrays(POINT, 1));
    assertThat(gradient[2]).isCloseTo(2 * POINT[2] * WEIGHTS[0], within(1e-15));
  }

  @Test
  void outputsMayBeInputsLiteralsAndTheSame() {
    List<Output> outputs =
        List.of(
            new Output(0, input(0)), new Output(1, graph.constant(3.0)), new Output(2, input(0)));
    double[] tangent = GraphValues.of(Differentiator.tangent(outputs), 3, arrays(POINT, 1));
    assertThat(tangent).containsExactly(DIRECTION[0], 0, DIRECTION[0]);
    Map<Input.Array, double[]> arrays = Map.of(Input.Array.WEIGHT, new double[] {2, 3, 5});
    assertThat(GraphValues.of(Differentiator.adjoint(outputs), 1, arrays)).containsExactly(7);
  }

  @Test
  void whatNoOutputNeedsIsGone() {
    Node needed = graph.add(input(0), input(1));
    Node unneeded = graph.function(Operation.EXP, needed);
    List<Node> order = Differentiator.inOrder(List.of(new Output(0, needed)));
    assertThat(order).containsExactly(input(0), input(1), needed).doesNotContain(unneeded);
  }
}
