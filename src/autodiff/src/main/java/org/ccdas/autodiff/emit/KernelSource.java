package org.ccdas.autodiff.emit;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.ccdas.autodiff.graph.LocalJacobian;
import org.ccdas.autodiff.graph.LocalJacobian.Partial;
import org.ccdas.autodiff.graph.Output;
import org.ccdas.autodiff.program.LaneForms;
import org.ccdas.autodiff.program.Program;
import org.ccdas.autodiff.program.Reciprocals;
import org.ccdas.autodiff.program.Scheduler;
import org.ccdas.autodiff.trace.SlotName;
import org.ccdas.autodiff.trace.TracedKernel;

/**
 * The Java source of one kernel: a class that computes all lanes, and one beside it that computes a
 * few and is called where no more are asked for.
 */
public final class KernelSource {
  private final TracedKernel kernel;
  private final String targetPackage;
  private final int lanes;
  private final int maxNodes;
  private final int maxBytes;
  private final LocalJacobian jacobian;
  private final Map<Sweep, Program> programs = new EnumMap<>(Sweep.class);
  private final SourceText text = new SourceText();

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

  /** Simple name of the class of a few lanes; none when all lanes are few. */
  public Optional<String> narrowName() {
    return Computed.alsoFew(lanes) ? Optional.of(narrow()) : Optional.empty();
  }

  private String narrow() {
    return name() + Computed.few().prefix();
  }

  /** The source of the class of a few lanes. */
  public String narrowText() {
    SourceText narrow = new SourceText();
    narrow.line(0, "// Generated from %s. Changes here are lost.", kernel.origin());
    narrow.line(0, "package %s;", targetPackage);
    narrow.line(0, "");
    narrow.line(0, "/** What {@link %s} computes, for a few lanes. */", name());
    narrow.line(0, "final class %s {", narrow());
    narrow.line(1, "private %s() {}", narrow());
    SweepSource sweeps = new SweepSource(narrow, Computed.few(), maxNodes, maxBytes);
    programs.forEach(sweeps::writeStatic);
    narrow.line(0, "}");
    return narrow.toString();
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
    text.line(0, "// Generated from %s. Changes here are lost.", kernel.origin());
    text.line(0, "package %s;", targetPackage);
    text.line(0, "");
    text.line(0, "import java.util.List;");
    text.line(0, "");
    text.line(
        0,
        "/** Value, tangent, adjoint and Jacobian of {@code %s} over lanes. */",
        kernel.origin());
    text.line(0, "public final class %s implements LaneKernel {", kernel.name());
    text.line(1, "/** The one instance; it has no state. */");
    text.line(1, "public static final %1$s INSTANCE = new %1$s();", kernel.name());
    text.line(0, "");
    for (SlotName name : kernel.names()) {
      text.line(1, "/** %s */", name.meaning());
      text.line(1, "public static final int %s = %d;", name.constant(), name.value());
      text.line(0, "");
    }
    writeTables();
    text.line(0, "");
    text.line(1, "private %s() {}", kernel.name());
    writeDescription();
    SweepSource sweeps = new SweepSource(text, Computed.all(lanes), maxNodes, maxBytes);
    programs.forEach((sweep, program) -> sweeps.writePublic(sweep, program, narrowName()));
    text.line(0, "}");
  }

  private void writeTables() {
    writeNames("INPUT_NAMES", kernel.inputs());
    writeNames("OUTPUT_NAMES", kernel.outputs());
    String active =
        kernel.inputs().stream()
            .map(slot -> Boolean.toString(slot.active()))
            .collect(Collectors.joining(", "));
    text.line(1, "private static final boolean[] ACTIVE = {%s};", active);
    writePlaces("PARTIAL_OUTPUTS", Partial::output);
    writePlaces("PARTIAL_INPUTS", Partial::input);
  }

  private void writeNames(String table, List<TracedKernel.Slot> slots) {
    String names =
        slots.stream()
            .map(slot -> "\"" + slot.path() + "\"")
            .collect(Collectors.joining(",\n          "));
    text.line(1, "private static final List<String> %s =", table);
    text.line(3, "List.of(");
    text.line(5, "%s);", names);
    text.line(0, "");
  }

  private void writePlaces(String table, ToIntFunction<Partial> place) {
    String slots =
        jacobian.partials().stream()
            .map(partial -> Integer.toString(place.applyAsInt(partial)))
            .collect(Collectors.joining(", "));
    text.line(1, "private static final int[] %s = {%s};", table, slots);
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
    text.line(0, "");
    text.line(1, "@Override");
    text.line(1, "public %s {", signature);
    text.line(2, "return %s;", value);
    text.line(1, "}");
  }
}
