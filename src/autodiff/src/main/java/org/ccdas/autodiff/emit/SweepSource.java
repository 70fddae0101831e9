package org.ccdas.autodiff.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ccdas.autodiff.graph.Node;
import org.ccdas.autodiff.program.BytecodeEstimate;
import org.ccdas.autodiff.program.Program;
import org.ccdas.autodiff.program.Run;
import org.ccdas.autodiff.program.Step;
import org.ccdas.autodiff.program.Step.Place;

/**
 * The methods of a kernel as loops of literal length over the lanes of one workspace.
 *
 * @param text to which they are added
 * @param computed lanes of a call
 * @param maxNodes most operations in a method
 * @param maxBytes most bytes of bytecode in a method
 */
record SweepSource(SourceText text, Computed computed, int maxNodes, int maxBytes) {

  /**
   * Writes a method of the interface.
   *
   * @param narrow class whose method of the same name computes calls for a few lanes
   */
  void writePublic(Sweep sweep, Program program, Optional<String> narrow) {
    text.line(0, "");
    text.line(1, "@Override");
    text.line(1, "public void %s(%s) {", sweep.method(), parameters(sweep));
    narrow.ifPresent(
        other -> {
          text.line(2, "if (lanes <= %d) {", Computed.few().lanes());
          String arguments = String.join(", ", sweep.arrays());
          text.line(3, "%s.%s(lanes, %s);", other, sweep.method(), arguments);
          text.line(3, "return;");
          text.line(2, "}");
        });
    writeBody(sweep, program);
  }

  /** Writes a method that the kernel calls for a few lanes. */
  void writeStatic(Sweep sweep, Program program) {
    text.line(0, "");
    text.line(1, "static void %s(%s) {", sweep.method(), parameters(sweep));
    writeBody(sweep, program);
  }

  private static String parameters(Sweep sweep) {
    return sweep.arrays().stream()
        .map(array -> "double[] " + array)
        .collect(Collectors.joining(", ", "int lanes, ", ""));
  }

  private void writeBody(Sweep sweep, Program program) {
    List<List<Step>> methods = methods(program);
    program
        .inputs()
        .forEach((array, runs) -> runs.forEach(run -> copyIn(Sweep.arrayOf(array), run)));
    if (sweep.adds()) {
      program.outputs().forEach(run -> copyIn(sweep.written(), run));
    }
    for (int m = 0; m < methods.size(); m++) {
      text.line(2, "%s%d(work);", sweep.method(), m);
    }
    for (Run run : program.outputs()) {
      text.line(
          2,
          "%s.out(work, %d, %s, %d, %d, lanes);",
          computed.copy(),
          run.work(),
          sweep.written(),
          run.slot(),
          run.count());
    }
    text.line(1, "}");
    NodeText nodes = new NodeText();
    for (int m = 0; m < methods.size(); m++) {
      text.line(0, "");
      text.line(1, "private static void %s%d(double[] work) {", sweep.method(), m);
      methods.get(m).forEach(step -> writeStep(sweep, step, nodes));
      text.line(1, "}");
    }
  }

  private void copyIn(String array, Run run) {
    text.line(
        2,
        "%s.in(%s, %d, work, %d, %d, lanes);",
        computed.copy(),
        array,
        run.slot(),
        run.work(),
        run.count());
  }

  /** Packs steps into methods that the JVM still compiles. */
  private List<List<Step>> methods(Program program) {
    List<List<Step>> methods = new ArrayList<>();
    int nodes = 0;
    int bytes = 0;
    for (Step step : program.steps()) {
      int more = BytecodeEstimate.of(step);
      if (methods.isEmpty() || nodes + step.operations() > maxNodes || bytes + more > maxBytes) {
        methods.add(new ArrayList<>());
        nodes = 0;
        bytes = 0;
      }
      methods.get(methods.size() - 1).add(step);
      nodes += step.operations();
      bytes += more;
    }
    return methods;
  }

  private void writeStep(Sweep sweep, Step step, NodeText nodes) {
    if (step instanceof Step.Batch batch) {
      for (int run = 0; run < batch.count(); run++) {
        text.line(
            2,
            "%s.%s(work, %d);",
            computed.functions(batch.width()),
            batch.function().name().toLowerCase(Locale.ROOT),
            batch.argument(run * batch.width()) * computed.lanes());
      }
    } else if (step instanceof Step.Loop loop) {
      text.line(2, "for (int l = 0; l < %d; l++) {", computed.lanes());
      statements(sweep, loop, nodes).forEach(statement -> text.line(3, "%s", statement));
      text.line(2, "}");
    }
  }

  private List<String> statements(Sweep sweep, Step.Loop loop, NodeText nodes) {
    List<String> lines = new ArrayList<>();
    for (Place load : loop.loads()) {
      lines.add("final double " + nodes.use(load.value()) + " = " + element(load.slot()) + ";");
    }
    for (Node node : loop.nodes()) {
      lines.add("final double " + nodes.use(node) + " = " + nodes.expression(node) + ";");
    }
    for (Place store : loop.stores()) {
      lines.add(element(store.slot()) + " = " + nodes.use(store.value()) + ";");
    }
    for (Place output : loop.outputs()) {
      String target = element(output.slot());
      lines.add(
          target + " = " + (sweep.adds() ? target + " + " : "") + nodes.use(output.value()) + ";");
    }
    return lines;
  }

  private String element(int slot) {
    return "work[" + slot * computed.lanes() + " + l]";
  }
}
