package org.ccdas.evaluate.reference;

/** A flux of the land that is compared, and its units. */
public enum Quantity {
  /** Net ecosystem production of carbon, positive is uptake by the land. */
  NEP("nep", "NEP", "PgC yr-1", "gC m-2 d-1"),
  /** Gross primary production of carbon. */
  GPP("gpp", "GPP", "PgC yr-1", "gC m-2 d-1"),
  /** Evapotranspiration, water. */
  ET("evapotranspiration", "ET", "Pg yr-1", "mm d-1");

  private final String variable;
  private final String symbol;
  private final String regionUnit;
  private final String siteUnit;

  Quantity(String variable, String symbol, String regionUnit, String siteUnit) {
    this.variable = variable;
    this.symbol = symbol;
    this.regionUnit = regionUnit;
    this.siteUnit = siteUnit;
  }

  /** Name in {@code fluxes.nc}, without prior or posterior. */
  public String variable() {
    return variable;
  }

  /** For people. */
  public String symbol() {
    return symbol;
  }

  /** Unit of sums over regions. */
  public String regionUnit() {
    return regionUnit;
  }

  /** Unit at a place. */
  public String siteUnit() {
    return siteUnit;
  }
}
