package org.ccdas.transforms.soilmoisture;

import java.io.IOException;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ccdas.inputs.file.Location;
import org.ccdas.observe.satellite.Delivery;
import org.ccdas.observe.satellite.IngestStep;
import org.ccdas.observe.satellite.LandMask;
import org.ccdas.observe.satellite.RegridRule;
import org.ccdas.observe.satellite.Screening;
import org.ccdas.observe.satellite.SoilMoistureGrid;

/**
 * How files become observations.
 *
 * @param grid of the observations
 * @param screenings criteria by product, in the place of the product's own
 * @param landMask path of a land mask, empty for none
 * @param rule when a box has a value, and its error
 * @param limits of files and archives
 */
public record IngestSettings(
    SoilMoistureGrid grid,
    TreeMap<String, Screening> screenings,
    String landMask,
    RegridRule rule,
    Delivery.Limits limits)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Standard settings for a grid. */
  public static IngestSettings onto(SoilMoistureGrid grid) {
    return new IngestSettings(
        grid, new TreeMap<>(), "", RegridRule.STANDARD, Delivery.Limits.STANDARD);
  }

  /** Other criteria for some products. */
  public IngestSettings withScreenings(Map<String, Screening> criteria) {
    return new IngestSettings(grid, new TreeMap<>(criteria), landMask, rule, limits);
  }

  /** Keeps land pixels only, by a mask on any file system of Beam. */
  public IngestSettings withLandMask(String path) {
    return new IngestSettings(grid, screenings, path, rule, limits);
  }

  /** Another rule for boxes. */
  public IngestSettings withRule(RegridRule other) {
    return new IngestSettings(grid, screenings, landMask, other, limits);
  }

  /** Other limits. */
  public IngestSettings withLimits(Delivery.Limits other) {
    return new IngestSettings(grid, screenings, landMask, rule, other);
  }

  /** What does the work; reads the land mask. */
  IngestStep step() throws IOException {
    Optional<LandMask> mask =
        landMask.isEmpty() ? Optional.empty() : Optional.of(LandMask.read(Location.of(landMask)));
    return new IngestStep(grid, screenings, mask, rule);
  }
}
