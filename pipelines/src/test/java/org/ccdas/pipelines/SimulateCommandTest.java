package org.ccdas.pipelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.commons.math3.stat.StatUtils;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.report.run.ResultJson;
import org.ccdas.report.run.RunSummary;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Ensembles of a real run of a small world, by the command line. */
class SimulateCommandTest {
  private static final int MEMBERS = 6;

  /** Held, since the log manager holds loggers weakly. */
  private static final Logger FLINK = Logger.getLogger("org.apache.flink");

  private record Outcome(int exit, String out, String err) {}

  @TempDir private static Path shared;
  private static SmallWorld world;
  private static Path run;
  private static Outcome simulated;
  private static byte[] ensemble;
  private static List<String> csv;
  private static String page;

  @BeforeAll
  static void runAndSimulate() throws IOException {
    FLINK.setLevel(Level.SEVERE);
    world = SmallWorld.write(shared.resolve("world"));
    world.spoil(world.experiment(), "uncertainty: false", "uncertainty: true, moves: 0");
    run = shared.resolve("run");
    Outcome first =
        execute(
            "run",
            world.experiment().toString(),
            "--data",
            world.folder().toString(),
            "--out",
            run.toString());
    assertThat(first.exit()).as(first.err()).isZero();
    simulated = simulate("--ensemble", String.valueOf(MEMBERS));
    assertThat(simulated.exit()).as(simulated.err()).isZero();
    ensemble = Files.readAllBytes(run.resolve("ensemble.nc"));
    csv = Files.readAllLines(run.resolve("ensemble.csv"), StandardCharsets.UTF_8);
    page = Files.readString(run.resolve("report.html"), StandardCharsets.UTF_8);
  }

  private static Outcome execute(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Ccdas.commandLine();
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return new Outcome(line.execute(arguments), out.toString(), err.toString());
  }

  private static Outcome simulate(String... more) {
    String[] arguments = new String[2 + more.length];
    arguments[0] = "simulate";
    arguments[1] = run.toString();
    System.arraycopy(more, 0, arguments, 2, more.length);
    return execute(arguments);
  }

  @Test
  void spreadsAreThoseOfTheMembersBesideTheLinearOnesOfTheRun() {
    try (NetcdfInput file = NetcdfInput.open(Location.of(run.resolve("ensemble.nc")));
        NetcdfInput posterior = NetcdfInput.open(Location.of(run.resolve("posterior.nc")))) {
      assertThat(file.variable("distribution").readStrings()).containsExactly("posterior", "prior");
      List<String> names = file.variable("target_name").readStrings();
      assertThat(names).isEqualTo(posterior.variable("target_name").readStrings());
      int targets = names.size();
      double[] linear = file.variable("linear_sigma").read();
      assertThat(Arrays.copyOf(linear, targets))
          .isEqualTo(posterior.variable("target_posterior_sigma").read());
      assertThat(Arrays.copyOfRange(linear, targets, 2 * targets))
          .isEqualTo(posterior.variable("target_prior_sigma").read());
      double[] centre = file.variable("centre").read();
      assertThat(Arrays.copyOf(centre, targets))
          .isEqualTo(posterior.variable("target_posterior").read());
      assertThat(Arrays.copyOfRange(centre, targets, 2 * targets))
          .isEqualTo(posterior.variable("target_prior").read());

      int gpp = names.indexOf("GPP globe mean");
      double[] values = file.variable("target_value").read();
      double[] members = new double[MEMBERS];
      for (int m = 0; m < MEMBERS; m++) {
        members[m] = values[(MEMBERS + m) * targets + gpp];
      }
      assertThat(file.variable("member_from").readStrings().get(MEMBERS)).isEqualTo("prior");
      assertThat(file.variable("ensemble_sigma").read()[targets + gpp])
          .isCloseTo(Math.sqrt(StatUtils.variance(members)), within(1e-12))
          // 6 members tell a spread to a third; a model that ignored them would not spread
          .isBetween(0.2 * linear[targets + gpp], 5 * linear[targets + gpp]);
      assertThat(file.variable("member_thrown_away").read()).hasSize(2 * MEMBERS);
    }
  }

  @Test
  void membersOfThePriorAreStandardNormal() {
    try (NetcdfInput file = NetcdfInput.open(Location.of(run.resolve("ensemble.nc")))) {
      double[] x = file.variable("x").read();
      double[] prior = Arrays.copyOfRange(x, x.length / 2, x.length);
      double error = 1 / Math.sqrt(prior.length);
      assertThat(StatUtils.mean(prior)).isCloseTo(0, within(4 * error));
      assertThat(StatUtils.variance(prior)).isCloseTo(1, within(4 * Math.sqrt(2) * error));
      assertThat(Arrays.stream(prior).map(Math::abs).max().orElseThrow()).isLessThanOrEqualTo(4);
    }
  }

