package org.ccdas.verify.check.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DerivativeCostTest {
  @Test
  void runsEachOnceMoreThanItCounts() {
    AtomicInteger forward = new AtomicInteger();
    AtomicInteger tangent = new AtomicInteger();
    AtomicInteger gradient = new AtomicInteger();
    AtomicInteger all = new AtomicInteger();
    DerivativeCost cost =
        DerivativeCost.measure(
            "a",
            3,
            forward::incrementAndGet,
            tangent::incrementAndGet,
            gradient::incrementAndGet,
            all::incrementAndGet);
    assertThat(List.of(forward.get(), tangent.get(), gradient.get(), all.get())).containsOnly(4);
    assertThat(cost.forward()).isNotNegative();
  }

  @Test
  void printsRatiosToTheForwardRun() {
    String table =
        DerivativeCost.table(
            List.of(
                new DerivativeCost("short", 0.010, 0.020, 0.035, 0.042),
                new DerivativeCost("a longer name", 0.001, 0.001, 0.002, 0.003)));
    assertThat(table.lines())
        .containsExactly(
            "               forward ms  tangent/forward  gradient/forward  all/forward",
            "short                10.0              2.0               3.5          4.2",
            "a longer name         1.0              1.0               2.0          3.0");
    assertThat(table).endsWith("\n");
  }
}
