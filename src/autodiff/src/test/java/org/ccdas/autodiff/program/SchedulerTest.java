package org.ccdas.autodiff.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ccdas.autodiff.graph.Graph;
import org.ccdas.autodiff.graph.Input;
import org.ccdas.autodiff.graph.Node;
import org.ccdas.autodiff.graph.Operation;
import org.ccdas.autodiff.graph.Output;
import org.junit.jupiter.api.Test;

class SchedulerTest {
  private static final int NO_LIMIT = 1_000_000;

  private final Graph graph = new Graph();
  private final Node x = graph.input(new Input(Input.Array.VALUE, 0, true));
  private final Node sun = graph.input(new Input(Input.Array.VALUE, 1, false));

  /** A chain in which every tenth value is used again at the end. */
  private List<Output> chain(int length) {
    Node last = x;
    List<Node> kept = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      last = graph.function(i % 2 == 0 ? Operation.SIN : Operation.EXP, last);
      if (i % 10 == 0) {
        kept.add(last);
      }
    }
    Node up = graph.compare(Operation.LESS, graph.constant(0), sun);
    Node sum = graph.select(up, last, x);
    for (Node node : kept) {
      sum = graph.add(sum, node);
    }
    return List.of(new Output(0, sum), new Output(1, last), new Output(2, x));
  }

  @Test
  void segmentsHoldAtMostTheNodesAskedFor() {
    Program program = Scheduler.schedule(chain(100), 7, NO_LIMIT);
    assertThat(program.segments()).allMatch(segment -> segment.nodes().size() <= 7);
    assertThat(program.nodes()).isEqualTo(111);
    assertThat(program.segments()).hasSize(17);
  }

  @Test
  void segmentsStayBelowTheBytesAskedFor() {
    List<Output> outputs = chain(100);
    assertThat(Scheduler.schedule(outputs, NO_LIMIT, NO_LIMIT).segments()).hasSize(2);
    assertThat(Scheduler.schedule(outputs, NO_LIMIT, 400).segments()).hasSizeGreaterThan(3);
  }

  @Test
  void everyValueIsThereWhenItIsRead() {
    Program program = Scheduler.schedule(chain(100), 7, NO_LIMIT);
    Map<Integer, Node> workspace = new HashMap<>();
    Set<Node> computed = new HashSet<>();
    int written = 0;
    for (Segment segment : program.segments()) {
      Set<Node> local = new HashSet<>(segment.loads());
      for (Node load : segment.loads()) {
        if (load.operation() != Operation.INPUT) {
          assertThat(workspace.get(program.slots().get(load))).isSameAs(load);
        }
      }
      for (Node node : segment.nodes()) {
        for (Node operand : node.operands()) {
          assertThat(local.contains(operand) || operand.operation().isCondition()).isTrue();
        }
        local.add(node);
        assertThat(computed.add(node)).isTrue();
      }
      for (Node store : segment.stores()) {
        workspace.put(program.slots().get(store), store);
      }
      written += segment.outputs().size();
      segment.outputs().forEach(output -> assertThat(local).contains(output.value()));
    }
    assertThat(written).isEqualTo(3);
  }

  @Test
  void slotsAreUsedAgain() {
    Program program = Scheduler.schedule(chain(100), 7, NO_LIMIT);
    assertThat(program.slots().size()).isGreaterThan(20);
    assertThat(program.workspace()).isLessThan(14);
    assertThat(program.slots().values()).allMatch(slot -> slot < program.workspace());
  }

  @Test
  void aProgramWithoutOperationsStillWritesItsOutputs() {
    Program program =
        Scheduler.schedule(
            List.of(new Output(0, x), new Output(1, graph.constant(2))), 7, NO_LIMIT);
    assertThat(program.nodes()).isZero();
    assertThat(program.segments()).hasSize(1);
    assertThat(program.segments().get(0).loads()).containsExactly(x);
    assertThat(Scheduler.schedule(List.of(), 7, NO_LIMIT).segments()).hasSize(1);
  }
}
