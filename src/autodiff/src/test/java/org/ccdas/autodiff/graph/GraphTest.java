package org.ccdas.autodiff.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class GraphTest {
  private final Graph graph = new Graph();
  private final Node x = graph.input(new Input(Input.Array.VALUE, 0, true));
  private final Node y = graph.input(new Input(Input.Array.VALUE, 1, true));
  private final Node sun = graph.input(new Input(Input.Array.VALUE, 2, false));
  private final Node up = graph.compare(Operation.LESS, constant(0), sun);

  private Node constant(double value) {
    return graph.constant(value);
  }

  @Test
  void equalExpressionsAreOneNode() {
    assertThat(graph.add(x, y)).isSameAs(graph.add(y, x));
    assertThat(graph.multiply(x, y)).isSameAs(graph.multiply(y, x));
    assertThat(graph.subtract(x, y)).isNotSameAs(graph.subtract(y, x));
    assertThat(graph.function(Operation.EXP, x)).isSameAs(graph.function(Operation.EXP, x));
    assertThat(graph.constant(0.0)).isNotSameAs(graph.constant(-0.0));
    assertThat(constant(Double.NaN)).isSameAs(constant(Double.NaN));
  }

  @Test
  void literalsAreFolded() {
    assertThat(graph.add(constant(1), constant(2))).isSameAs(constant(3));
    assertThat(graph.subtract(constant(1), constant(2))).isSameAs(constant(-1));
    assertThat(graph.divide(constant(1), constant(4))).isSameAs(constant(0.25));
    assertThat(graph.function(Operation.EXP, constant(1))).isSameAs(constant(StrictMath.exp(1)));
    assertThat(graph.function(Operation.MAX, constant(1), constant(2))).isSameAs(constant(2));
    assertThat(graph.negate(constant(2))).isSameAs(constant(-2));
  }

  @Test
  void neutralElementsVanish() {
    assertThat(graph.add(x, constant(0))).isSameAs(x);
    assertThat(graph.subtract(x, constant(0))).isSameAs(x);
    assertThat(graph.multiply(constant(1), x)).isSameAs(x);
    assertThat(graph.divide(x, constant(1))).isSameAs(x);
    assertThat(graph.multiply(x, constant(-1))).isSameAs(graph.negate(x));
    assertThat(graph.add(x, x)).isSameAs(graph.multiply(constant(2), x));
  }

  @Test
  void aLiteralZeroWins() {
    assertThat(graph.multiply(x, constant(0))).isSameAs(graph.constant(0.0));
    assertThat(graph.multiply(x, constant(-0.0))).isSameAs(graph.constant(0.0));
    assertThat(graph.divide(constant(0), x)).isSameAs(graph.constant(0.0));
  }

  @Test
  void signsMoveOutwards() {
    Node minusX = graph.negate(x);
    assertThat(graph.negate(minusX)).isSameAs(x);
    assertThat(graph.add(y, minusX)).isSameAs(graph.subtract(y, x));
    assertThat(graph.add(minusX, y)).isSameAs(graph.subtract(y, x));
    assertThat(graph.subtract(y, minusX)).isSameAs(graph.add(x, y));
    assertThat(graph.subtract(minusX, y)).isSameAs(graph.negate(graph.add(x, y)));
    assertThat(graph.multiply(minusX, graph.negate(y))).isSameAs(graph.multiply(x, y));
    assertThat(graph.multiply(minusX, constant(3))).isSameAs(graph.multiply(constant(-3), x));
    assertThat(graph.divide(minusX, y)).isSameAs(graph.negate(graph.divide(x, y)));
    assertThat(graph.divide(x, graph.negate(y))).isSameAs(graph.negate(graph.divide(x, y)));
    assertThat(graph.negate(graph.subtract(x, y))).isSameAs(graph.subtract(y, x));
  }

  @Test
  void selectsAreFoldedAndJoined() {
    Node zero = constant(0.0);
    assertThat(graph.select(graph.constant(true), x, y)).isSameAs(x);
    assertThat(graph.select(graph.constant(false), x, y)).isSameAs(y);
    assertThat(graph.select(up, x, x)).isSameAs(x);
    assertThat(graph.select(graph.not(up), x, y)).isSameAs(graph.select(up, y, x));
    assertThat(graph.add(graph.select(up, x, zero), graph.select(up, zero, y)))
        .isSameAs(graph.select(up, x, y));
  }

  @Test
  void conditionsAreFolded() {
    Node yes = graph.constant(true);
    Node no = graph.constant(false);
    assertThat(graph.and(yes, up)).isSameAs(up);
    assertThat(graph.and(up, no)).isSameAs(no);
    assertThat(graph.or(up, yes)).isSameAs(yes);
    assertThat(graph.or(no, up)).isSameAs(up);
    assertThat(graph.not(graph.not(up))).isSameAs(up);
    assertThat(graph.not(yes)).isSameAs(no);
    assertThat(graph.compare(Operation.LESS, constant(1), constant(2))).isSameAs(yes);
    assertThat(graph.compare(Operation.LESS_OR_EQUAL, constant(2), constant(2))).isSameAs(yes);
    assertThat(graph.compare(Operation.EQUAL, constant(1), constant(2))).isSameAs(no);
    assertThatThrownBy(() -> graph.compare(Operation.ADD, constant(1), constant(2)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void activityFollowsInputs() {
    assertThat(graph.add(sun, constant(1)).isActive()).isFalse();
    assertThat(graph.add(sun, x).isActive()).isTrue();
    assertThat(graph.multiply(x, constant(0)).isActive()).isFalse();
    assertThat(up.isActive()).isFalse();
    IntrinsicCall call = new IntrinsicCall("a.B", "f", List.of("df"));
    assertThat(graph.call(call, List.of(x)).isActive()).isTrue();
    assertThat(graph.call(call, List.of(sun)).isActive()).isFalse();
  }
}
