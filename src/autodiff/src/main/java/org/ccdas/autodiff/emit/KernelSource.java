package org.ccdas.autodiff.emit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.ccdas.autodiff.graph.LocalJacobian;
import org.ccdas.autodiff.graph.LocalJacobian.Partial;
import org.ccdas.autodiff.graph.Node;
import org.ccdas.autodiff.graph.Output;
import org.ccdas.autodiff.program.BytecodeEstimate;
import org.ccdas.autodiff.program.LaneForms;
import org.ccdas.autodiff.program.Program;
import org.ccdas.autodiff.program.Reciprocals;
import org.ccdas.autodiff.program.Run;
import org.ccdas.autodiff.program.Scheduler;
import org.ccdas.autodiff.program.Step;
import org.ccdas.autodiff.program.Step.Place;
import org.ccdas.autodiff.trace.SlotName;
import org.ccdas.autodiff.trace.TracedKernel;

/** The Java source of one kernel: loops of literal length over the lanes of one workspace. */
public final class KernelSource {
  private final TracedKernel kernel;
  private final String targetPackage;
  private final int lanes;
  private final int maxNodes;
  private final int maxBytes;
  private final LocalJacobian jacobian;
  private final Map<Sweep, Program> programs = new EnumMap<>(Sweep.class);
  private final StringBuilder text = new StringBuilder();

  /**
   * Differentiates a kernel and writes its source.
   *
   * @param kernel the inlined method
   * @param targetPackage package of the generated class
   * @param lanes distance of one slot from the next, and lanes computed in a call
   * @param loopNodes most operations in a loop
   * @param maxNodes most operations in a method
   * @param maxBytes most bytes of bytecode in a method
   */
  public KernelSource(
      TracedKernel kernel,
      String targetPackage,
      int lanes,
      int loopNodes,
      int maxNodes,
      int maxBytes) {
    this.kernel = kernel;
    this.targetPackage = targetPackage;
    this.lanes = lanes;
    this.maxNodes = maxNodes;
    this.maxBytes = maxBytes;
    List<Output> results = Reciprocals.share(kernel.results());
    this.jacobian = LocalJacobian.of(results);
    for (Sweep sweep : Sweep.values()) {
      List<Output> outputs = LaneForms.of(sweep.outputs(results), kernel.bodies());
      programs.put(sweep, Scheduler.schedule(outputs, loopNodes));
    }
    write();
  }

  /** Simple name of the class. */
  public String name() {
    return kernel.name();
  }

  /** The source. */
  public String text() {
    return text.toString();
  }

  /** The figures of the kernel in one line. */
  public String summary() {
    return String.format(
        Locale.ROOT,
        "%s: inputs %d, outputs %d, operations %s, steps %s, workspace %d,"
            + " %d partials by elimination in the order %s",
        kernel.name(),
        kernel.inputs().size(),
        kernel.outputs().size(),
        figures(Program::nodes),
        figures(program -> program.steps().size()),
        workspace(),
        jacobian.partials().size(),
        jacobian.order().name().toLowerCase(Locale.ROOT).replace('_', ' '));
  }

  private String figures(ToIntFunction<Program> figure) {
    return programs.values().stream()
        .map(program -> Integer.toString(figure.applyAsInt(program)))
        .collect(Collectors.joining("/"));
  }

  private int workspace() {
    return programs.values().stream().mapToInt(Program::workspace).max().orElse(0);
  }

  private void write() {
    line(0, "// Generated from %s. Changes here are lost.", kernel.origin());
    line(0, "package %s;", targetPackage);
    line(0, "");
    line(0, "import java.util.List;");
    line(0, "");
    line(
        0,
        "/** Value, tangent, adjoint and Jacobian of {@code %s} over lanes. */",
        kernel.origin());
    line(0, "public final class %s implements LaneKernel {", kernel.name());
    line(1, "/** The one instance; it has no state. */");
    line(1, "public static final %1$s INSTANCE = new %1$s();", kernel.name());
    line(0, "");
    for (SlotName name : kernel.names()) {
      line(1, "/** %s */", name.meaning());
      line(1, "public static final int %s = %d;", name.constant(), name.value());
      line(0, "");
    }
    writeTables();
    line(0, "");
    line(1, "private %s() {}", kernel.name());
    writeDescription();
    programs.forEach(this::writeSweep);
    line(0, "}");
  }

