package org.ccdas.pipelines.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ccdas.inputs.file.Location;
import org.ccdas.pipelines.SmallWorld;
import org.ccdas.pipelines.config.ComparisonFile;
import org.ccdas.pipelines.config.RunnerOverride;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is held out has no say: with other values of it every search has the same bits. */
class HoldOutTest {
  private static final String MEMBERS =
      """
      name: hold-outs
      base: small.yaml
      members:
        - name: without
          assimilate: [co2, soilMoisture]
          heldOut: {stations: [BRW], regions: [30N-90N]}
        - {name: with, assimilate: [co2, soilMoisture]}
      """;

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  private void run(String out) throws IOException {
    Path file = folder.resolve("world/members.yaml");
    Files.writeString(file, MEMBERS, StandardCharsets.UTF_8);
    new ComparisonRun(
            ComparisonFile.read(
                Location.of(file), Location.of(folder.resolve("world")), RunnerOverride.NONE),
            Location.of(folder.resolve(out)),
            false,
            new PrintWriter(Writer.nullWriter()),
            Exception::getMessage)
        .run();
  }

  /** Cost, its terms and the norm of the gradient at every control vector. */
  private List<List<JsonNode>> costs(String out, String member) throws IOException {
    List<List<JsonNode>> all = new ArrayList<>();
    for (String line :
        Files.readAllLines(folder.resolve(out).resolve(member + "/progress.jsonl"))) {
      JsonNode json = JSON.readTree(line);
      all.add(
          List.of(
              json.get("cost"),
              json.get("co2"),
              json.get("soilMoisture"),
              json.get("gradientNorm")));
    }
    return all;
  }

  /** The last state of the search, in which every number has all of its bits. */
  private JsonNode state(String out, String member) throws IOException {
    return JSON.readTree(folder.resolve(out).resolve(member + "/state.json").toFile()).get("state");
  }

  private double misfit(String out, String stream, String statistic) throws IOException {
    Path summary = folder.resolve(out).resolve("without/summary.json");
    return JSON.readTree(summary.toFile())
        .at("/fit/" + stream + "/heldOut/" + statistic + "/posterior")
        .asDouble();
  }

  @Test
  void costAndGradientDoNotDependOnWhatIsHeldOut() throws IOException {
    SmallWorld world = SmallWorld.write(folder.resolve("world"));
    run("before");
    world.observeCo2("BRW", 9);
    world.observeCo2("SPO", 9);
    world.observeMoisture(0.09);
    run("after");

    assertThat(costs("after", "without"))
        .hasSizeGreaterThan(3)
        .isEqualTo(costs("before", "without"));
    assertThat(state("after", "without")).isEqualTo(state("before", "without"));
    assertThat(costs("after", "with"))
        .as("the same data assimilated")
        .isNotEqualTo(costs("before", "with"));
    assertThat(misfit("after", "co2", "rmse")).isGreaterThan(1.1 * misfit("before", "co2", "rmse"));
    assertThat(misfit("after", "soilMoisture", "unbiasedRmse"))
        .isGreaterThan(1.1 * misfit("before", "soilMoisture", "unbiasedRmse"));
  }
}
