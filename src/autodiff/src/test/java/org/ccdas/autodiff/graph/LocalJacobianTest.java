package org.ccdas.autodiff.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ccdas.autodiff.graph.LocalJacobian.Partial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Jacobians by vertex elimination against tangents, column by column. */
class LocalJacobianTest {
  private static final double[] POINT = {0.7, 1.3, 0.4};
  private static final int INPUTS = POINT.length;

  private final Graph graph = new Graph();

  private Node input(int slot) {
    return graph.input(new Input(Input.Array.VALUE, slot, true));
  }

  /** Three outputs; one of them is an inner value of the others, one does not depend on input 2. */
  private List<Output> sample() {
    Node x = input(0);
    Node y = input(1);
    Node z = input(2);
    Node sun = graph.input(new Input(Input.Array.VALUE, 3, false));
    Node up = graph.compare(Operation.LESS, graph.constant(0.0), sun);
    Node a = graph.multiply(x, graph.function(Operation.EXP, graph.negate(graph.multiply(y, z))));
    Node b = graph.divide(graph.function(Operation.LOG, graph.add(x, y)), graph.add(z, a));
    Node c = graph.function(Operation.SQRT, graph.add(b, graph.function(Operation.TANH, x)));
    Node d = graph.select(up, graph.multiply(c, c), graph.function(Operation.SIN, c));
    Node e = graph.subtract(graph.multiply(d, a), graph.multiply(b, sun));
    Node f = graph.multiply(graph.function(Operation.ATAN, y), graph.add(x, x));
    return List.of(new Output(0, e), new Output(1, b), new Output(2, f));
  }

  private static double[] values(double sun) {
    double[] values = Arrays.copyOf(POINT, INPUTS + 1);
    values[INPUTS] = sun;
    return values;
  }

  private static double[] tangent(List<Output> function, int input, double sun) {
    double[] direction = new double[INPUTS + 1];
    direction[input] = 1;
    return GraphValues.of(
        Differentiator.tangent(function),
        function.size(),
        Map.of(Input.Array.VALUE, values(sun), Input.Array.DIRECTION, direction));
  }

  private static double[] evaluate(LocalJacobian jacobian, double sun) {
    return GraphValues.of(
        jacobian.outputs(), jacobian.outputs().size(), Map.of(Input.Array.VALUE, values(sun)));
  }

  @ParameterizedTest
  @EnumSource
  void columnsAreTangents(EliminationOrder order) {
    List<Output> function = sample();
    LocalJacobian jacobian = LocalJacobian.of(function, order);
    for (double sun : new double[] {-1, 1}) {
      double[] values = evaluate(jacobian, sun);
      double[][] dense = new double[function.size()][INPUTS];
      for (int k = 0; k < jacobian.partials().size(); k++) {
        Partial partial = jacobian.partials().get(k);
        dense[partial.output()][partial.input()] = values[function.size() + k];
      }
      for (int input = 0; input < INPUTS; input++) {
        double[] column = tangent(function, input, sun);
        for (int output = 0; output < function.size(); output++) {
          assertThat(dense[output][input]).isCloseTo(column[output], within(1e-14));
        }
      }
    }
  }

  @Test
  void valuesHaveTheBitsOfTheFunction() {
    List<Output> function = sample();
    double[] values = evaluate(LocalJacobian.of(function), 1);
    double[] expected =
        GraphValues.of(function, function.size(), Map.of(Input.Array.VALUE, values(1)));
    assertThat(Arrays.copyOf(values, function.size())).containsExactly(expected);
  }

  @Test
  void structureHoldsWhatDoesNotAlwaysVanish() {
    LocalJacobian jacobian = LocalJacobian.of(sample());
    assertThat(jacobian.partials())
        .containsExactly(
            new Partial(0, 0),
            new Partial(0, 1),
            new Partial(0, 2),
            new Partial(1, 0),
            new Partial(1, 1),
            new Partial(1, 2),
            new Partial(2, 0),
            new Partial(2, 1));
  }

  @Test
  void cancelledPartialsAreLeftOut() {
    // (x + y) - y: the partial derivative by y is the literal 0
    Node difference = graph.subtract(graph.add(input(0), input(1)), input(1));
    LocalJacobian jacobian = LocalJacobian.of(List.of(new Output(0, difference)));
    assertThat(jacobian.partials()).containsExactly(new Partial(0, 0));
  }

  @Test
  void outputsMayBeInputsLiteralsAndTheSame() {
    List<Output> function =
        List.of(
            new Output(0, input(0)), new Output(1, graph.constant(3.0)), new Output(2, input(0)));
    LocalJacobian jacobian = LocalJacobian.of(function);
    assertThat(jacobian.partials()).containsExactly(new Partial(0, 0), new Partial(2, 0));
    assertThat(evaluate(jacobian, 1)).containsExactly(POINT[0], 3, POINT[0], 1, 1);
  }

  @Test
  void theCheapestOrderIsTaken() {
    List<Output> function = sample();
    LocalJacobian best = LocalJacobian.of(function);
    HashSet<Integer> counts = new HashSet<>();
    for (EliminationOrder order : EliminationOrder.values()) {
      int operations = LocalJacobian.of(function, order).operations();
      assertThat(best.operations()).isLessThanOrEqualTo(operations);
      counts.add(operations);
    }
    assertThat(counts).hasSizeGreaterThan(1).contains(best.operations());
  }

  @Test
  void theSameFunctionGivesTheSameExpressions() {
    assertThat(LocalJacobian.of(sample()).outputs().toString())
        .isEqualTo(LocalJacobian.of(sample()).outputs().toString());
  }

  /** n functions of n inputs through one value: elimination takes 2 n products, not n n sweeps. */
  @Test
  void aNarrowPassIsUsed() {
    int n = 12;
    Node sum = graph.constant(0.0);
    for (int i = 0; i < n; i++) {
      sum = graph.add(sum, graph.function(Operation.EXP, input(i)));
    }
    Node[] last = {sum};
    List<Output> function =
        IntStream.range(0, n)
            .mapToObj(
                k ->
                    new Output(
                        k,
                        graph.function(
                            Operation.SIN, graph.multiply(graph.constant(k + 2), last[0]))))
            .toList();
    LocalJacobian jacobian = LocalJacobian.of(function);
    assertThat(jacobian.partials()).hasSize(n * n);
    // values 4 n, partial derivatives by the sum 2 n, products of both n n
    assertThat(jacobian.operations()).isLessThan(n * n + 7 * n);
    assertThat(jacobian.operations())
        .isLessThan(LocalJacobian.of(function, EliminationOrder.FORWARD).operations());
  }
}
