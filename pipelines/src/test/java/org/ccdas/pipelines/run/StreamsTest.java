package org.ccdas.pipelines.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.observe.stream.StreamValue;
import org.ccdas.pipelines.SmallWorld;
import org.ccdas.pipelines.config.Experiment;
import org.ccdas.pipelines.config.ExperimentFile;
import org.ccdas.pipelines.problem.ProblemReader;
import org.ccdas.pipelines.results.Results;
import org.ccdas.pipelines.results.ResultsTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same world with both streams of observations, and with either alone. */
class StreamsTest {
  private static final String MOISTURE = "{folder: \"${data}/soil-moisture\"}";

  @TempDir Path folder;

  private RunOutcome run(SmallWorld world, String name) throws IOException {
    Experiment experiment =
        ExperimentFile.read(Location.of(world.experiment()), Location.of(world.folder()));
    RunFolder out = new RunFolder(Location.of(folder.resolve(name)));
    RunLog log = new RunLog(new PrintWriter(new StringWriter()), out.progress(), 7);
    RunOutcome outcome =
        new AssimilationRun(ProblemReader.read(experiment, out, line -> {}), out, false, log).run();
    Results.write(outcome, out);
    StringWriter table = new StringWriter();
    ResultsTable.print(outcome, out, Optional.empty(), new PrintWriter(table));
    Files.writeString(out.result("table.txt").path(), table.toString(), StandardCharsets.UTF_8);
    return outcome;
  }

  private JsonNode summary(String name) throws IOException {
    return new ObjectMapper().readTree(folder.resolve(name).resolve("summary.json").toFile());
  }

  private static void fell(Evaluation prior, Evaluation posterior) {
    assertThat(posterior.cost()).isLessThan(prior.cost());
    double sum = posterior.prior();
    for (StreamValue stream : posterior.streams().values()) {
      sum += stream.cost();
    }
    assertThat(posterior.cost()).isEqualTo(sum);
  }

  private static double co2(Evaluation evaluation) {
    return evaluation.stream("co2").cost();
  }

  private static double moisture(Evaluation evaluation) {
    return evaluation.stream("soilMoisture").cost();
  }

  @Test
  void faparIsAThirdStreamAndLeavesTheReportsOfTheIngest() throws IOException {
    SmallWorld world = SmallWorld.write(folder.resolve("world"));
    Files.writeString(world.soilMoisture().resolveSibling("screening.csv"), "product,reason\n");
    world.observeMonthly("fapar", "1", 0.5);
    world.spoil(
        world.experiment(), MOISTURE, MOISTURE + "\n  fapar: {files: [\"${data}/fapar.nc\"]}");
    RunOutcome outcome = run(world, "three");
    fell(outcome.prior(), outcome.posterior());
    assertThat(outcome.prior().streams()).containsOnlyKeys("co2", "soilMoisture", "fapar");
    assertThat(outcome.prior().stream("fapar").cost()).isPositive();
    assertThat(summary("three").at("/observations/fapar").asInt()).isBetween(1, 6);
    assertThat(folder.resolve("three/fapar.nc")).exists();
    assertThat(folder.resolve("three/ingest/screening.csv")).hasContent("product,reason\n");
    assertThat(folder.resolve("three/table.txt")).content().contains("FAPAR");
  }

