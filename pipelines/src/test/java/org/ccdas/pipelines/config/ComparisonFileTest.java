package org.ccdas.pipelines.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.observe.co2.Co2Settings;
import org.ccdas.observe.moisture.SoilMoistureSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonFileTest {
  private static final String BASE =
      """
      name: base
      title: The base
      window: {first: 2010-01, last: 2012-12}
      spinUp: {first: 2009-01, last: 2009-12}
      grid: {cells: cells.csv}
      forcing:
        climatology:
          file: ${data}/climate.nc
          temperature: {variable: temp}
          precipitation: {variable: prec}
          sunshine: {variable: sun}
      observations:
        co2: {folder: "${data}/flasks", stations: [ALT, MLO, SPO], heldOut: [SHM]}
        soilMoisture: {folder: moisture, heldOutYears: [2012]}
      minimiser: {maxEvaluations: 60, damping: 0.01}
      """;

  private static final String FOUR =
      """
      name: four
      base: sub/base.yaml
      members:
        - {name: prior, assimilate: []}
        - {name: moisture, assimilate: [soilMoisture]}
        - name: co2
          assimilate: [co2]
          heldOut: {stations: [MLO], years: [2011]}
        - name: both
          title: All of it
          assimilate: [soilMoisture, co2]
          minimiser: {kind: lbfgs, memory: 7}
      """;

  @TempDir private Path folder;

  private ComparisonPlan read(String text) {
    try {
      Files.createDirectories(folder.resolve("sub"));
      Files.writeString(folder.resolve("sub/base.yaml"), BASE, StandardCharsets.UTF_8);
      Files.writeString(folder.resolve("four.yaml"), text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ComparisonFile.read(
        Location.of(folder.resolve("four.yaml")),
        Location.of("/data"),
        new RunnerOverride(RunnerName.FLINK, null));
  }

  private Experiment experiment(int member) {
    return read(FOUR).runs().get(member).experiment();
  }

  private static Co2Settings co2(ObservationSettings observations) {
    return (Co2Settings) observations.used().get("co2");
  }

  private static SoilMoistureSettings moisture(ObservationSettings observations) {
    return (SoilMoistureSettings) observations.used().get("soilMoisture");
  }

  @Test
  void thePriorAssimilatesNothingAndComparesAll() {
    ObservationSettings observations = experiment(0).observations();
    assertThat(co2(observations).assimilate()).isFalse();
    assertThat(moisture(observations).assimilate()).isFalse();
    assertThat(co2(observations).allStations()).containsExactly("ALT", "MLO", "SPO", "SHM");
    assertThat(experiment(0).name()).isEqualTo("four-prior");
    assertThat(experiment(0).title()).isEqualTo("four: prior");
  }

  @Test
  void whatIsHeldOutIsAddedToThatOfTheBase() {
    Co2Settings co2 = co2(experiment(2).observations());
    assertThat(co2.assimilate()).isTrue();
    assertThat(co2.stations()).containsExactly("ALT", "MLO", "SPO");
    assertThat(co2.heldOut()).containsExactly("SHM", "MLO");
    assertThat(co2.heldOutYears()).containsExactly(2011);
    assertThat(List.of("ALT", "MLO", "SPO", "SHM"))
        .filteredOn(co2::assimilates)
        .containsExactly("ALT", "SPO");
    assertThat(co2.allStations())
        .as("the order of the blocks")
        .isEqualTo(co2(experiment(0).observations()).allStations());
    SoilMoistureSettings moisture = moisture(experiment(2).observations());
    assertThat(moisture.assimilate()).isFalse();
    assertThat(moisture.heldOutYears()).as("not of what is only compared").containsExactly(2012);
  }

  @Test
  void allButTheCostIsThatOfTheBase() {
    read(FOUR);
    Experiment base =
        ExperimentFile.read(Location.of(folder.resolve("sub/base.yaml")), Location.of("/data"));
    for (int member = 0; member < 4; member++) {
      Experiment own = experiment(member);
      assertThat(own.grid()).isEqualTo(base.grid());
      assertThat(own.forcing()).isEqualTo(base.forcing());
      assertThat(own.controlVector()).isEqualTo(base.controlVector());
      assertThat(own.seed()).isEqualTo(base.seed());
      assertThat(own.runner().name()).isEqualTo(RunnerName.FLINK);
    }
  }

  @Test
  void keysLeftOutOfAMinimiserAreThoseOfTheBase() {
    MinimiserSettings own = experiment(3).minimiser();
    assertThat(own.kind()).isEqualTo(MinimiserKind.LBFGS);
    assertThat(own.memory()).isEqualTo(7);
    assertThat(own.maxEvaluations()).isEqualTo(60);
    assertThat(own.damping()).isEqualTo(0.01);
    assertThat(experiment(2).minimiser().kind()).isEqualTo(MinimiserKind.GAUSS_NEWTON);
    assertThat(experiment(3).title()).isEqualTo("All of it");
  }

  @Test
  void knowsMembersThatDifferInTheMinimiserOnly() {
    Member co2 = read(FOUR).comparison().members().get(2);
    Member both = read(FOUR).comparison().members().get(3);
    assertThat(co2.hasTheProblemOf(both)).isFalse();
    Member same =
        new Member(
            "x",
            null,
            List.of(new StreamName("co2"), new StreamName("soilMoisture")),
            both.heldOut(),
            null,
            null);
    assertThat(both.hasTheProblemOf(same)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          memory: 7          | memry: 7         | line 12, column 30 (members[3].minimiser.memry) | Did you mean 'memory'
          memory: 7          | memory: 0        | line 12, column 30 (members[3].minimiser.memory) | at least 1
          memory: 7          | kind: lbgs       | line 12, column 16 (members[3].minimiser) | twice
          assimilate: [co2]  | assimilate: [co] | line 7, column 18 (members[2].assimilate[0]) | Did you mean 'co2'
          stations: [MLO]    | stations: [MLE]  | line 8, column 26 (members[2].heldOut.stations[0]) | Did you mean 'MLO'
          stations: [MLO]    | stations: [SHM]  | line 8, column 26 (members[2].heldOut.stations[0]) | not among those that the base assimilates
          stations: [MLO]    | stations: [ALT, MLO, SPO] | line 8, column 15 (members[2].heldOut.stations) | all stations are held out
          years: [2011]      | years: [2009]    | line 8, column 40 (members[2].heldOut.years[0]) | outside the window
          years: [2011]      | years: [2010, 2011, 2012] | line 8, column 32 (members[2].heldOut.years) | all years
          years: [2011]      | regions: [north] | line 8, column 32 (members[2].heldOut.regions) | does not assimilate soilMoisture or fapar
          name: moisture     | name: prior      | line 5, column 6 (members[1].name) | two members are named prior
          name: moisture     | name: blocks     | line 5, column 6 (members[1].name) | something else
          name: moisture     | name: a/b        | line 5, column 6 (members[1].name) | cannot be the name
          sub/base.yaml      | other.yaml       | '' | there is no such experiment file
          """)
  void namesThePlaceOfWhatIsWrong(String right, String wrong, String place, String message) {
    InputException e =
        catchThrowableOfType(InputException.class, () -> read(FOUR.replace(right, wrong)));
    assertThat(e).hasMessageContaining(message);
    if (!message.equals("twice")) {
      assertThat(e.place()).isEqualTo(place);
    }
  }

  @Test
  void aStreamThatTheBaseLacksIsRefused() {
    InputException e =
        catchThrowableOfType(
            InputException.class,
            () -> {
              read(FOUR);
              Path base = folder.resolve("sub/base.yaml");
              Files.writeString(base, BASE.replaceAll("(?m)^  soilMoisture.*\n", ""));
              ComparisonFile.read(
                  Location.of(folder.resolve("four.yaml")),
                  Location.of("/data"),
                  RunnerOverride.NONE);
            });
    assertThat(e.place()).isEqualTo("line 5, column 35 (members[1].assimilate[0])");
    assertThat(e).hasMessageContaining("no observations.soilMoisture");
  }
}
