package org.ccdas.observe.satellite;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.grid.AreaMeasure;
import org.ccdas.inputs.grid.LatLonGrid;

/**
 * From the bytes of one file to its field on the model grid: opened, read, screened, regridded. The
 * weights of each source grid are worked out once. Thread-safe.
 */
public final class IngestStep {
  /** The reason of retrievals over pixels that the land mask does not call land. */
  public static final String NOT_LAND = "not-land";

  private final SoilMoistureGrid target;
  private final Map<String, Screening> screenings;
  private final Optional<LandMask> mask;
  private final RegridRule rule;
  private final Map<LatLonGrid, Weights> weights = new ConcurrentHashMap<>();

  /** What is the same for all files on one grid; without a mask all of a box is land. */
  private record Weights(EqualAreaRegrid regrid, double[] landAreas, Optional<float[]> land) {}

  /**
   * @param target grid of the results
   * @param screenings by product, in the place of the product's own
   * @param mask land pixels; applied to files on its grid
   * @param rule when a box has a value
   */
  public IngestStep(
      SoilMoistureGrid target,
      Map<String, Screening> screenings,
      Optional<LandMask> mask,
      RegridRule rule) {
    this.target = target;
    this.screenings = Map.copyOf(screenings);
    this.mask = mask;
    this.rule = rule;
  }

  /**
   * Opens a plain file or an archive with one file of retrievals in it, and ingests that.
   *
   * @param path as the user knows it
   * @param content all of the file; not closed
   * @param identified what the name says
   * @param limits refuse what is larger
   * @param reserve is called with the size of an archive's entry before that is read
   * @throws InputException when anything is wrong with the file
   */
  public Ingested ingest(
      String path,
      InputStream content,
      SoilMoistureProducts.Identified identified,
      Delivery.Limits limits,
      LongConsumer reserve) {
    List<Ingested> found = new ArrayList<>(1);
    Delivery.read(
        path,
        content,
        limits,
        name -> !identified.product().isCompanion(ProductBytes.fileName(name)),
        reserve,
        file -> {
          checkEntry(path, file, identified);
          if (!found.isEmpty()) {
            throw new InputException(
                path, "", "holds more than one file of retrievals", "Give one a delivery");
          }
          found.add(ingest(file, identified));
        });
    if (found.isEmpty()) {
      throw new InputException(path, "", "holds no file of retrievals", "Get the delivery again");
    }
    return found.get(0);
  }

  /** A file within an archive must be what the archive's name promises. */
  private static void checkEntry(
      String path, ProductBytes file, SoilMoistureProducts.Identified identified) {
    Optional<FileIdentity> inner = identified.product().identify(file.fileName());
    if (inner.isEmpty() || !inner.get().key().equals(identified.identity().key())) {
      throw new InputException(
          path,
          "entry " + file.fileName(),
          "is not the file that the name of the delivery promises",
          "Get the delivery again");
    }
  }

  /**
   * Ingests the content of one plain file.
   *
   * @throws InputException when anything is wrong with it
   */
  public Ingested ingest(ProductBytes file, SoilMoistureProducts.Identified identified) {
    Screening screening = screening(identified.product());
    Retrievals retrievals =
        identified.product().read(file, identified.identity(), screening.layers());
    return regrid(screen(retrievals, screening));
  }

  /** The criteria for a product. */
  public Screening screening(SoilMoistureProduct product) {
    Screening own = screenings.get(product.name());
    return own == null ? product.screening() : own;
  }

  /**
   * Screens retrievals, by the land mask too when there is one for their grid. Reasons are the same
   * for all files of a run: with a mask {@link #NOT_LAND} is always among them.
   */
  public ScreenedRetrievals screen(Retrievals retrievals, Screening screening) {
    if (mask.isEmpty()) {
      return screening.apply(retrievals);
    }
    Optional<float[]> land = weights(retrievals.grid()).land();
    Criterion.Range criterion =
        new Criterion.Range(NOT_LAND, Layer.LAND, 0.5f, 1, land.isPresent());
    return screening
        .with(criterion)
        .apply(land.isPresent() ? retrievals.with(Layer.LAND, land.get()) : retrievals);
  }

  /** Regrids screened retrievals. */
  public Ingested regrid(ScreenedRetrievals screened) {
    Weights known = weights(screened.retrievals().grid());
    return new Ingested(
        known.regrid().apply(screened, known.landAreas(), rule),
        screened.counts(),
        known.regrid().rejections(screened));
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
