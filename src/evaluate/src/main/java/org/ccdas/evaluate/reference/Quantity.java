package org.ccdas.evaluate.reference;

/** What is compared of the land, and its units. */
public enum Quantity {
  /** Net ecosystem production of carbon, positive is uptake by the land. */
  NEP("nep", "NEP", "PgC yr-1", "gC m-2 d-1"),
  /** Gross primary production of carbon. */
  GPP("gpp", "GPP", "PgC yr-1", "gC m-2 d-1"),
  /** Evapotranspiration, water. */
  ET("evapotranspiration", "ET", "Pg yr-1", "mm d-1"),
  /** Moisture of the uppermost soil, over the vegetated part of a cell. */
  SOIL_MOISTURE("top_soil_moisture", "soil moisture", "", "m3 m-3");

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

  /** Whether it can be summed over an area. */
  public boolean isFlux() {
    return !regionUnit.isEmpty();
  }

  /** Unit of sums over regions; empty for what is no flux. */
  public String regionUnit() {
    return regionUnit;
  }

  /** Unit at a place. */
  public String siteUnit() {
    return siteUnit;
  }
}
