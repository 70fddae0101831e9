package org.ccdas.autodiff.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.ccdas.autodiff.Laboratory;
import org.ccdas.autodiff.graph.Operation;
import org.ccdas.autodiff.graph.Output;
import org.ccdas.autodiff.trace.TracedKernel.Slot;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Layout of inputs and outputs, marks and build-time values. */
class KernelTracerTest {
  private static List<TracedKernel> kernels;

  @BeforeAll
  static void trace() throws IOException {
    Path file = Laboratory.sources().resolve("samples").resolve("Structures.java");
    try (ProcessSources sources = ProcessSources.read(List.of(file), Laboratory.classpath())) {
      kernels = KernelTracer.traceAll(sources);
    }
  }

  @Test
  void oneKernelForEachMark() {
    assertThat(kernels).extracting(TracedKernel::name).containsExactly("SandDay", "ClayDay");
    assertThat(kernels).extracting(TracedKernel::origin).containsOnly("Structures.day");
  }

  @Test
  void recordsAreLaidOutDepthFirst() {
    assertThat(kernels.get(0).inputs())
        .containsExactly(
            new Slot("state.water.top", true),
            new Slot("state.water.root", true),
            new Slot("state.snow", true),
            new Slot("rate", true),
            new Slot("weather.rain", false),
            new Slot("weather.temperature", false));
    assertThat(kernels.get(0).outputs())
        .extracting(Slot::path)
        .containsExactly(
            "state.water.top", "state.water.root", "state.snow", "runoff", "zero", "input");
  }

  @Test
  void variantsOfOneMethodShareTheirLayout() {
    assertThat(kernels.get(1).inputs()).isEqualTo(kernels.get(0).inputs());
    assertThat(kernels.get(1).names()).isEqualTo(kernels.get(0).names());
  }

  @Test
  void constantsNameSlots() {
    assertThat(kernels.get(0).names())
        .contains(
            new SlotName("IN_STATE", 0, "Slot of input state."),
            new SlotName("IN_STATE_SNOW", 2, "Slot of input state.snow."),
            new SlotName("IN_STATE_SLOTS", 3, "Number of slots of input state."),
            new SlotName("IN_RATE", 3, "Slot of input rate."),
            new SlotName("IN_WEATHER", 4, "Slot of input weather."),
            new SlotName("INPUTS", 6, "Number of input slots."),
            new SlotName("OUT_STATE", 0, "Slot of output state."),
            new SlotName("OUT_STATE_SLOTS", 3, "Number of slots of output state."),
            new SlotName("OUT_STATE_WATER_TOP", 0, "Slot of output state.water.top."),
            new SlotName("OUTPUTS", 6, "Number of output slots."));
    assertThat(SlotName.constantName("p.q10Fast")).isEqualTo("P_Q10_FAST");
    assertThat(SlotName.constantName("t.laiHigh")).isEqualTo("T_LAI_HIGH");
    assertThat(SlotName.constantName("eKc")).isEqualTo("E_KC");
  }

  @Test
  void valuesKnownAtBuildTimeLeaveNoTrace() {
    Output runoffOfClay = kernels.get(1).results().get(3);
    Output zero = kernels.get(0).results().get(4);
    Output input = kernels.get(0).results().get(5);
    assertThat(runoffOfClay.value().operation()).isEqualTo(Operation.ADD);
    assertThat(zero.value().isConstant(0)).isTrue();
    assertThat(input.value().operation()).isEqualTo(Operation.INPUT);
  }
}
