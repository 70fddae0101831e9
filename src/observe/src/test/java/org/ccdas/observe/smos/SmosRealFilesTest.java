package org.ccdas.observe.smos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.ccdas.inputs.RealData;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.EaseGrid2;
import org.ccdas.observe.satellite.Delivery;
import org.ccdas.observe.satellite.IngestStep;
import org.ccdas.observe.satellite.Ingested;
import org.ccdas.observe.satellite.LandMask;
import org.ccdas.observe.satellite.Overpass;
import org.ccdas.observe.satellite.RegridRule;
import org.ccdas.observe.satellite.Retrievals;
import org.ccdas.observe.satellite.Screening;
import org.ccdas.observe.satellite.SoilMoistureGrid;
import org.ccdas.observe.satellite.SoilMoistureProducts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    Ingested all = ingest(delivery, new IngestStep(grid(), Map.of(), Optional.empty(), any()));
    Ingested land =
        ingest(
            delivery,
            new IngestStep(grid(), Map.of(), Optional.of(LandMask.read(Location.of(mask))), any()));

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
            new IngestStep(grid(), Map.of(CatdsL3.NAME, lenient), Optional.empty(), any()));

    System.out.printf(
        java.util.Locale.ROOT,
        "half orbit: %d points with a retrieval, %d pixels, accepted %d, with land mask %d,"
            + " cells with a value %d; rejected %s %s; without ice, snow, wetlands and chi-square"
            + " accepted %d, cells %d%n",
        gridder.points(),
        derived.count(),
        all.counts().accepted(),
        land.counts().accepted(),
        all.gridded().count(),
        all.counts().reasons(),
        java.util.Arrays.toString(all.counts().rejected()),
        values.counts().accepted(),
        values.gridded().count());
    assertThat(values.counts().accepted()).isGreaterThan(50);
    assertThat(values.gridded().count()).isPositive();
    assertThat(gridder.points()).isEqualTo(153);
    assertThat(all.counts().retrievals()).isEqualTo(derived.count()).isBetween(50L, 153L);
    assertThat(all.counts().accepted()).isLessThan(all.counts().retrievals());
    assertThat(land.counts().accepted()).isLessThanOrEqualTo(all.counts().accepted());
    for (float value : values.gridded().value()) {
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
      return step.ingest(
          delivery.toString(),
          in,
          SoilMoistureProducts.installed().identify(delivery.toString()).orElseThrow(),
          Delivery.Limits.STANDARD,
          bytes -> {});
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
