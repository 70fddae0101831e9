package org.ccdas.autodiff.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.ccdas.autodiff.graph.Differentiator;
import org.ccdas.autodiff.graph.Node;
import org.ccdas.autodiff.graph.Operation;
import org.ccdas.autodiff.graph.Output;

/**
 * Orders the nodes of a graph and cuts them into segments, each small enough for the JVM's
 * compiler. Literals and conditions are no steps of their own: they are written where they are
 * used.
 */
public final class Scheduler {
  private final List<Output> outputs;
  private final List<Node> steps = new ArrayList<>();
  private final Map<Node, Integer> lastUse = new HashMap<>();
  private final Map<Node, List<Output>> outputsOf = new HashMap<>();

  private Scheduler(List<Output> outputs) {
    this.outputs = outputs;
  }

  /**
   * Makes a program of outputs.
   *
   * @param outputs what the program writes
   * @param maxNodes most operations in a segment
   * @param maxBytes most bytes of bytecode of a segment, by estimate
   */
  public static Program schedule(List<Output> outputs, int maxNodes, int maxBytes) {
    Scheduler scheduler = new Scheduler(outputs);
    scheduler.findUses();
    List<Segment> segments = scheduler.cut(maxNodes, maxBytes);
    Map<Node, Integer> slots = new HashMap<>();
    int workspace = allocate(segments, slots);
    return new Program(segments, slots, workspace, scheduler.steps.size());
  }

  private void findUses() {
    for (Node node : Differentiator.inOrder(outputs)) {
      if (!isWrittenInPlace(node) && node.operation() != Operation.INPUT) {
        for (Node operand : reads(node)) {
          lastUse.put(operand, steps.size());
        }
        steps.add(node);
      }
    }
    for (Output output : outputs) {
      outputsOf.computeIfAbsent(output.value(), v -> new ArrayList<>()).add(output);
    }
  }

  /** The values that must be at hand to compute a node: conditions are looked through. */
  private static Set<Node> reads(Node node) {
    Set<Node> found = new LinkedHashSet<>();
    for (Node operand : node.operands()) {
      if (operand.operation().isCondition()) {
        found.addAll(reads(operand));
      } else if (!operand.isConstant()) {
        found.add(operand);
      }
    }
    return found;
  }

  private static boolean isWrittenInPlace(Node node) {
    return node.isConstant() || node.operation().isCondition();
  }

  private List<Segment> cut(int maxNodes, int maxBytes) {
    List<Segment> segments = new ArrayList<>();
    int start = 0;
    while (start < steps.size()) {
      int end = endOfSegment(start, maxNodes, maxBytes);
      segments.add(segment(start, end));
      start = end;
    }
    List<Output> rest =
        outputs.stream()
            .filter(o -> o.value().isConstant() || o.value().operation() == Operation.INPUT)
            .toList();
    if (!rest.isEmpty() || segments.isEmpty()) {
      // Inputs and literals that are outputs themselves.
      Set<Node> loads = new LinkedHashSet<>();
      rest.stream().map(Output::value).filter(v -> !v.isConstant()).forEach(loads::add);
      segments.add(new Segment(List.copyOf(loads), List.of(), List.of(), rest));
    }
    return segments;
  }

  private int endOfSegment(int start, int maxNodes, int maxBytes) {
    Set<Node> local = new HashSet<>();
    Set<Node> open = new HashSet<>();
    int bytes = BytecodeEstimate.FRAME;
    int end = start;
    while (end < steps.size() && end - start < maxNodes) {
      Node node = steps.get(end);
      bytes += BytecodeEstimate.of(node);
      bytes += outputsOf.getOrDefault(node, List.of()).size() * BytecodeEstimate.WRITE;
      for (Node operand : reads(node)) {
        if (local.add(operand)) {
          bytes += BytecodeEstimate.LOAD;
        }
        if (lastUse.get(operand) == end) {
          open.remove(operand);
        }
      }
      local.add(node);
      if (lastUse.getOrDefault(node, -1) > end) {
        open.add(node);
      }
      // Values that are still needed after this node would have to be stored.
      if (end > start && bytes + open.size() * BytecodeEstimate.WRITE > maxBytes) {
        break;
      }
      end++;
    }
    return end;
  }

  private Segment segment(int start, int end) {
    List<Node> nodes = steps.subList(start, end);
    Set<Node> own = new HashSet<>(nodes);
    Set<Node> loads = new LinkedHashSet<>();
    List<Node> stores = new ArrayList<>();
    List<Output> written = new ArrayList<>();
    for (Node node : nodes) {
      reads(node).stream().filter(operand -> !own.contains(operand)).forEach(loads::add);
      written.addAll(outputsOf.getOrDefault(node, List.of()));
      if (lastUse.getOrDefault(node, -1) >= end) {
        stores.add(node);
      }
    }
    return new Segment(List.copyOf(loads), nodes, stores, written);
  }

  /** Gives each stored value a slot; a slot is free again after the last segment that reads it. */
  private static int allocate(List<Segment> segments, Map<Node, Integer> slots) {
    Map<Node, Integer> lastSegment = new HashMap<>();
    for (int s = 0; s < segments.size(); s++) {
      for (Node load : segments.get(s).loads()) {
        lastSegment.put(load, s);
      }
    }
    PriorityQueue<Integer> free = new PriorityQueue<>();
    int size = 0;
    for (int s = 0; s < segments.size(); s++) {
      for (Node store : segments.get(s).stores()) {
        if (free.isEmpty()) {
          free.add(size++);
        }
        slots.put(store, free.remove());
      }
      for (Node load : segments.get(s).loads()) {
        if (slots.containsKey(load) && lastSegment.get(load) == s) {
          free.add(slots.get(load));
        }
      }
    }
    return size;
  }
}
