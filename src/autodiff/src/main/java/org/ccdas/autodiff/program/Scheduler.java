package org.ccdas.autodiff.program;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ccdas.autodiff.graph.Differentiator;
import org.ccdas.autodiff.graph.Input;
import org.ccdas.autodiff.graph.Node;
import org.ccdas.autodiff.graph.Operation;
import org.ccdas.autodiff.graph.Output;
import org.ccdas.autodiff.program.Step.Batch;
import org.ccdas.autodiff.program.Step.Place;

/**
 * Makes a program of a graph: short loops of arithmetic, which the JVM's compiler can vectorise,
 * and between them functions of many values at once. Literals and conditions are no steps of their
 * own: they are written where they are used.
 */
public final class Scheduler {
  private final List<Output> outputs;
  private final int loopNodes;
  private final List<Draft> drafts = new ArrayList<>();
  private final Map<Node, Draft> madeIn = new HashMap<>();
  private final Map<Node, Integer> lastUse = new HashMap<>();

  private final Slots slots = new Slots();
  private final Map<Node, Integer> places = new HashMap<>();
  private final Map<Draft, Batch> batches = new HashMap<>();
  private final Map<Integer, Integer> outputSlots = new HashMap<>();

  private Scheduler(List<Output> outputs, int loopNodes) {
    this.outputs = outputs;
    this.loopNodes = loopNodes;
  }

  /**
   * Makes a program of outputs.
   *
   * @param outputs what the program writes
   * @param loopNodes most operations in a loop
   */
  public static Program schedule(List<Output> outputs, int loopNodes) {
    return new Scheduler(outputs, loopNodes).schedule();
  }

  private Program schedule() {
    List<Node> nodes = Differentiator.inOrder(outputs);
    Rounds rounds = new Rounds(nodes);
    for (int r = 0; r < rounds.count(); r++) {
      int round = r;
      draftRound(nodes.stream().filter(node -> rounds.of(node) == round).toList());
    }
    draftOutputs();
    for (int s = 0; s < drafts.size(); s++) {
      for (Node load : drafts.get(s).loads()) {
        lastUse.put(load, s);
      }
    }
    Map<Input.Array, List<Run>> copiedIn = placeInputs(nodes);
    List<Run> copiedOut = placeOutputs();
    List<Step> steps = new ArrayList<>();
    for (int s = 0; s < drafts.size(); s++) {
      steps.add(step(s));
    }
    int operations = steps.stream().mapToInt(Step::operations).sum();
    return new Program(copiedIn, copiedOut, steps, slots.size(), operations);
  }

  // ------------------------------------------------------------------ order

  private void draftRound(List<Node> nodes) {
    draftLoops(ofKind(nodes, Kind.VECTOR));
    Map<Operation, List<Node>> functions = new TreeMap<>();
    for (Node node : ofKind(nodes, Kind.BATCH)) {
      functions.computeIfAbsent(node.operation(), o -> new ArrayList<>()).add(node);
    }
    functions.values().forEach(this::draftArguments);
    functions.forEach(this::draftBatches);
    draftLoops(ofKind(nodes, Kind.SCALAR));
  }

  private void draftBatches(Operation function, List<Node> members) {
    int wide = members.size() / Batch.WIDE * Batch.WIDE;
    if (wide > 0) {
      add(new Draft(function, members.subList(0, wide)));
    }
    if (wide < members.size()) {
      add(new Draft(function, members.subList(wide, members.size())));
    }
  }

  private static List<Node> ofKind(List<Node> nodes, Kind kind) {
    return nodes.stream().filter(node -> Kind.of(node) == kind).toList();
  }

  private void draftLoops(List<Node> nodes) {
    for (int start = 0; start < nodes.size(); start += loopNodes) {
      add(new Draft(null, nodes.subList(start, Math.min(start + loopNodes, nodes.size()))));
    }
  }

  /** Has arguments put in place where they are computed, the others by loops of their own. */
  private void draftArguments(List<Node> functions) {
    List<Node> known = new ArrayList<>();
    for (Node function : functions) {
      Draft maker = madeIn.get(function.operand(0));
      if (maker == null || maker.function != null) {
        known.add(function);
      } else {
        maker.arguments.add(function);
      }
    }
    for (int start = 0; start < known.size(); start += loopNodes) {
      Draft copies = new Draft(null, List.of());
      copies.arguments.addAll(known.subList(start, Math.min(start + loopNodes, known.size())));
      drafts.add(copies);
    }
  }