  @Test
  void theTableAndThePageShowIt() {
    assertThat(simulated.out())
        .contains("6 members from the posterior", "6 members from the prior")
        .contains(
            "NEP globe", "by chance 1 +- 0.32", "wrote ensemble.nc, ensemble.csv, report.html");
    assertThat(csv.get(0))
        .isEqualTo(
            "target,unit,distribution,centre,linear_sigma,centre_sigma,ensemble_sigma,ratio,"
                + "mean_less_centre,median,lower68,upper68,lower95,upper95");
    assertThat(csv).anyMatch(line -> line.startsWith("NEP globe mean,PgC yr-1,prior,"));
    assertThat(page).contains("id=\"ensemble-spread\"");
  }

  @Test
  void sameBytesForAnotherNumberOfWorkers() throws IOException {
    Path resolved = run.resolve("resolved.yaml");
    String text = Files.readString(resolved);
    assertThat(text).contains("targetParallelism: 2");
    Files.writeString(resolved, text.replace("targetParallelism: 2", "targetParallelism: 1"));
    assertThat(simulate("--ensemble", String.valueOf(MEMBERS)).exit()).isZero();
    Files.writeString(resolved, text);
    assertThat(run.resolve("ensemble.nc")).hasBinaryContent(ensemble);
  }

  @Test
  void fewerMembersAreTheFirstOnesAlsoOnFlinkAndOtherSeedsGiveOthers() throws IOException {
    double[] all = values(run.resolve("ensemble.nc"));
    double[] first = Arrays.copyOf(all, 2 * all.length / (2 * MEMBERS));
    assertThat(twoOfThePosterior()).isEqualTo(first);
    assertThat(twoOfThePosterior("--runner", "flink")).isEqualTo(first);
    assertThat(twoOfThePosterior("--seed", "77")).isNotEqualTo(first);
  }

  /** Targets of two members in the place of those of the file, which are put back. */
  private static double[] twoOfThePosterior(String... more) throws IOException {
    List<String> options = new ArrayList<>(List.of("--ensemble", "2", "--from", "posterior"));
    options.addAll(List.of(more));
    Outcome outcome = simulate(options.toArray(String[]::new));
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    double[] values = values(run.resolve("ensemble.nc"));
    Files.write(run.resolve("ensemble.nc"), ensemble);
    return values;
  }

  private static double[] values(Path file) {
    try (NetcdfInput input = NetcdfInput.open(Location.of(file))) {
      return input.variable("target_value").read();
    }
  }

  @Test
  void refusesWhatIsNoRunOrHasChanged() throws IOException {
    assertThat(simulate("--ensemble", "1").exit()).isEqualTo(2);
    assertThat(simulate("--ensemble", "5", "--from", "nowhere").exit()).isEqualTo(2);
    Outcome none = execute("simulate", world.folder().toString(), "--ensemble", "5");
    assertThat(none.exit()).isEqualTo(1);
    assertThat(none.err()).contains("there is no run in this folder");
    byte[] flask = Files.readAllBytes(world.flask("MLO"));
    Files.write(world.flask("MLO"), Arrays.copyOf(flask, flask.length - 1));
    Outcome changed = simulate("--ensemble", "5");
    Files.write(world.flask("MLO"), flask);
    assertThat(changed.exit()).isEqualTo(1);
    assertThat(changed.err()).contains("the digest of the blocks differs");
  }

  @Test
  void theRunIsJudgedByIndependentData() throws IOException {
    Path data = Files.createDirectories(shared.resolve("independent"));
    for (String model : List.of("A", "B", "C")) {
      Files.writeString(
          data.resolve("DGVM_" + model + "_monthly.csv"),
          "201001 -0.25 -0.25 0 0\n201002 -0.75 -0.75 0 0\n");
    }
    Path out = shared.resolve("judged");
    Outcome judged =
        execute("evaluate", run.toString(), "--against", data.toString(), "--out", out.toString());
    assertThat(judged.exit()).as(judged.err()).isZero();
    assertThat(judged.out()).contains("gcb2020-dgvm: 3 files", "gpp-larger: cannot be tested");
    assertThat(out.resolve("evaluation.html")).isNotEmptyFile();
    JsonNode mean = null;
    for (JsonNode one :
        ResultJson.read(Location.of(out.resolve("evaluation.json")), JsonNode.class)
            .path("comparisons")) {
      boolean wanted =
          one.path("ensemble").asBoolean() && one.path("place").asText().equals("globe");
      mean = wanted ? one : mean;
    }
    assertThat(mean.path("referenceMean").asDouble()).isEqualTo(6 + 0.6, within(1e-12));
    RunSummary summary =
        ResultJson.read(Location.of(run.resolve("summary.json")), RunSummary.class);
    assertThat(mean.path("posterior").path("months").path("mean").asDouble())
        .isCloseTo(summary.global().mean().nep().posterior(), within(1e-6));
    assertThat(mean.path("prior").path("months").path("mean").asDouble())
        .isCloseTo(summary.global().mean().nep().prior(), within(1e-6));
    RunSummary.Target target =
        summary.targets().stream()
            .filter(one -> one.name().equals("NEP globe mean"))
            .findFirst()
            .orElseThrow();
    assertThat(mean.path("posteriorSigma").asDouble()).isEqualTo(target.sigma().posterior());
  }
}
