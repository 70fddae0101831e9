package org.ccdas.inputs.weather;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * The weather of a day at all cells, and what is wrong with it.
 *
 * @param date local day of the cells
 * @param values by quantity, in the order of {@link Quantity}, and cell
 * @param problems why it cannot be used; empty when it can
 */
public record CheckedDay(LocalDate date, float[][] values, List<String> problems)
    implements Serializable {
  /** Copies the list. */
  public CheckedDay {
    problems = List.copyOf(problems);
  }
}
