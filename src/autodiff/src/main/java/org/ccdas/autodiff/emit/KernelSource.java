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
import org.ccdas.autodiff.program.Program;
import org.ccdas.autodiff.program.Scheduler;
import org.ccdas.autodiff.program.Segment;
import org.ccdas.autodiff.trace.SlotName;
import org.ccdas.autodiff.trace.TracedKernel;

/** The Java source of one kernel: a plain emitter, one loop over lanes a segment. */
public final class KernelSource {
  /** Lanes of a block: distance of one slot from the next. */
  static final int LANES = 64;

  private final TracedKernel kernel;
  private final String targetPackage;
  private final LocalJacobian jacobian;
  private final Map<Sweep, Program> programs = new EnumMap<>(Sweep.class);
  private final StringBuilder text = new StringBuilder();

  /**
   * Differentiates a kernel and writes its source.
   *
   * @param kernel the inlined method
   * @param targetPackage package of the generated class
   * @param maxNodes most operations in a method
   * @param maxBytes most bytes of bytecode in a method
   */
  public KernelSource(TracedKernel kernel, String targetPackage, int maxNodes, int maxBytes) {
    this.kernel = kernel;
    this.targetPackage = targetPackage;
    this.jacobian = LocalJacobian.of(kernel.results());
    for (Sweep sweep : Sweep.values()) {
      programs.put(sweep, Scheduler.schedule(sweep.outputs(kernel.results()), maxNodes, maxBytes));
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
        "%s: inputs %d, outputs %d, operations %s, segments %s, workspace %d,"
            + " %d partials by elimination in the order %s",
        kernel.name(),
        kernel.inputs().size(),
        kernel.outputs().size(),
        figures(Program::nodes),
        figures(program -> program.segments().size()),
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
    String arguments = String.join(", ", sweep.arrays());
    line(0, "");
    line(1, "@Override");
    line(1, "public void %s(%s) {", sweep.method(), parameters);
    for (int s = 0; s < program.segments().size(); s++) {
      line(2, "%s%d(lanes, %s);", sweep.method(), s, arguments);
    }
    line(1, "}");
    NodeText nodes = new NodeText(program);
    for (int s = 0; s < program.segments().size(); s++) {
      line(0, "");
      line(1, "private static void %s%d(%s) {", sweep.method(), s, parameters);
      line(2, "for (int l = 0; l < lanes; l++) {");
      statements(sweep, program, program.segments().get(s), nodes)
          .forEach(statement -> line(3, "%s", statement));
      line(2, "}");
      line(1, "}");
    }
  }

  private List<String> statements(Sweep sweep, Program program, Segment segment, NodeText nodes) {
    List<String> lines = new ArrayList<>();
    for (Node load : segment.loads()) {
      Integer slot = program.slots().get(load);
      String source =
          slot == null
              ? element(Sweep.arrayOf(load.input().array()), load.input().slot())
              : element("work", slot);
      lines.add("final double " + nodes.use(load) + " = " + source + ";");
    }
    for (Node node : segment.nodes()) {
      lines.add("final double " + nodes.use(node) + " = " + nodes.expression(node) + ";");
    }
    for (Node store : segment.stores()) {
      lines.add(element("work", program.slots().get(store)) + " = " + nodes.use(store) + ";");
    }
    for (Output output : segment.outputs()) {
      String target = element(sweep.written(), output.slot());
      lines.add(target + " " + sweep.assignment() + " " + nodes.use(output.value()) + ";");
    }
    return lines;
  }

  private static String element(String array, int slot) {
    return array + "[" + slot * LANES + " + l]";
  }

  private void line(int indent, String format, Object... arguments) {
    if (!format.isEmpty()) {
      text.append("  ".repeat(indent)).append(String.format(Locale.ROOT, format, arguments));
    }
    text.append('\n');
  }
}
