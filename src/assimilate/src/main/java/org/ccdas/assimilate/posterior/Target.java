package org.ccdas.assimilate.posterior;

import java.io.Serializable;
import org.ccdas.inputs.region.Region;
import org.ccdas.inputs.region.Regions;

/**
 * A quantity whose uncertainty is wanted: a flux of a region in a year, or the mean over the years.
 *
 * @param region where
 * @param quantity which flux
 * @param year calendar year; 0 for the mean over the years of the window
 */
public record Target(Region region, Quantity quantity, int year) implements Serializable {
  /** A flux of the land, summed over a region and a year. */
  public enum Quantity {
    /** Net ecosystem production, uptake positive. */
    NEP("PgC yr-1"),
    /** Net primary production. */
    NPP("PgC yr-1"),
    /** Gross primary production. */
    GPP("PgC yr-1"),
    /** Evapotranspiration; 1 Pg of water is 1 km3. */
    ET("1e3 km3 yr-1");

    private final String unit;

    Quantity(String unit) {
      this.unit = unit;
    }

    /** Unit of the target. */
    public String unit() {
      return unit;
    }
  }

  /** Whether it is the mean of a flux over the window and the globe. */
  public boolean isGlobalMean(Quantity flux) {
    return year == 0 && quantity == flux && region.set().equals(Regions.GLOBE);
  }

  /** For people and files: {@code NEP transcom Europe 2012}. */
  public String label() {
    return quantity + " " + region.label() + " " + (year == 0 ? "mean" : year);
  }
}
