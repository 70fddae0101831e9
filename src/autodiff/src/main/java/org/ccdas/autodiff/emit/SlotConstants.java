package org.ccdas.autodiff.emit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ccdas.autodiff.trace.TracedKernel;
import org.ccdas.autodiff.trace.TracedKernel.Argument;
import org.ccdas.autodiff.trace.TracedKernel.Slot;

/** The public constants of a kernel that name its slots. */
final class SlotConstants {
  private final TracedKernel kernel;
  private final Map<String, Integer> slots = new LinkedHashMap<>();

  SlotConstants(TracedKernel kernel) {
    this.kernel = kernel;
    int next = 0;
    for (Argument argument : kernel.arguments()) {
      put("IN_" + constantName(argument.name()), argument.first());
      while (next < kernel.inputs().size() && isOf(argument, kernel.inputs().get(next))) {
        Slot slot = kernel.inputs().get(next);
        if (!slot.path().equals(argument.name())) {
          put("IN_" + constantName(slot.path()), next);
        }
        next++;
      }
    }
    put("INPUTS", kernel.inputs().size());
    for (int i = 0; i < kernel.outputs().size(); i++) {
      put("OUT_" + constantName(kernel.outputs().get(i).path()), i);
    }
    put("OUTPUTS", kernel.outputs().size());
  }

  /** The declarations, each after its comment. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    slots.forEach(
        (name, slot) -> {
          lines.add("/** " + comment(name) + " */");
          lines.add("public static final int " + name + " = " + slot + ";");
        });
    return lines;
  }

  private static String comment(String name) {
    return switch (name) {
      case "INPUTS" -> "Number of input slots.";
      case "OUTPUTS" -> "Number of output slots.";
      default -> (name.startsWith("IN_") ? "Input" : "Output") + " slot.";
    };
  }

  private static boolean isOf(Argument argument, Slot slot) {
    return slot.path().equals(argument.name()) || slot.path().startsWith(argument.name() + ".");
  }

  private void put(String name, int slot) {
    if (slots.put(name, slot) != null) {
      throw new IllegalArgumentException(
          "kernel "
              + kernel.name()
              + " of "
              + kernel.origin()
              + " has two slots named "
              + name
              + ": rename a parameter or a component");
    }
  }

  /** {@code state.laiHigh} becomes {@code STATE_LAI_HIGH}. */
  static String constantName(String path) {
    return path.replace('.', '_')
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
        .toUpperCase(Locale.ROOT);
  }
}
