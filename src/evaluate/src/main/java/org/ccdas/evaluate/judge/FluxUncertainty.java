package org.ccdas.evaluate.judge;

import java.util.Map;
import org.ccdas.evaluate.reference.Quantity;
import org.ccdas.inputs.region.Region;

/**
 * Standard deviations of a run's own fluxes, as its posterior gives them.
 *
 * @param sigma by flux, region and year, 0 being the mean over the window; {@link
 *     Quantity#regionUnit()}
 */
public record FluxUncertainty(Map<Key, Sigma> sigma) {
  /** What a standard deviation is of; the region by its label. */
  public record Key(Quantity quantity, String region, int year) {}

  /** Before and after the assimilation. */
  public record Sigma(double prior, double posterior) {
    /** Not known. */
    public static final Sigma UNKNOWN = new Sigma(Double.NaN, Double.NaN);

    /** That of a stage. */
    public double of(Stage stage) {
      return stage == Stage.PRIOR ? prior : posterior;
    }
  }

  /** A run without uncertainties. */
  public static final FluxUncertainty NONE = new FluxUncertainty(Map.of());

  /** Of the mean over the window. */
  public Sigma ofMean(Quantity quantity, Region region) {
    return sigma.getOrDefault(new Key(quantity, region.label(), 0), Sigma.UNKNOWN);
  }
}
