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
import org.ccdas.autodiff.program.Step.Batch;
import org.ccdas.autodiff.program.Step.Loop;
import org.ccdas.autodiff.program.Step.Place;
import org.junit.jupiter.api.Test;

class SchedulerTest {
  private final Graph graph = new Graph();
  private final Node x = graph.input(new Input(Input.Array.VALUE, 0, true));
  private final Node sun = graph.input(new Input(Input.Array.VALUE, 1, false));

  /** A chain of sums and functions in which every tenth value is used again at the end. */
  private List<Output> chain(int length) {
    Node last = x;
    List<Node> kept = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      last =
          switch (i % 5) {
            case 0 -> graph.function(Operation.EXP, last);
            case 1 -> graph.function(Operation.SIN, graph.multiply(last, sun));
            case 2 -> graph.function(Operation.LOG, graph.add(last, graph.constant(3)));
            default -> graph.divide(graph.add(last, sun), graph.constant(i));
          };
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

  /** Functions of many values that do not depend on each other. */
  private List<Output> wide(int width) {
    Node sum = x;
    for (int i = 0; i < width; i++) {
      Node argument = graph.multiply(x, graph.constant(i + 2.5));
      sum = graph.add(sum, graph.function(Operation.EXP, argument));
    }
    return List.of(new Output(0, sum));
  }

  @Test
  void loopsHoldAtMostTheNodesAskedFor() {
    Program program = Scheduler.schedule(wide(100), 7);
    assertThat(program.steps())
        .filteredOn(s -> s instanceof Loop)
        .allMatch(s -> s.operations() <= 7);
    assertThat(program.nodes()).isEqualTo(300);
  }

  @Test
  void functionsThatDoNotDependOnEachOtherAreComputedTogether() {
    Program program = Scheduler.schedule(wide(22), 24);
    List<Batch> batches =
        program.steps().stream().filter(s -> s instanceof Batch).map(Batch.class::cast).toList();
    assertThat(batches).extracting(Batch::function).containsOnly(Operation.EXP);
    assertThat(batches).extracting(Batch::width).containsExactly(4, 1);
    assertThat(batches).extracting(Batch::count).containsExactly(5, 2);
    assertThat(batches.get(0).argument(6) - batches.get(0).slot()).isEqualTo(10);
    assertThat(batches.get(1).argument(1) - batches.get(1).slot()).isEqualTo(2);
  }

  @Test
  void everyValueIsThereWhenItIsRead() {
    for (int loop : new int[] {1, 3, 24}) {
      follow(Scheduler.schedule(chain(100), loop), 3);
      follow(Scheduler.schedule(wide(30), loop), 1);
    }
  }

  /** Runs a program on names instead of numbers: what stands in which slot. */
  private static void follow(Program program, int outputs) {
    Map<Integer, Object> workspace = new HashMap<>();
    Set<Node> computed = new HashSet<>();
    int written = 0;
    for (Step step : program.steps()) {
      if (step instanceof Batch batch) {
        for (int i = 0; i < batch.operations(); i++) {
          int slot = batch.argument(i);
          workspace.put(slot, List.of(batch.function(), workspace.get(slot)));
          workspace.put(slot + batch.width(), "scratch");
        }
        continue;
      }
      Loop loop = (Loop) step;
      Set<Node> local = new HashSet<>();
      for (Place load : loop.loads()) {
        if (load.value().operation() != Operation.INPUT) {
          Object expected =
              Kind.of(load.value()) == Kind.BATCH
                  ? List.of(load.value().operation(), load.value().operand(0))
                  : load.value();
          assertThat(workspace.get(load.slot())).isEqualTo(expected);
        }
        local.add(load.value());
      }
      for (Node node : loop.nodes()) {
        for (Node operand : node.operands()) {
          assertThat(
                  local.contains(operand)
                      || operand.isConstant()
                      || operand.operation().isCondition())
              .isTrue();
        }
        local.add(node);
        assertThat(computed.add(node)).isTrue();
      }
      for (Place store : loop.stores()) {
        assertThat(local).contains(store.value());
        workspace.put(store.slot(), store.value());
      }
      for (Place output : loop.outputs()) {
        assertThat(local.contains(output.value()) || output.value().isConstant()).isTrue();
        workspace.put(output.slot(), "output");
        written++;
      }
    }
    assertThat(written).isEqualTo(outputs);
    for (Run run : program.outputs()) {
      for (int i = 0; i < run.count(); i++) {
        assertThat(workspace.get(run.work() + i)).isEqualTo("output");
      }
    }
  }

  @Test
  void slotsAreUsedAgain() {
    assertThat(Scheduler.schedule(chain(200), 3).workspace()).isLessThan(35);
  }

  @Test
  void stepsThatAreNotVectorisedStayAmongThemselves() {
    for (Step step : Scheduler.schedule(chain(100), 24).steps()) {
      if (step instanceof Loop loop) {
        assertThat(loop.nodes().stream().map(Kind::of).distinct().count()).isLessThanOrEqualTo(1);
      }
    }
  }

  @Test
  void neighbouringSlotsAreCopiedTogether() {
    Program program = Scheduler.schedule(chain(10), 24);
    assertThat(program.inputs().get(Input.Array.VALUE)).containsExactly(new Run(0, 0, 2));
    assertThat(program.inputs().get(Input.Array.WEIGHT)).isEmpty();
    assertThat(program.outputs()).containsExactly(new Run(0, 2, 3));
  }

  @Test
  void aProgramWithoutOperationsStillWritesItsOutputs() {
    Program program =
        Scheduler.schedule(List.of(new Output(0, x), new Output(1, graph.constant(2))), 7);
    assertThat(program.nodes()).isZero();
    follow(program, 2);
    assertThat(Scheduler.schedule(List.of(), 7).steps()).isEmpty();
  }
}
