package org.ccdas.observe.smos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.RealData;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.EaseGrid2;
import org.ccdas.observe.satellite.DeliveredRetrievals;
import org.ccdas.observe.satellite.Delivery;
import org.ccdas.observe.satellite.GriddedRetrievals;
import org.ccdas.observe.satellite.IngestStep;
import org.ccdas.observe.satellite.Ingested;
import org.ccdas.observe.satellite.LandMask;
import org.ccdas.observe.satellite.Layer;
import org.ccdas.observe.satellite.Overpass;
import org.ccdas.observe.satellite.RegridRule;
import org.ccdas.observe.satellite.Retrievals;
import org.ccdas.observe.satellite.Screening;
import org.ccdas.observe.satellite.SoilMoistureGrid;
import org.ccdas.observe.satellite.SoilMoistureProducts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real SMOS half orbit through the whole ingest, and the real land mask. */
class SmosRealFilesTest {
  private static final String ORBIT =
      "soil_moisture/smos_l2/TEST_SM_OPER_MIR_SMUDP2_20120514T163815_20120514T173133_551_001_1.nc";
  private static final String MASK = "soil_moisture/smos_l3_grid/Grid_Point_Mask_USGS.nc";

  @TempDir Path folder;

  @Test
  void theHalfOrbitPassesThrough() throws IOException {
    Path orbit = RealData.require(ORBIT);
    Path mask = RealData.require(MASK);
    LocalDate date = LocalDate.of(2012, 5, 14);
    Level2Gridder gridder = new Level2Gridder();
    Retrievals derived = gridder.grid(orbit, date, Overpass.DESCENDING);
    Path delivery =
        CatdsWriter.writeDelivery(
                Location.of(folder),
                CatdsWriter.stem(date, Overpass.DESCENDING, "TEST", 300),
                derived)
            .path();

    Ingested all =
        ingest(
            delivery,
            new IngestStep(grid(), Map.of(), Optional.empty(), any(), OptionalDouble.empty()));
    Ingested land =
        ingest(
            delivery,
            new IngestStep(
                grid(),
                Map.of(),
                Optional.of(LandMask.read(Location.of(mask))),
                any(),
                OptionalDouble.empty()));

    // the orbit lies over ice: without the criteria that say so its values come through
    Screening lenient =
        new CatdsL3()
            .screening()
            .without("ice")
            .without("dry-snow")
            .without("wetlands")
            .without(CatdsL3.CHI2);
    Ingested values =
        ingest(
            delivery,
            new IngestStep(
                grid(),
                Map.of(CatdsL3.NAME, lenient),
                Optional.empty(),
                any(),
                OptionalDouble.empty()));

    System.out.printf(
        java.util.Locale.ROOT,
        "half orbit: %d points with a retrieval, %d pixels, accepted %d, with land mask %d,"
            + " cells with a value %d; rejected %s %s; without ice, snow, wetlands and chi-square"
            + " accepted %d, cells %d%n",
        gridder.points(),
        derived.count(),
        all.counts().accepted(),
        land.counts().accepted(),
        all.days().get(0).count(),
        all.counts().reasons(),
        java.util.Arrays.toString(all.counts().rejected()),
        values.counts().accepted(),
        values.days().get(0).count());
    assertThat(values.counts().accepted()).isGreaterThan(50);
    assertThat(values.days().get(0).count()).isPositive();
    assertThat(gridder.points()).isEqualTo(153);
    assertThat(all.counts().retrievals()).isEqualTo(derived.count()).isBetween(50L, 153L);
    assertThat(all.counts().accepted()).isLessThan(all.counts().retrievals());
    assertThat(land.counts().accepted()).isLessThanOrEqualTo(all.counts().accepted());
    for (float value : values.days().get(0).value()) {
      assertThat(Float.isNaN(value) || (value >= 0 && value <= 1)).isTrue();
    }
  }

  private static SoilMoistureGrid grid() {
    return SoilMoistureGrid.global(2, 2);
  }

  private static RegridRule any() {
    return new RegridRule(0, 0.04);
  }