  private void draftOutputs() {
    List<Output> rest = new ArrayList<>();
    for (Output output : outputs) {
      Draft maker = madeIn.get(output.value());
      if (maker == null || maker.function != null) {
        rest.add(output);
      } else {
        maker.outputs.add(output);
      }
    }
    for (int start = 0; start < rest.size(); start += loopNodes) {
      Draft last = new Draft(null, List.of());
      last.outputs.addAll(rest.subList(start, Math.min(start + loopNodes, rest.size())));
      drafts.add(last);
    }
  }

  private void add(Draft draft) {
    drafts.add(draft);
    draft.nodes.forEach(node -> madeIn.put(node, draft));
  }

  // ------------------------------------------------------------------ slots

  private Map<Input.Array, List<Run>> placeInputs(List<Node> nodes) {
    Map<Input.Array, List<Run>> runs = new EnumMap<>(Input.Array.class);
    for (Input.Array array : Input.Array.values()) {
      List<Node> read =
          nodes.stream()
              .filter(node -> node.operation() == Operation.INPUT)
              .filter(node -> node.input().array() == array && lastUse.containsKey(node))
              .sorted(Comparator.comparingInt(node -> node.input().slot()))
              .toList();
      read.forEach(node -> places.put(node, slots.take(1)));
      runs.put(
          array,
          runs(
              read.stream()
                  .collect(
                      Collectors.toMap(
                          node -> node.input().slot(), places::get, (x, y) -> x, TreeMap::new))));
    }
    return runs;
  }

  private List<Run> placeOutputs() {
    TreeMap<Integer, Integer> written = new TreeMap<>();
    outputs.stream().map(Output::slot).sorted().forEach(s -> written.put(s, slots.take(1)));
    outputSlots.putAll(written);
    return runs(written);
  }

  private static List<Run> runs(TreeMap<Integer, Integer> slots) {
    List<Run> runs = new ArrayList<>();
    slots.forEach(
        (slot, work) -> {
          Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
          if (last != null && last.slot() + last.count() == slot) {
            runs.set(runs.size() - 1, new Run(last.slot(), last.work(), last.count() + 1));
          } else {
            runs.add(new Run(slot, work, 1));
          }
        });
    return runs;
  }

  private Step step(int index) {
    Draft draft = drafts.get(index);
    Step step = draft.function == null ? loop(draft, index) : batch(draft);
    // A slot is free again after the last step that reads it.
    for (Node load : draft.loads()) {
      if (load.operation() != Operation.INPUT && lastUse.get(load) == index) {
        slots.free(places.get(load));
      }
    }
    return step;
  }

  private Step loop(Draft draft, int index) {
    List<Place> loads = draft.loads().stream().map(n -> new Place(n, places.get(n))).toList();
    List<Place> stores = new ArrayList<>();
    for (Node node : draft.nodes) {
      if (lastUse.getOrDefault(node, -1) > index) {
        places.put(node, slots.take(1));
        stores.add(new Place(node, places.get(node)));
      }
    }
    for (Node function : draft.arguments) {
      placeBatch(madeIn.get(function));
      stores.add(new Place(function.operand(0), places.get(function)));
    }
    List<Place> written =
        draft.outputs.stream().map(o -> new Place(o.value(), outputSlots.get(o.slot()))).toList();
    return new Step.Loop(loads, draft.nodes, stores, written);
  }

  private void placeBatch(Draft draft) {
    if (!batches.containsKey(draft)) {
      int size = draft.nodes.size();
      int width = size % Batch.WIDE == 0 ? Batch.WIDE : 1;
      Batch batch = new Batch(draft.function, width, slots.take(2 * size), size / width);
      batches.put(draft, batch);
      for (int i = 0; i < size; i++) {
        places.put(draft.nodes.get(i), batch.argument(i));
      }
    }
  }

  private Batch batch(Draft draft) {
    Batch batch = batches.get(draft);
    for (int i = 0; i < draft.nodes.size(); i++) {
      slots.free(batch.argument(i) + batch.width());
    }
    return batch;
  }
}
