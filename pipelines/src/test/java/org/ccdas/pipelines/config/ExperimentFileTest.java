package org.ccdas.pipelines.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Map;
import java.util.regex.Matcher;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.observe.co2.Co2Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentFileTest {
  private static final Path DATA = Path.of("/data");
  private static final String SMALL =
      """
      name: small
      window: {first: 2010-01, last: 2010-12}
      spinUp: {first: 2009-01, last: 2009-12}
      grid: {cells: cells.csv}
      forcing:
        climatology:
          file: ${data}/climate.nc
          temperature: {variable: temp}
          precipitation: {variable: prec}
          sunshine: {variable: sun}
      observations:
        co2:
          folder: ${data}/flasks
          stations: [MLO, SPO]
      """;

  @TempDir private Path folder;

  @Test
  void fillsInDefaults() {
    Experiment experiment = read(SMALL);

    assertThat(experiment.title()).isEqualTo("small");
    assertThat(experiment.seed()).isEqualTo(20100101);
    assertThat(experiment.spinUp().passes()).isEqualTo(2);
    assertThat(experiment.land().vegetatedShare()).isEqualTo(0.85);
    assertThat(experiment.land().texture()).isNull();
    assertThat(experiment.observations().used()).containsOnlyKeys("co2");
    Co2Settings co2 = (Co2Settings) experiment.observations().used().get("co2");
    assertThat(co2.offsetStations()).containsExactly("SPO", "MLO");
    assertThat(co2.heldOut()).isEmpty();
    assertThat(experiment.transport().kind()).isEqualTo(TransportKind.ZONAL_BOX);
    assertThat(experiment.minimiser().gradientTolerance()).isEqualTo(1e-4);
    assertThat(experiment.months().first()).isEqualTo(YearMonth.of(2009, 1));
    assertThat(experiment.months().count()).isEqualTo(24);
  }

  @Test
  void resolvesPaths() {
    Experiment experiment = read(SMALL);
    assertThat(experiment.grid().cells().path())
        .hasToString(folder.resolve("cells.csv").toString());
    assertThat(experiment.forcing().climatology().file().path()).hasToString("/data/climate.nc");
    String remote = SMALL.replace("cells.csv", "gs://bucket/cells.csv");
    assertThat(read(remote).grid().cells().location()).isEqualTo("gs://bucket/cells.csv");
  }

  @Test
  void theResolvedCopyReadsBackAsTheSameExperiment() throws IOException {
    Experiment experiment = read(SMALL);
    Path copy = folder.resolve("elsewhere/resolved.yaml");
    ExperimentFile.write(experiment, Location.of(copy));
    assertThat(ExperimentFile.read(Location.of(copy), null)).isEqualTo(experiment);
    assertThat(Files.readString(copy)).contains("maxIterations: 200").contains("first: 2010-01");
  }

  @Test
  void travelsToWorkers() throws Exception {
    Experiment experiment = read(SMALL);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(experiment);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(experiment);
    }
  }

  @Test
  void suggestsTheKeyThatWasMeant() {
    InputException e = refused(SMALL + "minimiser:\n  memroy: 5\n");
    assertThat(e.file()).endsWith("small.yaml");
    assertThat(e.place()).isEqualTo("line 16, column 3 (minimiser.memroy)");
    assertThat(e.problem()).isEqualTo("unknown key 'memroy'");
    assertThat(e.remedy()).startsWith("Did you mean 'memory'?").contains("gradientTolerance");
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          name: small          | name: [a]              | line 1, column 1 (name)          | a text
          name: small          | name: 12               | line 1, column 1 (name)          | quotes
          name: small          | name: a/b              | line 1, column 1 (name)          | cannot be the name
          name: small          | title: no name         | line 1, column 1 (name)          | 'name' is missing
          name: small          | "name: a\\nseed: 1.5"  | line 2, column 1 (seed)          | a whole number
          name: small          | "name: a\\nseed:"      | line 2, column 1 (seed)          | has no value
          name: small          | "name: a\\nland: 3"    | line 2, column 1 (land)          | a group of keys
          first: 2010-01       | first: 2010-13         | line 2, column 10 (window.first) | a month such as
          first: 2010-01       | first: 2011-02         | line 2, column 10 (window.first) | ends before that
          last: 2009-12        | last: 2009-11          | line 3, column 26 (spinUp.last)  | 11 months
          {first: 2009-01, last: 2009-12} | {first: 2008-01, last: 2008-12} | line 3, column 26 (spinUp.last) | window begins in 2010-01
          {variable: sun}      | {variable: sun, scale: x} | line 10, column 31 (forcing.climatology.sunshine.scale) | a number, found 'x'
          {variable: sun}      | {variable: sun, scale: 0} | line 10, column 31 (forcing.climatology.sunshine.scale) | above 0
          {variable: sun}      | {}                     | line 10, column 5 (forcing.climatology.sunshine.variable) | is missing
          ${data}/flasks       | ${home}/flasks         | line 13, column 5 (observations.co2.folder) | not known here
          [MLO, SPO]           | MLO                    | line 14, column 5 (observations.co2.stations) | a list
          [MLO, SPO]           | []                     | line 14, column 5 (observations.co2.stations) | no station
          [MLO, SPO]           | [MLO, 3]               | line 14, column 21 (observations.co2.stations[1]) | a text
          [MLO, SPO]           | [MLO, MLO]             | line 14, column 21 (observations.co2.stations[1]) | named twice
          [MLO, SPO]           | "[MLO]\\n    heldOut: [SPO, SPO]" | line 15, column 20 (observations.co2.heldOut[1]) | named twice
          [MLO, SPO]           | "[MLO]\\n    minimumMonthsPerYear: 13" | line 15, column 5 (observations.co2.minimumMonthsPerYear) | at most 12
          [MLO, SPO]           | "[MLO]\\n    format: wdcg" | line 15, column 5 (observations.co2.format) | Did you mean 'wdcgg'?
          """)
  void namesThePlaceOfWhatIsWrong(String right, String wrong, String place, String message) {
    InputException e = refused(SMALL.replace(right, wrong.replace("\\n", "\n")));
    assertThat(e.place()).isEqualTo(place);
    assertThat(e).hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "forcing: {}",
        "forcing: {monthly: {files: [m.nc], precipitation: {variable: p}, shortwave: {variable: s}}}",
        "forcing: {monthly: {files: [m.nc], precipitation: {variable: p}, temperature: {variable: t}}}",
        "forcing: {monthly: {files: [], precipitation: {variable: p}, temperature: {variable: t},"
            + " cloud: {variable: c}}}",
        "forcing: {monthly: {files: [m.nc], precipitation: {variable: p}, temperature: {variable: t},"
            + " cloud: {variable: c}, shortwave: {variable: s}}}",
        "forcing: {monthly: {files: [m.nc], precipitation: {variable: p}, tmin: {variable: t},"
            + " cloud: {variable: c}}}",
        "forcing: {monthly: {files: [m.nc], precipitation: {variable: p}, tmin: {variable: t},"
            + " tmax: {variable: t}, cloud: {variable: c}, diurnalRange: {variable: d}}}",
        "transport: {kind: response}",
        "transport: {file: x.nc}",
        "transport: {refinement: 2}",
        "transport: {kind: tracer, file: x.nc}",
        "transport: {kind: tracer, refinement: 9}",
        "land: {texture: {kind: classMap, file: x.nc}}",
        "land: {texture: {kind: table, file: x.csv, variable: v}}",
        "land: {texture: {kind: table, file: x.csv, textures: [7]}}",
        "background: [{name: a, kind: zonal, file: x.nc}]",
        "background: [{name: a, kind: bands, file: x.csv}]",
        "background: [{name: a, kind: regions, file: x.csv, variable: v}]",
        "background: [{name: a, kind: regions, file: x.csv, spread: land}]",
        "background: [{name: a, kind: regions, file: x.csv}, {name: a, kind: regions, file: y.csv}]"
      })
  void refusesWhatDoesNotFitTogether(String lines) {
    String key = lines.substring(0, lines.indexOf(':'));
    String others = key.equals("forcing") ? SMALL.replaceAll("(?s)forcing.*sun}\n", "") : SMALL;
    assertThat(refused(others + lines + "\n").place()).contains(key);
  }

  @Test
  void monthsAndRepeatedYearsAreRead() {
    String monthly =
        """
          monthly:
            files: ["${data}/gldas_*.nc"]
            tmin: {variable: tmn}
            tmax: {variable: tmx}
            precipitation: {variable: pre, unit: mm/month}
            cloud: {variable: cld, unit: percent}
            wetDays: {variable: wet, climatology: "${data}/wet.nc"}
        """;
    Experiment experiment =
        read(
            SMALL
                .replaceAll("(?s)  climatology:.*sun}\n", Matcher.quoteReplacement(monthly))
                .replace("last: 2009-12}", "last: 2009-12, repeat: {first: 2012, last: 2013}}"));
    assertThat(experiment.forcing().monthly().files().get(0).path())
        .hasToString("/data/gldas_*.nc");
    assertThat(experiment.forcing().monthly().wetDays().climatology().location())
        .isEqualTo("/data/wet.nc");
    assertThat(experiment.spinUp().repeat()).isEqualTo(new Years(2012, 2013));
    assertThat(
            refused(
                    SMALL.replace(
                        "last: 2009-12}", "last: 2009-12, repeat: {first: 2013, last: 2012}}"))
                .place())
        .contains("spinUp.repeat");
  }

  @Test
  void readsNumbersWithoutADecimalPoint() {
    assertThat(
            read(SMALL + "minimiser: {gradientTolerance: 1e-5}\n").minimiser().gradientTolerance())
        .isEqualTo(1e-5);
  }

  @Test
  void saysWhenTheDataFolderIsNotNamed() throws IOException {
    Path file = write(SMALL);
    assertThatThrownBy(() -> ExperimentFile.read(Location.of(file), null))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("line 7, column 5 (forcing.climatology.file)")
        .hasMessageContaining("--data FOLDER");
  }

  @Test
  void refusesWhatIsNotYaml() {
    assertThat(refused("name: [a\nseed: 3"))
        .hasMessageContaining("not valid YAML")
        .hasMessageContaining("line 2");
    assertThat(refused("name: a\nname: b\n")).hasMessageContaining("Duplicate field 'name'");
    assertThat(refused("# nothing\n")).hasMessageContaining("empty");
    assertThat(refused(SMALL.replace("{variable: sun}", "{variable: sun, scale: .nan}")).place())
        .startsWith("line 10");
    assertThat(refused("- a\n")).hasMessageContaining("a group of keys, found a list");
  }

  @Test
  void theCommandLineChoosesTheRunner() throws IOException {
    Path file = write(SMALL + "runner: {targetParallelism: 3, flinkMaster: 'a:1'}\n");
    RunnerSettings own = ExperimentFile.read(Location.of(file), Location.of(DATA)).runner();
    assertThat(own).isEqualTo(RunnerSettings.of(RunnerName.DIRECT, 3, "a:1"));
    assertThat(own.onCluster()).isFalse();
    assertThat(
            ExperimentFile.read(
                    Location.of(file),
                    Location.of(DATA),
                    new RunnerOverride(RunnerName.FLINK, null))
                .runner())
        .isEqualTo(RunnerSettings.of(RunnerName.FLINK, 3, "a:1"));
    RunnerSettings cluster =
        ExperimentFile.read(Location.of(file), Location.of(DATA), new RunnerOverride(null, "b:2"))
            .runner();
    assertThat(cluster).isEqualTo(RunnerSettings.of(RunnerName.FLINK, 3, "b:2"));
    assertThat(cluster.onCluster()).isTrue();
    assertThat(refused(SMALL + "runner: {flinkMaster: 'localhost:80810000'}\n"))
        .hasMessageContaining("runner.flinkMaster")
        .hasMessageContaining("not the address of a Flink cluster");
  }

  @Test
  void theRunnersOwnOptionsArePassedThrough() throws IOException {
    String flink =
        SMALL + "runner: {name: flink, options: {objectReuse: true, maxBundleSize: 7}}\n";
    RunnerSettings own = read(flink).runner();
    assertThat(own.options())
        .containsExactly(Map.entry("objectReuse", "true"), Map.entry("maxBundleSize", "7"));
    FlinkPipelineOptions options = RunnerOptions.of(own.options(), FlinkPipelineOptions.class);
    assertThat(options.getObjectReuse()).isTrue();
    assertThat(options.getMaxBundleSize()).isEqualTo(7);
    assertThat(read(ExperimentFile.toYaml(read(flink))).runner()).isEqualTo(own);

    Path file = write(flink);
    assertThat(
            ExperimentFile.read(
                    Location.of(file),
                    Location.of(DATA),
                    new RunnerOverride(null, null, Map.of("maxBundleSize", "9")))
                .runner()
                .options())
        .containsExactly(Map.entry("objectReuse", "true"), Map.entry("maxBundleSize", "9"));
    // the options of one runner are not those of another
    assertThat(
            ExperimentFile.read(
                    Location.of(file),
                    Location.of(DATA),
                    new RunnerOverride(RunnerName.DIRECT, null))
                .runner()
                .options())
        .isEmpty();
  }

  @Test
  void refusesOptionsThatTheRunnerDoesNotHave() {
    assertThat(refused(SMALL + "runner: {name: flink, options: {objectReus: true}}\n"))
        .hasMessageContaining("line 15")
        .hasMessageContaining("runner.options.objectReus")
        .hasMessageContaining("the runner flink has no option 'objectReus'")
        .hasMessageContaining("Did you mean 'objectReuse'?");
    assertThat(refused(SMALL + "runner: {name: flink, options: {parallelism: 3}}\n"))
        .hasMessageContaining("is set by the program. Use runner.targetParallelism");
    assertThat(refused(SMALL + "runner: {name: flink, options: {maxBundleSize: many}}\n"))
        .hasMessageContaining("'many' is no value of the option 'maxBundleSize'");
    assertThat(refused(SMALL + "runner: {options: {objectReuse: true}}\n"))
        .hasMessageContaining("the runner direct has no option 'objectReuse'");
    assertThat(refused(SMALL + "runner: {options: {enforceImmutability: [true]}}\n"))
        .hasMessageContaining("expected a single value, found a list");
  }

  @Test
  void commasWithinTheValueOfAnOptionStay() {
    assertThat(RunnerOptions.parse("a=1,experiments=x,y=,b=p=q"))
        .isEqualTo(Map.of("a", "1", "experiments", "x", "y", "", "b", "p=q"));
    assertThat(RunnerOptions.parse("experiments=x,z")).isEqualTo(Map.of("experiments", "x,z"));
    assertThatThrownBy(() -> RunnerOptions.parse("a")).hasMessage("'a' is not NAME=VALUE");
  }

  @Test
  void refusesAMissingFileAndOtherEncodings() throws IOException {
    assertThatThrownBy(() -> ExperimentFile.read(Location.of(folder.resolve("no.yaml")), null))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no such experiment file");
    Path latin = folder.resolve("latin.yaml");
    Files.write(latin, "name: \u00e9".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> ExperimentFile.read(Location.of(latin), null))
        .hasMessageContaining("UTF-8");
    assertThatThrownBy(() -> ExperimentFile.read(Location.of(folder), null))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("cannot be read");
  }

  private Experiment read(String yaml) {
    try {
      return ExperimentFile.read(Location.of(write(yaml)), Location.of(DATA));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private InputException refused(String yaml) {
    return catchThrowableOfType(InputException.class, () -> read(yaml));
  }

  private Path write(String yaml) throws IOException {
    return Files.writeString(folder.resolve("small.yaml"), yaml);
  }
}