  @Test
  void bothStreamsEnterTheCostAndTheResults() throws IOException {
    SmallWorld world = SmallWorld.write(folder.resolve("world"));
    Files.writeString(world.soilMoisture().resolveSibling("screening.csv"), "product,reason\n");
    RunOutcome outcome = run(world, "both");
    assertThat(folder.resolve("both/ingest/screening.csv")).hasContent("product,reason\n");
    fell(outcome.prior(), outcome.posterior());
    assertThat(outcome.prior().streams()).containsOnlyKeys("co2", "soilMoisture");
    assertThat(co2(outcome.prior())).isPositive();
    assertThat(moisture(outcome.prior())).isPositive();
    JsonNode summary = summary("both");
    assertThat(summary.at("/cost/terms/soilMoisture/posterior").asDouble())
        .isCloseTo(moisture(outcome.posterior()), within(1e-9));
    int n = summary.at("/observations/soilMoisture").asInt();
    assertThat(n).isBetween(15, 60);
    assertThat(summary.at("/soilMoisture/observations").asInt()).isEqualTo(n);
    assertThat(summary.at("/soilMoisture/effectiveObservations").asDouble()).isBetween(1.0, 30.0);
    // the misfit of the file's statistics is that of the evaluation
    assertThat(summary.at("/soilMoisture/chiSquare/posterior").asDouble() * n / 2)
        .isCloseTo(moisture(outcome.posterior()), within(1e-9));
    try (NetcdfInput input =
        NetcdfInput.open(Location.of(folder.resolve("both").resolve("soilmoisture.nc")))) {
      assertThat(input.variableNames())
          .contains(
              "observations",
              "effective_observations",
              "r_prior",
              "r_posterior",
              "rmse_posterior",
              "ubrmse_prior",
              "bias_prior",
              "r_prior_odd",
              "r_change_even",
              "r_change_even_anomaly",
              "offset",
              "gain",
              "series_observed",
              "series_posterior");
      double sum = 0;
      for (double value : input.variable("observations").read()) {
        sum += Double.isNaN(value) ? 0 : value;
      }
      assertThat(sum).isEqualTo(n);
    }
    assertThat(Files.readString(folder.resolve("both").resolve("table.txt")))
        .contains("soil moisture, " + n + " values in");
  }

  @Test
  void soilMoistureAloneNeedsNoFlasks() throws IOException {
    SmallWorld world = SmallWorld.write(folder.resolve("world"));
    String text = Files.readString(world.experiment());
    int from = text.indexOf("  co2:");
    int to = text.indexOf("  soilMoisture:");
    world.spoil(world.experiment(), text.substring(from, to), "");
    RunOutcome outcome = run(world, "moisture");
    fell(outcome.prior(), outcome.posterior());
    assertThat(outcome.prior().streams()).containsOnlyKeys("soilMoisture");
    assertThat(moisture(outcome.prior())).isPositive();
    JsonNode summary = summary("moisture");
    assertThat(summary.at("/chiSquare").has("co2")).isFalse();
    assertThat(summary.has("stations")).isFalse();
    assertThat(folder.resolve("moisture").resolve("stations.nc")).doesNotExist();
  }

  @Test
  void aStreamThatIsNotAssimilatedIsCompared() throws IOException {
    SmallWorld world = SmallWorld.write(folder.resolve("world"));
    world.spoil(
        world.experiment(), MOISTURE, "{folder: \"${data}/soil-moisture\", assimilate: false}");
    RunOutcome outcome = run(world, "flask");
    fell(outcome.prior(), outcome.posterior());
    assertThat(moisture(outcome.prior())).isZero();
    assertThat(summary("flask").at("/chiSquare/soilMoisture").isNull()).isTrue();
    JsonNode moisture = summary("flask").at("/soilMoisture");
    assertThat(moisture.at("/observations").asInt()).isZero();
    assertThat(moisture.at("/rmse/prior").asDouble()).isPositive();

    world.spoil(world.experiment(), "assimilate: false", "assimilate: true");
    world.spoil(
        world.experiment(),
        "minimumMonthsPerYear: 2",
        "minimumMonthsPerYear: 2\n    assimilate: false");
    RunOutcome other = run(world, "compared");
    assertThat(co2(other.prior())).isZero();
    assertThat(moisture(other.prior())).isPositive();
    assertThat(summary("compared").at("/chiSquare").has("co2")).isTrue();
    assertThat(summary("compared").at("/chiSquare/co2").isNull()).isTrue();
    assertThat(summary("compared").at("/stations")).hasSize(5);
  }

  @Test
  void badSoilMoistureIsRefused() throws IOException {
    SmallWorld world = SmallWorld.write(folder.resolve("world"));
    Path away = folder.resolve("away.nc");
    Files.move(world.soilMoisture(), away);
    assertThatThrownBy(() -> run(world, "none"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has no file named soil-moisture*.nc");
    Files.move(away, world.soilMoisture());
    world.spoil(world.experiment(), "{folder:", "{files: [\"${data}/forcing.nc\"], folder:");
    assertThatThrownBy(() -> run(world, "two"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("folder and files are given");
    world.spoil(
        world.experiment(),
        "{files: [\"${data}/forcing.nc\"], folder: \"${data}/soil-moisture\"}",
        "{files: [\"${data}/forcing.nc\"]}");
    assertThatThrownBy(() -> run(world, "forcing"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("forcing.nc");
  }
}
