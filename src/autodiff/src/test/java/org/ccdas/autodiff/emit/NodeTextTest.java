package org.ccdas.autodiff.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ccdas.autodiff.graph.Graph;
import org.ccdas.autodiff.graph.Input;
import org.ccdas.autodiff.graph.IntrinsicCall;
import org.ccdas.autodiff.graph.Node;
import org.ccdas.autodiff.graph.Operation;
import org.junit.jupiter.api.Test;

class NodeTextTest {
  private final Graph graph = new Graph();
  private final Node x = graph.input(new Input(Input.Array.VALUE, 4, true));
  private final Node d = graph.input(new Input(Input.Array.DIRECTION, 4, false));

  private static String text(Node node) {
    return new NodeText().expression(node);
  }

  @Test
  void literals() {
    assertThat(text(graph.constant(0.1))).isEqualTo("0.1");
    assertThat(text(graph.constant(-2))).isEqualTo("(-2.0)");
    assertThat(text(graph.constant(-0.0))).isEqualTo("(-0.0)");
    assertThat(text(graph.constant(1e-300))).isEqualTo("1.0E-300");
    assertThat(text(graph.constant(Double.NaN))).isEqualTo("Double.NaN");
    assertThat(text(graph.constant(1 / 0.0))).isEqualTo("Double.POSITIVE_INFINITY");
    assertThat(text(graph.constant(-1 / 0.0))).isEqualTo("Double.NEGATIVE_INFINITY");
  }

  @Test
  void operations() {
    assertThat(text(graph.add(x, d))).isEqualTo("x4 + d4");
    assertThat(text(graph.subtract(x, d))).isEqualTo("x4 - d4");
    assertThat(text(graph.divide(graph.constant(-1.5), x))).isEqualTo("(-1.5) / x4");
    assertThat(text(graph.negate(x))).isEqualTo("-x4");
    assertThat(text(graph.function(Operation.LOG1P, x))).isEqualTo("StrictMath.log1p(x4)");
    assertThat(text(graph.function(Operation.ATAN2, d, x))).isEqualTo("StrictMath.atan2(d4, x4)");
    assertThat(text(graph.negate(graph.multiply(x, d)))).isEqualTo("-t0");
  }

  @Test
  void callsAreQualified() {
    IntrinsicCall call = new IntrinsicCall("a.b.Smooth", "soft", List.of("slope", ""));
    assertThat(text(graph.call(call, List.of(x, graph.constant(2)))))
        .isEqualTo("a.b.Smooth.soft(x4, 2.0)");
  }

  @Test
  void conditionsAreWrittenInPlace() {
    Node below = graph.compare(Operation.LESS, d, graph.constant(1));
    Node most = graph.compare(Operation.LESS_OR_EQUAL, graph.constant(-1), d);
    Node same = graph.compare(Operation.EQUAL, d, graph.constant(3));
    Node condition = graph.or(graph.and(below, most), graph.not(same));
    assertThat(text(graph.select(condition, x, graph.constant(0))))
        .isEqualTo("(((d4 < 1.0) && ((-1.0) <= d4)) || !(d4 == 3.0)) ? x4 : 0.0");
  }
}
