package org.ccdas.inputs.weather;

import java.io.Serializable;
import java.util.List;

/**
 * A variable of an archive.
 *
 * @param names its names, any of which a file may use
 * @param gives the quantities that follow from it
 * @param kind what its numbers are of
 * @param part what part of the quantity it is, such as rain and snow of precipitation, which are
 *     added; of variables for the same part the first that is there is taken
 * @param unit true unit where files do not say it or say it wrongly; empty: as the file says
 */
public record ArchiveVariable(
    List<String> names, List<Quantity> gives, StepKind kind, String part, String unit)
    implements Serializable {
  /** Checks that there is a name and that the kind makes sense. */
  public ArchiveVariable {
    names = List.copyOf(names);
    gives = List.copyOf(gives);
    if (names.isEmpty() || gives.isEmpty()) {
      throw new IllegalArgumentException("a variable needs a name and a quantity");
    }
    for (Quantity quantity : gives) {
      boolean amount = quantity == Quantity.PRECIPITATION || quantity == Quantity.SHORTWAVE;
      boolean ofAmounts =
          kind == StepKind.MEAN || kind == StepKind.SUM || kind == StepKind.ACCUMULATION;
      if (amount != ofAmounts && !(kind == StepKind.MEAN && !amount)) {
        throw new IllegalArgumentException(
            names.get(0) + " of kind " + kind + " cannot give " + quantity);
      }
    }
  }

  /** A whole quantity, or several, in the unit that files state. */
  public static ArchiveVariable of(StepKind kind, List<Quantity> gives, String... names) {
    return new ArchiveVariable(List.of(names), gives, kind, "", "");
  }

  /** The same as a part of its quantity. */
  public ArchiveVariable part(String name) {
    return new ArchiveVariable(names, gives, kind, name, unit);
  }

  /** The same with its true unit. */
  public ArchiveVariable in(String trueUnit) {
    return new ArchiveVariable(names, gives, kind, part, trueUnit);
  }
}
