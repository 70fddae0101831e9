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
import org.junit.jupiter.api.BeforeEach;
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

  @TempDir Path folder;
  private SmallWorld world;
  private final StringWriter told = new StringWriter();

  @BeforeEach
  void writeWorld() throws IOException {
    world = SmallWorld.write(folder.resolve("world"));
  }

  private int run(String members, boolean resume) throws IOException {
    Path file = world.folder().resolve("members.yaml");
    Files.writeString(file, members, StandardCharsets.UTF_8);
    ComparisonPlan plan =
        ComparisonFile.read(Location.of(file), Location.of(world.folder()), RunnerOverride.NONE);
    return new ComparisonRun(
            plan,
            Location.of(folder.resolve("out")),
            resume,
            new PrintWriter(told),
            Exception::getMessage)
        .run();
  }

  private JsonNode summary(String member) throws IOException {
    return new ObjectMapper().readTree(out(member).resolve("summary.json").toFile());
  }

  private Path out(String name) {
    return folder.resolve("out").resolve(name);
  }

  @Test
  void membersShareBlocksAndPriorAndAreCompared() throws IOException {
    assertThat(run(MEMBERS, false)).isZero();

    for (String member : List.of("prior", "co2", "both", "cross")) {
      assertThat(out(member).resolve("report.html")).exists();
      assertThat(out(member).resolve("blocks")).doesNotExist();
      assertThat(summary(member).at("/global/mean/nep/prior").asDouble())
          .as("NEP at x = 0 of %s", member)
          .isEqualTo(summary("prior").at("/global/mean/nep/prior").asDouble());
    }
    try (Stream<Path> blocks = Files.list(out("blocks"))) {
      // two blocks and the manifest
      assertThat(blocks).hasSize(3);
    }
    assertThat(out("comparison.html")).content().contains("Side by side", "fit-stations");
    assertThat(out("comparison.csv"))
        .content()
        .startsWith("member,quantity,item,data,year,value,sigma,unit\nprior,done,,,,1.0,,1\n")
        .contains("co2,rmse,co2,heldOut,,");
    assertThat(told.toString()).contains("member 4 of 4: cross", "differ in the minimiser only");
    assertThat(out("comparison.html.tmp")).doesNotExist();
  }

  @Test
  void thePriorStaysWhereItIs() throws IOException {
    run(MEMBERS.substring(0, MEMBERS.indexOf("  - name: co2")), false);
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
    run(MEMBERS, false);
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
    String two = MEMBERS.substring(0, MEMBERS.indexOf("  - {name: both"));
    run(two, false);
    FileTime before = Files.getLastModifiedTime(out("co2").resolve("summary.json"));
    assertThatThrownBy(() -> run(two, false))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("--resume");
    run(MEMBERS, true);
    assertThat(Files.getLastModifiedTime(out("co2").resolve("summary.json"))).isEqualTo(before);
    assertThat(out("both").resolve("report.html")).exists();
    assertThat(told.toString()).contains("done before");
    assertThatThrownBy(() -> run(MEMBERS.replace("[BRW]", "[ALT]"), true))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("member co2 has been run with other settings");
  }

  /** Killed before its page was written, a member goes on from its state with the same bits. */
  @Test
  void aMemberThatDidNotEndGoesOn() throws IOException {
    String two = MEMBERS.substring(0, MEMBERS.indexOf("  - {name: both"));
    run(two, false);
    byte[] state = Files.readAllBytes(out("co2").resolve("state.json"));
    byte[] parameters = Files.readAllBytes(out("co2").resolve("parameters.nc"));
    for (String file : List.of("parameters.nc", "provenance.json", "report.html")) {
      Files.delete(out("co2").resolve(file));
    }
    run(two, true);
    assertThat(out("co2").resolve("state.json")).hasBinaryContent(state);
    assertThat(out("co2").resolve("parameters.nc")).hasBinaryContent(parameters);
    assertThat(out("co2").resolve("report.html")).exists();
    assertThat(told.toString()).containsOnlyOnce("done before");
  }

  @Test
  void aMemberThatFailsIsToldAndTheOthersAreRun() throws IOException {
    Files.delete(world.flask("SPO"));
    assertThat(run(MEMBERS, false)).isEqualTo(4);
    assertThat(out("comparison.html"))
        .content()
        .contains("failed: ", "station SPO", "Not among the results: prior, co2, both, cross");
    assertThat(out("comparison.csv")).content().contains("co2,done,,,,0.0,,1");
    world = SmallWorld.write(folder.resolve("world"));
    assertThat(run(MEMBERS, true)).isZero();
    assertThat(out("comparison.html")).content().doesNotContain("failed: ");
  }

  @Test
  void thereMustBeSomethingToResume() {
    assertThatThrownBy(() -> run(MEMBERS, true))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no comparison to resume");
  }
}
