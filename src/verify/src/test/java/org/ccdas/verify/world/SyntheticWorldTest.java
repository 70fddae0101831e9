package org.ccdas.verify.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ccdas.assimilate.evaluation.BlockFluxes;
import org.ccdas.assimilate.evaluation.EvaluationSetup;
import org.ccdas.assimilate.evaluation.LocalEvaluation;
import org.ccdas.bethy.lane.ModelSeries;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.CellTable;
import org.ccdas.inputs.land.SoilTextures;
import org.ccdas.inputs.station.Station;
import org.ccdas.inputs.station.StationTable;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.block.Block;
import org.ccdas.observe.co2.Co2Operator;
import org.ccdas.observe.co2.ObservationError;
import org.ccdas.observe.co2.StationObservations;
import org.ccdas.observe.station.RecordFiles;
import org.ccdas.observe.station.RecordFormat;
import org.ccdas.observe.station.RecordPlace;
import org.ccdas.observe.station.StationRecord;
import org.ccdas.transport.BackgroundFluxes;
import org.ccdas.transport.ZonalBox;
import org.ccdas.verify.co2.FlaskWorld;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticWorldTest {
  private static final long SEED = 3;
  private static final double ROUNDING = 0.0051;

  @TempDir static Path folder;
  private static SyntheticWorld world;
  private static SyntheticWorld.Truth truth;
  private static double[] concentrations;
  private static BlockFluxes fluxes;

  @BeforeAll
  static void write() throws IOException {
    world = new SyntheticWorld(Location.of(folder.resolve("world")), SEED);
    truth = world.write();
    LocalEvaluation evaluation = new LocalEvaluation(truth.perfect(), truth.blocks());
    concentrations = evaluation.cost(truth.x()).stream("co2").modelled();
    fluxes = evaluation.fluxes(truth.x()).get(0);
  }

  private static Co2Operator co2(EvaluationSetup setup) {
    return setup.stream("co2", Co2Operator.class);
  }

  private static Map<String, byte[]> files(SyntheticWorld of) throws IOException {
    Path root = of.cells().parent().path();
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(path).toString(), Files.readAllBytes(path));
      }
    }
    return files;
  }

  private static SyntheticWorld other(String name, long seed) throws IOException {
    SyntheticWorld other = new SyntheticWorld(Location.of(folder.resolve(name)), seed);
    other.write();
    return other;
  }

  @Test
  void theSameSeedWritesTheSameBytes() throws IOException {
    Map<String, byte[]> expected = files(world);
    Map<String, byte[]> again = files(other("again", SEED));
    assertThat(again.keySet()).isEqualTo(expected.keySet());
    assertThat(expected.keySet())
        .contains("cells.csv", "textures.csv", "forcing.nc", "background-totals.csv")
        .hasSizeGreaterThanOrEqualTo(
            4 + FlaskWorld.ASSIMILATED.size() + FlaskWorld.HELD_OUT.size());
    assertThat(expected.keySet().stream().filter(name -> name.endsWith(".dat")))
        .hasSize(FlaskWorld.ASSIMILATED.size() + FlaskWorld.HELD_OUT.size());
    expected.forEach((name, bytes) -> assertThat(again.get(name)).as(name).isEqualTo(bytes));
  }

  @Test
  void anotherSeedGivesOtherWeatherAndObservations() throws IOException {
    Map<String, byte[]> here = files(world);
    Map<String, byte[]> there = files(other("other", SEED + 1));
    assertThat(there.get("forcing.nc")).isNotEqualTo(here.get("forcing.nc"));
    for (String name : here.keySet()) {
      if (name.endsWith(".dat")) {
        assertThat(there.get(name)).as(name).isNotEqualTo(here.get(name));
      }
    }
    // land and background belong to the world, not to the seed
    assertThat(there.get("cells.csv")).isEqualTo(here.get("cells.csv"));
    assertThat(there.get("background-totals.csv")).isEqualTo(here.get("background-totals.csv"));
  }

  @Test
  void landIsReadAsItWasWritten() {
    CellTable table = CellTable.read(world.cells());
    List<Cell> land = WorldLand.cells().cells();
    assertThat(table.cells())
        .extracting(Cell::pfts)
        .isEqualTo(land.stream().map(Cell::pfts).toList());
    for (int i = 0; i < land.size(); i++) {
      assertThat(table.cells().get(i).area()).isCloseTo(land.get(i).area(), within(1e-6 * 1e13));
      assertThat(table.cells().get(i).box()).isEqualTo(land.get(i).box());
    }
    int[] textures = SoilTextures.read(world.textures(), table);
    for (int i = 0; i < textures.length; i++) {
      assertThat(textures[i]).isEqualTo(WorldClimate.texture(land.get(i).lat(), land.get(i).lon()));
    }
  }

  @Test
  void allTypesAndTexturesOccur() {
    Set<Integer> pfts = new HashSet<>();
    Set<Integer> textures = new HashSet<>();
    for (Block block : truth.blocks()) {
      block.tiles().forEach(tile -> pfts.add(tile.pft()));
      block.tiles().forEach(tile -> textures.add(tile.texture()));
    }
    assertThat(pfts).hasSize(Cell.PFTS);
    assertThat(textures).hasSize(SoilTextures.COUNT);
  }

  @Test
  void backgroundHasTheTotalsOfItsFile() {
    MonthAxis months = MonthAxis.of(SyntheticWorld.FIRST, SyntheticWorld.WINDOW.last());
    BackgroundFluxes background =
        BackgroundFluxes.read(world.background(), ZonalBox.regions(), months, Location.of(folder));
    assertThat(background.mass("fossil", 2011)).isCloseTo(9, within(1e-9));
    assertThat(background.mass("ocean", 2010)).isCloseTo(-2, within(1e-9));
  }

  @Test
  void recordsOfTheFilesAreTheObservationsOfTheTruth() {
    StationTable table = StationTable.standard();
    ObservationError error = ObservationError.standard();
    for (StationObservations expected : co2(truth.setup()).term().stations()) {
      StationRecord record = record(expected.station().code());
      StationObservations read =
          error.screen(record, stationOf(table, record), SyntheticWorld.WINDOW).observations();
      assertThat(read.station()).isEqualTo(expected.station());
      assertThat(read.value()).containsExactly(expected.value(), within(ROUNDING));
      assertThat(read.sigma()).containsExactly(expected.sigma(), within(1e-12));
    }
    for (String code : FlaskWorld.HELD_OUT) {
      assertThat(record(code).months()).hasSize(1 + SyntheticWorld.WINDOW.count());
    }
  }

  private static Station stationOf(StationTable table, StationRecord record) {
    RecordPlace place = record.place();
    return table.station(record.code()).at(place.lat(), place.lon(), place.elevation());
  }

  private static StationRecord record(String code) {
    return RecordFiles.read(
            world.flasks().resolve(code.toLowerCase(Locale.ROOT) + ".dat"),
            RecordFormat.WDCGG,
            Set.of())
        .record();
  }

  @Test
  void theTruthFitsItsPerfectDataExactly() {
    assertThat(co2(truth.perfect()).cost(concentrations)).isZero();
    assertThat(co2(truth.setup()).cost(concentrations)).isGreaterThan(100);
    assertThat(truth.blocks()).hasSize(1);
    assertThat(truth.x()).isEqualTo(truth.setup().control().draw(SEED));
  }

  @Test
  void errorsHaveTheCovarianceThatIsAssumed() {
    double[] whitened =
        co2(truth.setup()).term().whiten(difference(values(co2(truth.setup()).term().stations())));
    int n = whitened.length;
    assertThat(n).isEqualTo(13 * 24);
    double mean = Arrays.stream(whitened).average().orElseThrow();
    double square = Arrays.stream(whitened).map(w -> w * w).average().orElseThrow();
    double lagged = 0;
    for (int i = 1; i < n; i++) {
      lagged += whitened[i] * whitened[i - 1] / n;
    }
    // four standard deviations of n independent normal numbers
    assertThat(mean).isCloseTo(0, within(4 / Math.sqrt(n)));
    assertThat(square).isCloseTo(1, within(4 * Math.sqrt(2.0 / n)));
    assertThat(lagged).isCloseTo(0, within(4 / Math.sqrt(n)));
    // and so the misfit of the truth is that of its errors
    assertThat(co2(truth.setup()).term().chiSquare(Arrays.copyOf(concentrations, n)))
        .isCloseTo(square, within(1e-9));
  }

  private static double[] values(List<StationObservations> stations) {
    return stations.stream().flatMapToDouble(s -> Arrays.stream(s.value())).toArray();
  }

  private static double[] difference(double[] noisy) {
    double[] exact = values(co2(truth.perfect()).term().stations());
    double[] difference = new double[noisy.length];
    Arrays.setAll(difference, i -> noisy[i] - exact[i]);
    return difference;
  }

  @Test
  void stationsHeldOutHaveErrorsToo() {
    int months = SyntheticWorld.WINDOW.count();
    for (int s = 0; s < FlaskWorld.HELD_OUT.size(); s++) {
      StationRecord record = record(FlaskWorld.HELD_OUT.get(s));
      double square = 0;
      for (int month = 0; month < months; month++) {
        double model = concentrations[(FlaskWorld.ASSIMILATED.size() + s) * months + month];
        square += Math.pow(record.months().get(month + 1).co2() - model, 2) / months;
      }
      assertThat(Math.sqrt(square)).isBetween(0.2, 3.0);
    }
  }

  @Test
  void theLandIsPlausible() {
    double[] sums = new double[2];
    Block block = truth.blocks().get(0);
    for (int cell = 0; cell < block.cells().size(); cell++) {
      for (int month = 12; month < fluxes.months(); month++) {
        double area = block.cells().get(cell).area();
        // PgC a year, mean of two years
        sums[0] += fluxes.cells(ModelSeries.GPP)[cell * fluxes.months() + month] * area * 1e-15 / 2;
        sums[1] += fluxes.cells(ModelSeries.NPP)[cell * fluxes.months() + month] * area * 1e-15 / 2;
      }
    }
    assertThat(sums[0]).isBetween(60.0, 220.0);
    assertThat(sums[1] / sums[0]).isBetween(0.3, 0.7);
    assertThat(truth.setup().frozen().count()).isLessThan(block.tiles().size() / 4);
    // seasons of Barrow: more CO2 in April than in August
    double[] barrow = Arrays.copyOfRange(concentrations, 24, 48);
    assertThat(barrow[3] - barrow[7]).isBetween(2.0, 40.0);
  }
}
