package org.ccdas.verify.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.observe.satellite.DeliveredRetrievals;
import org.ccdas.observe.satellite.Delivery;
import org.ccdas.observe.satellite.IngestStep;
import org.ccdas.observe.satellite.Ingested;
import org.ccdas.observe.satellite.LandMask;
import org.ccdas.observe.satellite.Overpass;
import org.ccdas.observe.satellite.OverpassMean;
import org.ccdas.observe.satellite.RegridRule;
import org.ccdas.observe.satellite.Screening;
import org.ccdas.observe.satellite.SoilMoistureDay;
import org.ccdas.observe.satellite.SoilMoistureGrid;
import org.ccdas.observe.satellite.SoilMoistureProducts;
import org.ccdas.observe.smos.CatdsL3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmosWorldTest {
  private static final LocalDate DAY = LocalDate.of(2010, 3, 3);
  private static final List<Cell> CELLS = WorldLand.cells().cells();

  @TempDir Path folder;

  private static double moisture(int cell, LocalDate date) {
    return 0.08 + 0.005 * (cell % 50) + 0.01 * (date.toEpochDay() % 3);
  }

  private static Ingested ingest(Path archive, IngestStep step) throws IOException {
    try (InputStream in = Files.newInputStream(archive)) {
      Screening screening = step.screening(new CatdsL3());
      return step.ingest(
          DeliveredRetrievals.read(
              archive.toString(),
              in,
              SoilMoistureProducts.installed().identify(archive.toString()).orElseThrow(),
              screening.layers(),
              Delivery.Limits.STANDARD,
              bytes -> {}),
          screening);
    }
  }

  @Test
  void whatIsIngestedIsWhatWasThere() throws IOException {
    SmosWorld world = new SmosWorld(Location.of(folder.resolve("smos")), 7, CELLS);
    List<Location> files = world.write(List.of(DAY), SmosWorldTest::moisture);
    Path mask = folder.resolve("land-mask.nc");
    world.writeLandMask(Location.of(mask));
    SoilMoistureGrid grid = SoilMoistureGrid.of(CELLS);
    IngestStep step =
        new IngestStep(
            grid,
            Map.of(),
            Optional.of(LandMask.read(Location.of(mask))),
            RegridRule.STANDARD,
            OptionalDouble.empty());

    Ingested ascending = ingest(files.get(0).path(), step);
    Ingested descending = ingest(files.get(1).path(), step);
    SoilMoistureDay day =
        OverpassMean.merge(
            List.of(ascending.days().get(0), descending.days().get(0)), RegridRule.STANDARD);

    int seen = 0;
    for (int cell = 0; cell < CELLS.size(); cell++) {
      int box = grid.indexOf(CELLS.get(cell).box()).orElseThrow();
      if (!Float.isNaN(day.value()[box])) {
        seen++;
        assertThat(day.value()[box])
            .as("cell %s", CELLS.get(cell))
            .isCloseTo((float) moisture(cell, DAY), within(0.012f));
        assertThat(day.standardError()[box]).isBetween(0.045f, 0.081f);
        assertThat(day.validFraction()[box]).isBetween(0.3f, 1f);
      }
    }
    assertThat(seen).isGreaterThan(CELLS.size() / 3);
    // every reason that the world has been given takes its part, none takes all
    for (String reason :
        List.of(
            "dqx",
            "rfi-probability",
            "chi2-probability",
            "swath-position",
            "strong-topography",
            "open-water",
            "urban-high",
            "frost",
            "coast")) {
      long rejected = ascending.counts().rejected()[ascending.counts().reasons().indexOf(reason)];
      assertThat(rejected).as(reason).isBetween(1L, ascending.counts().retrievals() / 2);
    }
    assertThat(ascending.counts().retrievals()).isGreaterThan(30_000);
    assertThat(ascending.counts().accepted())
        .isBetween(ascending.counts().retrievals() / 4, ascending.counts().retrievals() * 9 / 10);
  }

  @Test
  void gapsOfTheSwathsCloseAfterThreeDays() {
    SmosWorld world = new SmosWorld(Location.of(folder), 1, CELLS);
    boolean[] seen = new boolean[584 * 1388];
    int[] counts = new int[3];
    int land = 0;
    for (int day = 0; day < 3; day++) {
      var retrievals =
          world.retrievals(DAY.plusDays(day), Overpass.ASCENDING, SmosWorldTest::moisture);
      float[] values = retrievals.soilMoisture();
      for (int i = 0; i < values.length; i++) {
        if (!Float.isNaN(values[i])) {
          counts[day]++;
          seen[i] = true;
        }
      }
    }
    SmosScene scene = new SmosScene(CELLS);
    int union = 0;
    for (int i = 0; i < seen.length; i++) {
      land += scene.cell(i) == SmosScene.SEA ? 0 : 1;
      union += seen[i] ? 1 : 0;
    }
    // two fifths of the tropics a day, all of the land in three
    assertThat(counts[0]).isBetween(land / 3, land * 3 / 4);
    assertThat(union).isGreaterThan(land * 99 / 100);
  }

  @Test
  void sameSeedSameBytesAnotherSeedOthers() throws IOException {
    List<LocalDate> days = List.of(DAY);
    Path one =
        new SmosWorld(Location.of(folder.resolve("1")), 5, CELLS)
            .write(days, SmosWorldTest::moisture)
            .get(0)
            .path();
    Path two =
        new SmosWorld(Location.of(folder.resolve("2")), 5, CELLS)
            .write(days, SmosWorldTest::moisture)
            .get(0)
            .path();
    Path other =
        new SmosWorld(Location.of(folder.resolve("3")), 6, CELLS)
            .write(days, SmosWorldTest::moisture)
            .get(0)
            .path();

    assertThat(one).hasSameBinaryContentAs(two);
    assertThat(Files.mismatch(one, other)).isNotEqualTo(-1);
    assertThat(Files.size(one)).isLessThan(3_000_000);
  }

  @Test
  void faultsAreADuplicateAndACutFile() throws IOException {
    SmosWorld world = new SmosWorld(Location.of(folder), 5, CELLS);
    Path good = world.write(List.of(DAY), SmosWorldTest::moisture).get(0).path();

    world.writeFaults(DAY, DAY.plusDays(1), SmosWorldTest::moisture);

    Path older = folder.resolve(good.getFileName().toString().replace("_300_", "_280_"));
    SoilMoistureProducts products = SoilMoistureProducts.installed();
    var kept = products.identify(good.toString()).orElseThrow().identity();
    var left = products.identify(older.toString()).orElseThrow().identity();
    assertThat(left.key()).isEqualTo(kept.key());
    assertThat(left).isLessThan(kept);
    Path cut = folder.resolve("SM_OPER_MIR_CLF31D_20100304T000000_20100304T235959_300_001_7.tgz");
    IngestStep step =
        new IngestStep(
            SoilMoistureGrid.global(12, 15),
            Map.of(),
            Optional.empty(),
            RegridRule.STANDARD,
            OptionalDouble.empty());
    assertThatThrownBy(() -> ingest(cut, step))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(cut.toString());
    assertThat(ingest(good, step).counts().retrievals()).isGreaterThan(30_000);
  }

  @Test
  void everySeventhDaySeesAllPhasesOfTheRepeat() {
    List<LocalDate> days = SmosWorld.days(DAY, DAY.plusDays(28), 7);

    assertThat(days).hasSize(5).startsWith(DAY).endsWith(DAY.plusDays(28));
    assertThat(days.stream().map(day -> day.toEpochDay() % 3).distinct().count()).isEqualTo(3);
  }
}
