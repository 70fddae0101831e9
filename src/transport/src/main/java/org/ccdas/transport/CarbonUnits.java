package org.ccdas.transport;

import org.ccdas.inputs.time.MonthAxis;

/**
 * Conversions between fluxes, masses and concentrations (spec sections 2 and 16.1). The year of a
 * flux in kgC yr-1 has 365 days, so a calendar month of d days emits flux * d/365; a leap year
 * emits 366/365 of it.
 */
public final class CarbonUnits {
  /** Days in the year of the unit kgC yr-1. */
  public static final double DAYS_PER_YEAR = 365;

  /** Carbon that raises the global mean by 1 ppm, PgC. */
  public static final double PGC_PER_PPM = 2.123;

  /** Kilograms in a petagram. */
  public static final double KG_PER_PG = 1e12;

  private CarbonUnits() {}

  /** Length of a calendar month in years of 365 days. */
  public static double years(MonthAxis months, int month) {
    return months.days(month) / DAYS_PER_YEAR;
  }

  /** Rise of the global mean by this mass of carbon (kg), ppm. */
  public static double wellMixed(double kilograms) {
    return kilograms / KG_PER_PG / PGC_PER_PPM;
  }
}
