package org.ccdas.transforms.soilmoisture;

import java.io.IOException;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.ccdas.inputs.file.Location;
import org.ccdas.observe.satellite.IngestStep;
import org.ccdas.observe.satellite.LandMask;
import org.ccdas.observe.satellite.RegridRule;
import org.ccdas.observe.satellite.Screening;
import org.ccdas.observe.satellite.SoilMoistureGrid;

/**
 * How files become observations.
 *
 * @param grid of the observations
 * @param series the product to read, or its variant, such as {@code esa-cci-sm-l3s:COMBINED}; empty
 *     for the only one there is
 * @param screenings criteria by product, in the place of the product's own
 * @param defaultError standard error of retrievals whose file has none, m3 m-3; 0 refuses such
 *     files
 * @param landMask path of a land mask, empty for none
 * @param rule when a box has a value, and its error
 */
public record IngestSettings(
    SoilMoistureGrid grid,
    String series,
    TreeMap<String, Screening> screenings,
    double defaultError,
    String landMask,
    RegridRule rule)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Checks the range. */
  public IngestSettings {
    if (!(defaultError >= 0 && defaultError < 1)) {
      throw new IllegalArgumentException(
          "The default error must be within 0..1 m3 m-3, got " + defaultError);
    }
  }

  /** Standard settings for a grid. */
  public static IngestSettings onto(SoilMoistureGrid grid) {
    return new IngestSettings(grid, "", new TreeMap<>(), 0, "", RegridRule.STANDARD);
  }

  /** One product, or one variant of it, where there are several. */
  public IngestSettings withSeries(String name) {
    return new IngestSettings(grid, name, screenings, defaultError, landMask, rule);
  }

  /** Other criteria for some products. */
  public IngestSettings withScreenings(Map<String, Screening> criteria) {
    return new IngestSettings(grid, series, new TreeMap<>(criteria), defaultError, landMask, rule);
  }

  /** An error for retrievals whose file has none, m3 m-3. */
  public IngestSettings withDefaultError(double error) {
    return new IngestSettings(grid, series, screenings, error, landMask, rule);
  }

  /** Keeps land pixels only, by a mask on any file system of Beam. */
  public IngestSettings withLandMask(String path) {
    return new IngestSettings(grid, series, screenings, defaultError, path, rule);
  }

  /** Another rule for boxes. */
  public IngestSettings withRule(RegridRule other) {
    return new IngestSettings(grid, series, screenings, defaultError, landMask, other);
  }

  /** What does the work; reads the land mask. */
  IngestStep step() throws IOException {
    Optional<LandMask> mask =
        landMask.isEmpty() ? Optional.empty() : Optional.of(LandMask.read(Location.of(landMask)));
    OptionalDouble error =
        defaultError > 0 ? OptionalDouble.of(defaultError) : OptionalDouble.empty();
    return new IngestStep(grid, screenings, mask, rule, error);
  }
}
