package org.ccdas.transport;

import java.time.YearMonth;

/** A flux in space and season, before it is scaled to yearly totals. */
interface FluxPattern {
  /**
   * Fluxes of all transport regions in this month, PgC yr-1 (or shares of any unit).
   *
   * @throws org.ccdas.inputs.InputException when the pattern has nothing for the month
   */
  double[] fluxes(YearMonth month);
}
