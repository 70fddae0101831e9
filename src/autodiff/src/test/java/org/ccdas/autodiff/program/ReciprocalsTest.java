package org.ccdas.autodiff.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.ccdas.autodiff.graph.Differentiator;
import org.ccdas.autodiff.graph.Graph;
import org.ccdas.autodiff.graph.Input;
import org.ccdas.autodiff.graph.Node;
import org.ccdas.autodiff.graph.Operation;
import org.ccdas.autodiff.graph.Output;
import org.junit.jupiter.api.Test;

class ReciprocalsTest {
  private final Graph graph = new Graph();
  private final Node x = graph.input(new Input(Input.Array.VALUE, 0, true));
  private final Node y = graph.input(new Input(Input.Array.VALUE, 1, false));
  private final Node z = graph.input(new Input(Input.Array.VALUE, 2, false));

  private static long divisions(Node... values) {
    List<Output> outputs =
        IntStream.range(0, values.length).mapToObj(i -> new Output(i, values[i])).toList();
    return Differentiator.inOrder(Reciprocals.share(outputs)).stream()
        .filter(node -> node.operation() == Operation.DIVIDE)
        .count();
  }

  @Test
  void aDivisionByALiteralBecomesAProduct() {
    assertThat(divisions(graph.divide(x, graph.constant(3)))).isZero();
    Node product =
        Reciprocals.share(List.of(new Output(0, graph.divide(x, graph.constant(4)))))
            .get(0)
            .value();
    assertThat(product.operation()).isEqualTo(Operation.MULTIPLY);
    assertThat(product.operands()).anyMatch(node -> node.isConstant(0.25));
  }

  @Test
  void aLiteralWithoutReciprocalStaysADivisor() {
    assertThat(divisions(graph.divide(x, graph.constant(1e-310)))).isEqualTo(1);
    assertThat(divisions(graph.divide(x, graph.constant(0)))).isEqualTo(1);
  }

  @Test
  void aConstantDivisorUsedOnceStays() {
    assertThat(divisions(graph.divide(x, y))).isEqualTo(1);
    assertThat(divisions(graph.divide(x, y), graph.divide(y, z))).isEqualTo(2);
  }

  @Test
  void theReciprocalOfADivisorWithADerivativeComesAgainInIt() {
    List<Output> value = Reciprocals.share(List.of(new Output(0, graph.divide(y, x))));
    assertThat(value.get(0).value().operation()).isEqualTo(Operation.MULTIPLY);
    List<Node> both = Differentiator.inOrder(Differentiator.adjoint(value));
    assertThat(both).filteredOn(node -> node.operation() == Operation.DIVIDE).hasSize(1);
  }

  @Test
  void aDivisorUsedOftenIsDividedByOnce() {
    Node one = graph.constant(1);
    assertThat(divisions(graph.divide(x, z), graph.divide(y, z), graph.divide(one, z)))
        .isEqualTo(1);
  }
}