  private static Ingested ingest(Path delivery, IngestStep step) throws IOException {
    try (InputStream in = Files.newInputStream(delivery)) {
      Screening screening = step.screening(new CatdsL3());
      return step.ingest(
          DeliveredRetrievals.read(
              delivery.toString(),
              in,
              SoilMoistureProducts.installed().identify(delivery.toString()).orElseThrow(),
              screening.layers(),
              Delivery.Limits.STANDARD,
              bytes -> {}),
          screening);
    }
  }

  /**
   * Three real days of CATDS cut to Europe, without DQX and flags; counts and means by other means
   * (numpy), without what is packed as 1.
   */
  @ParameterizedTest
  @CsvSource({
    "20150506, 3563, 2, 0.15403136",
    "20150507, 5254, 2, 0.15776398",
    "20150508, 4019, 10, 0.14640818"
  })
  void realLevel3FilesCutToEurope(String day, int retrievals, int saturated, double mean)
      throws IOException {
    Path file =
        RealData.require(
            "soil_moisture/smos_l3_catds/SM_OPER_MIR_CLF31A_%1$sT000000_%1$sT235959_300_002_7.DBL.nc"
                .replace("%1$s", day));
    Screening screening =
        new CatdsL3()
            .screening()
            .withoutLayer(Layer.SCIENCE_FLAGS)
            .withoutLayer(Layer.RFI_PROBABILITY);
    IngestStep strict =
        new IngestStep(
            grid(),
            Map.of(CatdsL3.NAME, screening),
            Optional.empty(),
            RegridRule.STANDARD,
            OptionalDouble.empty());
    assertThatThrownBy(() -> ingest(file, strict))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("lacks standard_error (for dqx)")
        .hasMessageContaining("--default-error");
    IngestStep step =
        new IngestStep(
            grid(),
            Map.of(CatdsL3.NAME, screening),
            Optional.empty(),
            RegridRule.STANDARD,
            OptionalDouble.of(0.05));

    Ingested done = ingest(file, step);

    assertThat(done.counts().retrievals()).isEqualTo(retrievals);
    assertThat(done.counts().accepted()).isEqualTo(retrievals - saturated);
    GriddedRetrievals gridded = done.days().get(0);
    assertThat(gridded.identity().date())
        .isEqualTo(LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE));
    // pixels have equal areas: with all of the Earth as one box, their mean
    IngestStep earth =
        new IngestStep(
            SoilMoistureGrid.global(180, 360),
            Map.of(CatdsL3.NAME, screening),
            Optional.empty(),
            any(),
            OptionalDouble.of(0.05));
    assertThat(ingest(file, earth).days().get(0).value()[0]).isCloseTo((float) mean, within(2e-6f));
    // only within the part: 1.4-40.3 E, 32.5-61.7 N
    for (int box = 0; box < gridded.value().length; box++) {
      int lat = 2 * (box / 180) - 90;
      int lon = 2 * (box % 180) - 180;
      boolean within = lat >= 32 && lat < 62 && lon >= 0 && lon <= 40;
      assertThat(within || Float.isNaN(gridded.value()[box])).isTrue();
    }
  }

  @Test
  void theLandMaskGivesTheLandOfTheCells() {
    LandMask mask = LandMask.read(Location.of(RealData.require(MASK)));
    var regrid =
        org.ccdas.observe.satellite.EqualAreaRegrid.between(
            mask.grid(), grid(), org.ccdas.inputs.grid.AreaMeasure.WGS84);

    double[] land = regrid.landAreas(mask.land());
    double[] box = regrid.boxAreas();

    // 217,622 of 810,592 equal pixels, most rows from the south
    double total = java.util.Arrays.stream(land).sum();
    int pixels = 0;
    for (float value : mask.land()) {
      pixels += (int) value;
    }
    assertThat(pixels).isEqualTo(217_622);
    assertThat(total).isCloseTo(pixels * EaseGrid2.PIXEL * EaseGrid2.PIXEL, within(1e-7 * total));
    // central Sahara, central Pacific, the German coast
    assertThat(land[index(23, 10)] / box[index(23, 10)]).isCloseTo(1, within(1e-9));
    assertThat(land[index(0, -150)]).isZero();
    assertThat(land[index(53, 9)] / box[index(53, 9)]).isBetween(0.3, 0.99);
  }

  private static int index(double lat, double lon) {
    return (int) ((lat + 90) / 2) * 180 + (int) ((lon + 180) / 2);
  }
}
