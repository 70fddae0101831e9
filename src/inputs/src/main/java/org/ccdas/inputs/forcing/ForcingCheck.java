package org.ccdas.inputs.forcing;

import java.time.LocalDate;
import java.util.List;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.grid.Cell;

/**
 * Refuses weather that cannot be: missing values, tmax below tmin, negative or implausible amounts
 * (|T| above 90 degC, precipitation above 2000 mm d-1, daily mean radiation above 600 W m-2). What
 * the packing of files does is put right instead: amounts down to -0.01 become 0, and where tmax is
 * below tmin by up to 0.05 K both become their mean.
 */
final class ForcingCheck {
  private static final float TEMPERATURE_PACKING = 0.05f;

  /** File in which a variable stands on a day. */
  interface Origin {
    String fileOf(String variable, LocalDate date);
  }

  private final Origin origin;
  private final ForcingVariables names;
  private final DailyForcing forcing;
  private final List<Cell> cells;

  private ForcingCheck(
      Origin origin, ForcingVariables names, DailyForcing forcing, List<Cell> cells) {
    this.origin = origin;
    this.names = names;
    this.forcing = forcing;
    this.cells = cells;
  }

  /** Checks a forcing that was just read, and puts rounding right in its arrays. */
  static void apply(Origin origin, ForcingVariables names, DailyForcing forcing, List<Cell> cells) {
    ForcingCheck check = new ForcingCheck(origin, names, forcing, cells);
    for (int cell = 0; cell < forcing.cells(); cell++) {
      for (int day = 0; day < forcing.days(); day++) {
        check.temperatures(cell, day);
        check.amount(
            names.precipitation(), forcing.precipitation(), Possible.PRECIPITATION, cell, day);
        check.amount(names.shortwave(), forcing.shortwave(), Possible.SHORTWAVE, cell, day);
      }
    }
  }

  private void temperatures(int cell, int day) {
    float tmin = temperature(names.tmin(), forcing.tmin(), cell, day);
    float tmax = temperature(names.tmax(), forcing.tmax(), cell, day);
    if (tmax < tmin) {
      if (tmin - tmax > TEMPERATURE_PACKING) {
        throw problem(names.tmax(), cell, day, tmax + " degC is below the minimum of " + tmin);
      }
      float mean = 0.5f * (tmin + tmax);
      forcing.tmin()[cell][day] = mean;
      forcing.tmax()[cell][day] = mean;
    }
  }

  private float temperature(SourceVariable variable, float[][] field, int cell, int day) {
    float value = field[cell][day];
    if (!Possible.TEMPERATURE.holds(value)) {
      throw problem(variable, cell, day, value + " degC");
    }
    return value;
  }

  private void amount(
      SourceVariable variable, float[][] field, Possible possible, int cell, int day) {
    float value = field[cell][day];
    if (!possible.holds(value)) {
      throw problem(variable, cell, day, value + " " + possible.unit());
    }
    if (value < 0) {
      field[cell][day] = 0;
    }
  }

  private InputException problem(SourceVariable variable, int cell, int day, String value) {
    boolean missing = value.startsWith("NaN");
    LocalDate date = forcing.first().plusDays(day);
    return new InputException(
        origin.fileOf(variable.name(), date),
        "variable " + variable.name() + ", cell " + cells.get(cell).id() + ", " + date,
        missing ? "the value is missing" : "impossible value " + value,
        missing
            ? "Fill the gap, or leave the cell out"
            : "Correct the file, or its unit and scale in the configuration");
  }
}
