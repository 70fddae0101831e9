package org.ccdas.pipelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.assimilate.evaluation.LocalEvaluation;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.forcing.DailyForcing;
import org.ccdas.inputs.land.LandCell;
import org.ccdas.inputs.station.StationTable;
import org.ccdas.observe.block.Block;
import org.ccdas.observe.block.BlockBuilder;
import org.ccdas.observe.block.BlockPart;
import org.ccdas.observe.block.BlockPlan;
import org.ccdas.pipelines.config.ExperimentFile;
import org.ccdas.pipelines.problem.Problem;
import org.ccdas.pipelines.problem.ProblemReader;
import org.ccdas.pipelines.run.RunFolder;
import org.ccdas.transport.Receptor;
import org.ccdas.transport.Response;
import org.ccdas.transport.ResponseFile;
import org.ccdas.transport.ZonalBox;
import org.ccdas.transport.tracer.MonthResponse;
import org.ccdas.transport.tracer.TracerSetup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TransportCommandTest {
  @TempDir private Path folder;

  private record Outcome(int exit, String out, String err) {}

  @Test
  void itsFileGivesTheCostAndGradientOfTheBuiltInModelBitForBit() throws IOException {
    SmallWorld world = SmallWorld.write(folder);
    Path file = folder.resolve("response.nc");
    // in another order than in the experiment, and one more
    Outcome outcome =
        execute("transport", "--stations", "SPO,cgo,MLO,ALT,SMO,BRW", "--out", file.toString());
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out())
        .startsWith("6 stations, 12 start months, 48 lags, 18 regions in " + file);

    Problem builtIn = problem(world);
    world.spoil(
        world.experiment(),
        "observations:",
        "transport: {kind: response, file: response.nc}\n" + "observations:");
    Problem read = problem(world);
    double[] x = builtIn.setup().control().draw(3);
    Evaluation expected = gradient(builtIn, x);
    Evaluation actual = gradient(read, x);
    assertThat(expected.stream("co2").cost()).isPositive();
    assertThat(expected.gradient()).isNotEqualTo(x);
    assertThat(actual.cost()).isEqualTo(expected.cost());
    assertThat(actual.gradient()).containsExactly(expected.gradient());
    assertThat(actual.stream("co2").modelled()).containsExactly(expected.stream("co2").modelled());

    // it was this file that was read
    Files.delete(file);
    assertThatThrownBy(() -> problem(world))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void writesTheStationsOfASet() throws IOException {
    Path file = folder.resolve("new/s10.nc");
    assertThat(execute("transport", "--set", "S10", "--out", file.toString()).exit()).isZero();
    Response response = ResponseFile.read(Location.of(file));
    List<String> codes = StationTable.standard().inSet("S10").stream().map(s -> s.code()).toList();
    assertThat(response.receptors()).extracting(Receptor::code).isEqualTo(codes).hasSize(10);
    assertThat(response.values())
        .containsExactly(new ZonalBox().response(StationTable.standard().inSet("S10")).values());
  }

  @Test
  void responsesAreThoseOfTheTracerModel() throws IOException {
    Path file = folder.resolve("tracer.nc");
    Outcome outcome =
        execute(
            "transport", "responses", "--stations", "SMO", "--lags", "2", "--out", file.toString());
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).startsWith("1 stations, 12 start months, 2 lags, 768 regions;");
    Response response = ResponseFile.read(Location.of(file));
    List<Receptor> receptors = List.of(Receptor.of(StationTable.standard().station("SMO")));
    assertThat(response.receptors()).isEqualTo(receptors);
    MonthResponse april = MonthResponse.of(TracerSetup.standard().model(), receptors, 4, 2);
    for (int region = 0; region < 768; region += 7) {
      // the mean of April: lag 0 of fluxes of April, lag 1 of those of March
      assertThat(response.value(0, 3, 0, region)).isEqualTo(april.values()[0][region]);
      assertThat(response.value(0, 2, 1, region)).isEqualTo(april.values()[1][region]);
    }
    assertThat(folder.resolve("tracer.nc.parts")).doesNotExist();
  }

  @Test
  void refusesUnknownStationsAndSets() {
    Path file = folder.resolve("none.nc");
    assertWrongUse(file, "There is no set S11; known are N, S10, X, none", "--set", "S11");
    assertWrongUse(file, "There is no station XYZ; known are ALT BRW", "--stations", "ALT,XYZ");
    assertWrongUse(file, "Station BRW is named twice", "--stations", "BRW,ALT,PTB");
    assertWrongUse(file, "Missing required argument");
    assertWrongUse(file, "mutually exclusive", "--set", "S10", "--stations", "ALT");
    assertThat(file).doesNotExist();
  }

  private static void assertWrongUse(Path file, String message, String... choice) {
    List<String> arguments = new ArrayList<>(List.of("transport", "--out", file.toString()));
    arguments.addAll(Arrays.asList(choice));
    Outcome outcome = execute(arguments.toArray(String[]::new));
    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).contains(message);
  }

  private static Problem problem(SmallWorld world) {
    return ProblemReader.read(
        ExperimentFile.read(Location.of(world.experiment()), Location.of(world.folder())),
        new RunFolder(Location.of(world.folder())),
        line -> {});
  }

  private static Evaluation gradient(Problem problem, double[] x) {
    LocalDate first = problem.experiment().months().firstDay();
    DailyForcing days =
        problem
            .forcing()
            .read(
                problem.cells().stream().map(LandCell::cell).toList(),
                first,
                problem.experiment().months().lastDay());
    double[] air = new double[days.days()];
    Arrays.setAll(air, day -> problem.air().ppm(first.plusDays(day).getYear()));
    BlockPlan plan = new BlockPlan(0, problem.cells());
    SortedMap<String, BlockPart> parts = new TreeMap<>();
    problem.sources().forEach((stream, source) -> parts.put(stream, source.of(plan)));
    Block block = BlockBuilder.build(plan, days, air, parts);
    return new LocalEvaluation(problem.setup(), List.of(block)).gradient(x);
  }

  private static Outcome execute(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Ccdas.commandLine();
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int exit = line.execute(arguments);
    return new Outcome(exit, out.toString(), err.toString());
  }
}
