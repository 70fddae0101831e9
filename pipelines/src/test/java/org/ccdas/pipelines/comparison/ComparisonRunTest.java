package org.ccdas.pipelines.comparison;

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
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.pipelines.SmallWorld;
import org.ccdas.pipelines.config.ComparisonFile;
import org.ccdas.pipelines.config.ComparisonPlan;
import org.ccdas.pipelines.config.RunnerOverride;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonRunTest {
  private static final String MEMBERS =
      """
      name: small-experiments
      title: Small
      base: small.yaml
      members:
        - {name: prior, assimilate: []}
        - name: co2
          assimilate: [co2]
          heldOut: {stations: [BRW]}
        - {name: both, assimilate: [co2, soilMoisture], posterior: {uncertainty: true}}
        - {name: cross, assimilate: [co2, soilMoisture], minimiser: {kind: gaussNewton, maxEvaluations: 4}}
      """;

  /** The first two members of them. */
  private static final String TWO = MEMBERS.substring(0, MEMBERS.indexOf("  - {name: both"));

  /** All members have run here, the first two of them before the others were named. */
  private static final String ALL = "all";

  @TempDir private static Path folder;
  private static SmallWorld world;
  private static FileTime finishedFirst;
  private static String toldOfAll;

  private final StringWriter told = new StringWriter();

  @BeforeAll
  static void runTwoMembersThenAll() throws IOException {
    world = SmallWorld.write(folder.resolve("world"));
    StringWriter told = new StringWriter();
    assertThat(run(world, TWO, "two", false, told)).isZero();
    copy("two", ALL);
    finishedFirst = Files.getLastModifiedTime(out(ALL, "co2").resolve("summary.json"));
    assertThat(run(world, MEMBERS, ALL, true, told)).isZero();
    toldOfAll = told.toString();
  }

  private static int run(
      SmallWorld world, String members, String out, boolean resume, StringWriter told)
      throws IOException {
    Path file = world.folder().resolve("members.yaml");
    Files.writeString(file, members, StandardCharsets.UTF_8);
    ComparisonPlan plan =
        ComparisonFile.read(Location.of(file), Location.of(world.folder()), RunnerOverride.NONE);
    return new ComparisonRun(
            plan,
            Location.of(folder.resolve(out)),
            resume,
            new PrintWriter(told),
            Exception::getMessage)
        .run();
  }

  private static void copy(String from, String to) throws IOException {
    SmallWorld.copy(folder.resolve(from), folder.resolve(to));
  }

  private static JsonNode summary(String member) throws IOException {
    return new ObjectMapper().readTree(out(ALL, member).resolve("summary.json").toFile());
  }

  private static Path out(String comparison, String name) {
    return folder.resolve(comparison).resolve(name);
  }

  @Test
  void membersShareBlocksAndPriorAndAreCompared() throws IOException {
    for (String member : List.of("prior", "co2", "both", "cross")) {
      assertThat(out(ALL, member).resolve("report.html")).exists();
      assertThat(out(ALL, member).resolve("blocks")).doesNotExist();
      assertThat(summary(member).at("/global/mean/nep/prior").asDouble())
          .as("NEP at x = 0 of %s", member)
          .isEqualTo(summary("prior").at("/global/mean/nep/prior").asDouble());
    }
    try (Stream<Path> blocks = Files.list(out(ALL, "blocks"))) {
      // two blocks and the manifest
      assertThat(blocks).hasSize(3);
    }
    assertThat(out(ALL, "comparison.html")).content().contains("Side by side", "fit-stations");
    assertThat(out(ALL, "comparison.csv"))
        .content()
        .startsWith("member,quantity,item,data,year,value,sigma,unit\nprior,done,,,,1.0,,1\n")
        .contains("co2,rmse,co2,heldOut,,");
    assertThat(toldOfAll).contains("member 4 of 4: cross", "differ in the minimiser only");
    assertThat(out(ALL, "comparison.html.tmp")).doesNotExist();
  }

  @Test
  void thePriorStaysWhereItIs() throws IOException {
    JsonNode prior = summary("prior");
    assertThat(prior.at("/cost/posterior").asDouble()).isZero();
    assertThat(prior.at("/global/mean/nep/posterior").asDouble())
        .isEqualTo(prior.at("/global/mean/nep/prior").asDouble());
    assertThat(prior.at("/fit/co2/assimilated").isNull()).isTrue();
    assertThat(prior.at("/fit/co2/heldOut/n").asInt()).isEqualTo(10);
    assertThat(prior.at("/fit/soilMoisture/heldOut/n").asInt()).isPositive();
  }

  /** The parts of the data are all of it, and each stream's chi-square that of its cost. */
  @Test
  void assimilatedAndHeldOutDataAreAllData() throws IOException {
    JsonNode co2 = summary("co2");
    assertThat(co2.at("/fit/co2/assimilated/n").asInt()).isEqualTo(6);
    assertThat(co2.at("/fit/co2/assimilated/stations").asInt()).isEqualTo(3);
    assertThat(co2.at("/fit/co2/heldOut/n").asInt()).isEqualTo(4);
    assertThat(co2.at("/fit/co2/assimilated/chiSquare/posterior").asDouble() * 6 / 2)
        .isCloseTo(co2.at("/cost/terms/co2/posterior").asDouble(), within(1e-9));
    assertThat(summary("both").at("/fit/co2/assimilated/n").asInt()).isEqualTo(8);
    JsonNode moisture = summary("both").at("/fit/soilMoisture");
    assertThat(moisture.at("/heldOut").isNull()).isTrue();
    int n = moisture.at("/assimilated/n").asInt();
    assertThat(co2.at("/fit/soilMoisture/heldOut/n").asInt()).isEqualTo(n);
    assertThat(moisture.at("/assimilated/chiSquare/posterior").asDouble() * n / 2)
        .isCloseTo(
            summary("both").at("/cost/terms/soilMoisture/posterior").asDouble(), within(1e-9));
  }

  @Test
  void resumeRunsOnlyWhatIsMissing() throws IOException {
    assertThat(Files.getLastModifiedTime(out(ALL, "co2").resolve("summary.json")))
        .isEqualTo(finishedFirst);
    assertThat(out("two", "both")).doesNotExist();
    assertThat(out(ALL, "both").resolve("report.html")).exists();
    assertThat(toldOfAll).contains("done before");
    assertThatThrownBy(() -> run(world, MEMBERS, ALL, false, told))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("--resume");
    assertThatThrownBy(() -> run(world, MEMBERS.replace("[BRW]", "[ALT]"), ALL, true, told))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("member co2 has been run with other settings");
  }

  /** Killed before its page was written, a member goes on from its state with the same bits. */
  @Test
  void aMemberThatDidNotEndGoesOn() throws IOException {
    copy("two", "killed");
    Path co2 = out("killed", "co2");
    byte[] state = Files.readAllBytes(co2.resolve("state.json"));
    byte[] parameters = Files.readAllBytes(co2.resolve("parameters.nc"));
    for (String file : List.of("parameters.nc", "provenance.json", "report.html")) {
      Files.delete(co2.resolve(file));
    }
    assertThat(run(world, TWO, "killed", true, told)).isZero();
    assertThat(co2.resolve("state.json")).hasBinaryContent(state);
    assertThat(co2.resolve("parameters.nc")).hasBinaryContent(parameters);
    assertThat(co2.resolve("report.html")).exists();
    assertThat(told.toString()).containsOnlyOnce("done before");
  }

  @Test
  void aMemberThatFailsIsToldAndTheOthersAreRun() throws IOException {
    SmallWorld spoilt = world.copyTo(folder.resolve("spoilt"));
    byte[] flask = Files.readAllBytes(spoilt.flask("SPO"));
    Files.delete(spoilt.flask("SPO"));
    assertThat(run(spoilt, TWO, "failed", false, told)).isEqualTo(2);
    assertThat(out("failed", "comparison.html"))
        .content()
        .contains("failed: ", "station SPO", "Not among the results: prior, co2");
    assertThat(out("failed", "comparison.csv")).content().contains("co2,done,,,,0.0,,1");
    Files.write(spoilt.flask("SPO"), flask);
    assertThat(run(spoilt, TWO, "failed", true, told)).isZero();
    assertThat(out("failed", "comparison.html")).content().doesNotContain("failed: ");
  }

  @Test
  void thereMustBeSomethingToResume() {
    assertThatThrownBy(() -> run(world, MEMBERS, "nowhere", true, told))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no comparison to resume");
  }
}
