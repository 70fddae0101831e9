package org.ccdas.observe.satellite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.EaseGrid2;
import org.ccdas.inputs.netcdf.NetcdfOutput;
import org.ccdas.observe.smos.CatdsL3;
import org.ccdas.observe.smos.CatdsWriter;
import org.ccdas.observe.smos.SmosSamples;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestStepTest {
  private static final String STEM =
      CatdsWriter.stem(SmosSamples.DAY, Overpass.ASCENDING, "OPER", 300);
  private static final String OTHER_DAY =
      CatdsWriter.stem(SmosSamples.DAY.plusDays(1), Overpass.ASCENDING, "OPER", 300);
  private static final SoilMoistureGrid GRID = SoilMoistureGrid.global(2, 2);
  private static final RegridRule ANY = new RegridRule(0, 0.04);

  @TempDir static Path folder;
  private static byte[] netcdf;

  @BeforeAll
  static void write() throws IOException {
    Path path = folder.resolve("day.nc");
    CatdsWriter.write(Location.of(path), SmosSamples.good());
    netcdf = Files.readAllBytes(path);
  }

  private static IngestStep step(Optional<LandMask> mask) {
    return new IngestStep(GRID, Map.of(), mask, ANY, OptionalDouble.empty());
  }

  private static Ingested ingest(IngestStep step, String name, byte[] bytes) {
    SoilMoistureProducts.Identified identified =
        SoilMoistureProducts.installed().identify(name).orElseThrow();
    Screening screening = step.screening(identified.product());
    return step.ingest(
        DeliveredRetrievals.read(
            name,
            new ByteArrayInputStream(bytes),
            identified,
            screening.layers(),
            Delivery.Limits.STANDARD,
            size -> {}),
        screening);
  }

  private static byte[] archive(String... names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
      for (String name : names) {
        byte[] content = name.endsWith(".HDR") ? new byte[] {'<'} : netcdf;
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void plainFilesAndDeliveriesGiveTheSame() throws IOException {
    IngestStep step = step(Optional.empty());

    Ingested plain = ingest(step, STEM + ".DBL.nc", netcdf);
    Ingested delivered = ingest(step, STEM + ".tgz", archive(STEM + ".HDR", STEM + ".DBL.nc"));

    assertThat(plain.counts().accepted()).isEqualTo(584);
    assertThat(delivered.days().get(0).value()).containsExactly(plain.days().get(0).value());
    assertThat(plain.days().get(0).count()).isPositive();
    assertThat(IntStream.of(plain.map().retrievals()).sum()).isEqualTo(584);
  }

  @Test
  void aDeliveryMustHoldOneFileOfItsName() throws IOException {
    IngestStep step = step(Optional.empty());

    byte[] headerOnly = archive(STEM + ".HDR");
    assertThatThrownBy(() -> ingest(step, STEM + ".tgz", headerOnly))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no file of retrievals");
    byte[] another = archive(OTHER_DAY + ".DBL.nc");
    assertThatThrownBy(() -> ingest(step, STEM + ".tgz", another))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(OTHER_DAY);
    byte[] two = archive(STEM + ".DBL.nc", STEM + ".nc");
    assertThatThrownBy(() -> ingest(step, STEM + ".tgz", two))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("more than one");
    byte[] foreign = archive("README.txt");
    assertThatThrownBy(() -> ingest(step, STEM + ".tgz", foreign))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("README.txt");
  }

  @Test
  void theUsersScreeningReplacesTheProducts() {
    Screening strict = new CatdsL3().screening().withRange(CatdsL3.DQX, 0.001, 0.03);
    IngestStep step =
        new IngestStep(
            GRID, Map.of(CatdsL3.NAME, strict), Optional.empty(), ANY, OptionalDouble.empty());

    Ingested ingested = ingest(step, STEM + ".nc", netcdf);

    assertThat(ingested.counts().accepted()).isZero();
    assertThat(ingested.days().get(0).count()).isZero();
  }

  @Test
  void theLandMaskRejectsSeaAndCountsLand() throws IOException {
    // land: one half of the column of pixels, written from the south as CATDS does
    double[] lats = new double[EaseGrid2.ROWS];
    Arrays.setAll(lats, i -> EaseGrid2.centreLatitude(EaseGrid2.grid25km(false), i));
    double[] land = new double[EaseGrid2.ROWS * EaseGrid2.COLUMNS];
    Arrays.setAll(
        land,
        i ->
            i % EaseGrid2.COLUMNS == SmosSamples.COLUMN
                    && i / EaseGrid2.COLUMNS < EaseGrid2.ROWS / 2
                ? 1
                : 0);
    NetcdfOutput output =
        NetcdfOutput.titled("mask")
            .dimension("lat", EaseGrid2.ROWS)
            .dimension("lon", EaseGrid2.COLUMNS);
    output.doubles("lat", "lat").values(lats);
    output.doubles("lon", "lon").values(longitudes());
    output.ints(LandMask.VARIABLE, "lat", "lon").values(land);
    Path path = folder.resolve("mask.nc");
    output.write(Location.of(path));

    Ingested ingested =
        ingest(step(Optional.of(LandMask.read(Location.of(path)))), STEM + ".nc", netcdf);

    assertThat(ingested.counts().accepted()).isEqualTo(292);
    int reason = ingested.counts().reasons().indexOf(IngestStep.NOT_LAND);
    assertThat(ingested.counts().alone()[reason]).isEqualTo(292);
    int south = 30 * 180 + 90;
    int north = 60 * 180 + 90;
    // all of the little land there is has been seen
    assertThat(ingested.days().get(0).validFraction()[south]).isCloseTo(1, within(1e-6f));
    assertThat(ingested.days().get(0).value()[south]).isCloseTo(0.25f, within(1e-4f));
    assertThat(ingested.days().get(0).value()[north]).isNaN();
  }

  private static double[] longitudes() {
    double[] lons = new double[EaseGrid2.COLUMNS];
    Arrays.setAll(lons, i -> EaseGrid2.longitude((i - 693.5) * EaseGrid2.PIXEL));
    return lons;
  }

  /** A row of pixels, of which the first two are land, in longitudes from Greenwich on. */
  @Test
  void theColumnsOfAMaskAreKnownByTheirLongitudes() throws IOException {
    double[] own = longitudes();
    double[] turned = new double[EaseGrid2.COLUMNS];
    double[] land = new double[EaseGrid2.COLUMNS];
    land[0] = 1;
    land[1] = 1;
    Arrays.setAll(turned, i -> (own[(i + 694) % own.length] + 360) % 360);
    for (double shift : new double[] {0, 0.13}) {
      NetcdfOutput output =
          NetcdfOutput.titled("mask").dimension("lat", 1).dimension("lon", EaseGrid2.COLUMNS);
      output.doubles("lat", "lat").values(EaseGrid2.centreLatitude(EaseGrid2.grid25km(true), 200));
      output.doubles("lon", "lon").values(Arrays.stream(turned).map(l -> l + shift).toArray());
      output.ints(LandMask.VARIABLE, "lon", "lat").values(land);
      Path path = folder.resolve("mask" + shift + ".nc");
      output.write(Location.of(path));
      if (shift == 0) {
        LandMask mask = LandMask.read(Location.of(path));
        assertThat(mask.grid().west(0)).isZero();
        assertThat(mask.land()[1]).isEqualTo(1);
        assertThat(mask.land()[2]).isZero();
      } else {
        assertThatThrownBy(() -> LandMask.read(Location.of(path)))
            .isInstanceOf(InputException.class)
            .hasMessageContaining("variable lon");
      }
    }
  }

  @Test
  void aMaskOfAnotherGridOrOtherValuesIsRefused() throws IOException {
    NetcdfOutput small = NetcdfOutput.titled("mask").dimension("lat", 2).dimension("lon", 2);
    small.doubles("lat", "lat").values(10, 20);
    small.doubles("lon", "lon").values(10, 20);
    small.ints(LandMask.VARIABLE, "lat", "lon").values(0, 1, 1, 0);
    Path path = folder.resolve("small.nc");
    small.write(Location.of(path));

    assertThatThrownBy(() -> LandMask.read(Location.of(path)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("where EASE-Grid 2.0 has");
  }
}
