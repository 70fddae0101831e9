package org.ccdas.transport;

import java.time.YearMonth;
import java.util.List;

/** A flux in space and season, before it is scaled to yearly totals. */
public interface FluxPattern {
  /**
   * Fluxes of all transport regions in this month, PgC yr-1 (or shares of any unit).
   *
   * @throws org.ccdas.inputs.InputException when the pattern has nothing for the month
   */
  double[] fluxes(YearMonth month);

  /** Whether the fluxes of a month are its own, not those of a mean year that stands for it. */
  default boolean hasOwn(YearMonth month) {
    return true;
  }

  /** What its file leaves open and how it was read, in words. */
  default List<String> notes() {
    return List.of();
  }
}
