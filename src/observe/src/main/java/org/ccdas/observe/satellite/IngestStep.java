package org.ccdas.observe.satellite;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ccdas.inputs.grid.AreaMeasure;
import org.ccdas.inputs.grid.LatLonGrid;

/**
 * From the retrievals of one file to its fields on the model grid: screened, then regridded. The
 * weights of each source grid are worked out once. Thread-safe.
 */
public final class IngestStep {
  /** The reason of retrievals over pixels that the land mask does not call land. */
  public static final String NOT_LAND = "not-land";

  private final SoilMoistureGrid target;
  private final Map<String, Screening> screenings;
  private final Optional<LandMask> mask;
  private final RegridRule rule;
  private final OptionalDouble defaultError;
  private final Map<LatLonGrid, Weights> weights = new ConcurrentHashMap<>();

  /** What is the same for all files on one grid; without a mask all of a box is land. */
  private record Weights(EqualAreaRegrid regrid, double[] landAreas, Optional<float[]> land) {}

  /**
   * @param target grid of the results
   * @param screenings by product, in the place of the product's own
   * @param mask land pixels; applied to files on its grid
   * @param rule when a box has a value
   * @param defaultError standard error of retrievals whose file has none, m3 m-3; without it such
   *     files are refused
   */
  public IngestStep(
      SoilMoistureGrid target,
      Map<String, Screening> screenings,
      Optional<LandMask> mask,
      RegridRule rule,
      OptionalDouble defaultError) {
    this.target = target;
    this.screenings = Map.copyOf(screenings);
    this.mask = mask;
    this.rule = rule;
    this.defaultError = defaultError;
  }

  /** The criteria for a product. */
  public Screening screening(SoilMoistureProduct product) {
    Screening own = screenings.get(product.name());
    return own == null ? product.screening() : own;
  }

  /** Screens and regrids the retrievals of a file. */
  public Ingested ingest(Retrievals retrievals, Screening screening) {
    return regrid(screen(retrievals, screening));
  }

  /**
   * Screens retrievals, by the land mask too when there is one for their grid. Reasons are the same
   * for all files of a run: with a mask {@link #NOT_LAND} is always among them.
   *
   * @throws org.ccdas.inputs.InputException when the file lacks a layer that is needed
   */
  public ScreenedRetrievals screen(Retrievals retrievals, Screening screening) {
    ScreenedRetrievals screened = onLand(retrievals, screening);
    if (retrievals.values(Layer.STANDARD_ERROR) != null || defaultError.isEmpty()) {
      return screened;
    }
    // after screening: criteria of errors are for errors that the file gives
    float[] errors = new float[retrievals.grid().size()];
    Arrays.fill(errors, (float) defaultError.getAsDouble());
    return screened.of(
        screened
            .retrievals()
            .with(Layer.STANDARD_ERROR, errors)
            .noting(
                String.format(
                    Locale.ROOT,
                    "no standard errors in the file: each retrieval got the default error of %s m3"
                        + " m-3",
                    defaultError.getAsDouble())));
  }

  private ScreenedRetrievals onLand(Retrievals retrievals, Screening screening) {
    Set<String> excused = defaultError.isPresent() ? Set.of(Layer.STANDARD_ERROR) : Set.of();
    if (mask.isEmpty()) {
      return screening.apply(retrievals, excused);
    }
    Optional<float[]> land = weights(retrievals.grid()).land();
    Criterion.Range criterion =
        new Criterion.Range(NOT_LAND, Layer.LAND, 0.5f, 1, land.isPresent());
    return screening
        .with(criterion)
        .apply(land.isPresent() ? retrievals.with(Layer.LAND, land.get()) : retrievals, excused);
  }

  /** Regrids screened retrievals: one field for each day that they count for. */
  public Ingested regrid(ScreenedRetrievals screened) {
    Weights known = weights(screened.retrievals().grid());
    List<GriddedRetrievals> days =
        screened.days().stream()
            .map(day -> known.regrid().apply(day, known.landAreas(), rule))
            .toList();
    return new Ingested(
        days,
        screened.counts(),
        known.regrid().rejections(screened),
        screened.retrievals().notes());
  }

  private Weights weights(LatLonGrid grid) {
    return weights.computeIfAbsent(
        grid,
        source -> {
          EqualAreaRegrid regrid = EqualAreaRegrid.between(source, target, AreaMeasure.WGS84);
          Optional<float[]> land = mask.map(known -> known.on(source));
          return new Weights(regrid, land.map(regrid::landAreas).orElseGet(regrid::boxAreas), land);
        });
  }
}
