package org.ccdas.autodiff.trace;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.ccdas.autodiff.trace.TracedKernel.Argument;
import org.ccdas.autodiff.trace.TracedKernel.Slot;

/**
 * A public constant of a kernel.
 *
 * @param constant its name, {@code IN_STATE_SNOW}
 * @param value a slot, or a number of slots
 * @param meaning what it is, for the comment
 */
public record SlotName(String constant, int value, String meaning) {
  /**
   * The names of all slots, inputs first: of every double, and of arguments and components of the
   * result that are records their first slot and number of slots.
   *
   * @param clash makes the error of a name used twice
   */
  static List<SlotName> all(
      List<Argument> arguments,
      List<Slot> inputs,
      List<Slot> outputs,
      Function<String, RuntimeException> clash) {
    List<SlotName> names = new ArrayList<>();
    int next = 0;
    for (Argument argument : arguments) {
      names.add(input(argument.name(), argument.first()));
      boolean isRecord = false;
      for (; next < inputs.size() && isOf(argument, inputs.get(next)); next++) {
        if (!inputs.get(next).path().equals(argument.name())) {
          names.add(input(inputs.get(next).path(), next));
          isRecord = true;
        }
      }
      if (isRecord) {
        names.add(size("IN_", "input", argument.name(), next - argument.first()));
      }
    }
    names.add(new SlotName("INPUTS", inputs.size(), "Number of input slots."));
    for (int i = 0; i < outputs.size(); i++) {
      String path = outputs.get(i).path();
      String structure = path.substring(0, Math.max(path.indexOf('.'), 0));
      if (!structure.isEmpty() && (i == 0 || !isIn(structure, outputs.get(i - 1)))) {
        names.add(output(structure, i));
        int size = (int) outputs.stream().filter(slot -> isIn(structure, slot)).count();
        names.add(size("OUT_", "output", structure, size));
      }
      names.add(output(path, i));
    }
    names.add(new SlotName("OUTPUTS", outputs.size(), "Number of output slots."));
    Set<String> seen = new HashSet<>();
    for (SlotName name : names) {
      if (!seen.add(name.constant())) {
        throw clash.apply(name.constant());
      }
    }
    return names;
  }

  private static SlotName input(String path, int slot) {
    return new SlotName("IN_" + constantName(path), slot, "Slot of input " + path + ".");
  }

  private static SlotName output(String path, int slot) {
    return new SlotName("OUT_" + constantName(path), slot, "Slot of output " + path + ".");
  }

  private static SlotName size(String prefix, String kind, String path, int slots) {
    return new SlotName(
        prefix + constantName(path) + "_SLOTS",
        slots,
        "Number of slots of " + kind + " " + path + ".");
  }

  private static boolean isOf(Argument argument, Slot slot) {
    return slot.path().equals(argument.name()) || isIn(argument.name(), slot);
  }

  private static boolean isIn(String structure, Slot slot) {
    return slot.path().startsWith(structure + ".");
  }

  /** {@code state.laiHigh} becomes {@code STATE_LAI_HIGH}. */
  static String constantName(String path) {
    return path.replace('.', '_')
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
        .toUpperCase(Locale.ROOT);
  }
}