  private void writeTables() {
    writeNames("INPUT_NAMES", kernel.inputs());
    writeNames("OUTPUT_NAMES", kernel.outputs());
    String active =
        kernel.inputs().stream()
            .map(slot -> Boolean.toString(slot.active()))
            .collect(Collectors.joining(", "));
    line(1, "private static final boolean[] ACTIVE = {%s};", active);
    writePlaces("PARTIAL_OUTPUTS", Partial::output);
    writePlaces("PARTIAL_INPUTS", Partial::input);
  }

  private void writeNames(String table, List<TracedKernel.Slot> slots) {
    String names =
        slots.stream()
            .map(slot -> "\"" + slot.path() + "\"")
            .collect(Collectors.joining(",\n          "));
    line(1, "private static final List<String> %s =", table);
    line(3, "List.of(");
    line(5, "%s);", names);
    line(0, "");
  }

  private void writePlaces(String table, ToIntFunction<Partial> place) {
    String slots =
        jacobian.partials().stream()
            .map(partial -> Integer.toString(place.applyAsInt(partial)))
            .collect(Collectors.joining(", "));
    line(1, "private static final int[] %s = {%s};", table, slots);
  }

  private void writeDescription() {
    writeGetter("int inputs()", "INPUTS");
    writeGetter("int outputs()", "OUTPUTS");
    writeGetter("int workspace()", Integer.toString(workspace()));
    writeGetter("List<String> inputNames()", "INPUT_NAMES");
    writeGetter("List<String> outputNames()", "OUTPUT_NAMES");
    writeGetter("boolean active(int input)", "ACTIVE[input]");
    writeGetter("int partials()", "PARTIAL_INPUTS.length");
    writeGetter("int partialOutput(int partial)", "PARTIAL_OUTPUTS[partial]");
    writeGetter("int partialInput(int partial)", "PARTIAL_INPUTS[partial]");
  }

  private void writeGetter(String signature, String value) {
    line(0, "");
    line(1, "@Override");
    line(1, "public %s {", signature);
    line(2, "return %s;", value);
    line(1, "}");
  }

  private void writeSweep(Sweep sweep, Program program) {
    String parameters =
        sweep.arrays().stream()
            .map(array -> "double[] " + array)
            .collect(Collectors.joining(", ", "int lanes, ", ""));
    List<List<Step>> methods = methods(program);
    line(0, "");
    line(1, "@Override");
    line(1, "public void %s(%s) {", sweep.method(), parameters);
    program
        .inputs()
        .forEach((array, runs) -> runs.forEach(run -> copyIn(Sweep.arrayOf(array), run)));
    if (sweep.adds()) {
      program.outputs().forEach(run -> copyIn(sweep.written(), run));
    }
    for (int m = 0; m < methods.size(); m++) {
      line(2, "%s%d(work);", sweep.method(), m);
    }
    for (Run run : program.outputs()) {
      line(
          2,
          "LaneCopy.out(work, %d, %s, %d, %d, lanes);",
          run.work(),
          sweep.written(),
          run.slot(),
          run.count());
    }
    line(1, "}");
    NodeText nodes = new NodeText();
    for (int m = 0; m < methods.size(); m++) {
      line(0, "");
      line(1, "private static void %s%d(double[] work) {", sweep.method(), m);
      methods.get(m).forEach(step -> writeStep(sweep, step, nodes));
      line(1, "}");
    }
  }

  private void copyIn(String array, Run run) {
    line(
        2, "LaneCopy.in(%s, %d, work, %d, %d, lanes);", array, run.slot(), run.work(), run.count());
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
        line(
            2,
            "%s.%s(work, %d);",
            RuntimeSource.functions(batch.width()),
            batch.function().name().toLowerCase(Locale.ROOT),
            batch.argument(run * batch.width()) * lanes);
      }
    } else if (step instanceof Step.Loop loop) {
      line(2, "for (int l = 0; l < %d; l++) {", lanes);
      statements(sweep, loop, nodes).forEach(statement -> line(3, "%s", statement));
      line(2, "}");
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
    return "work[" + slot * lanes + " + l]";
  }

  private void line(int indent, String format, Object... arguments) {
    if (!format.isEmpty()) {
      text.append("  ".repeat(indent)).append(String.format(Locale.ROOT, format, arguments));
    }
    text.append('\n');
  }
}
