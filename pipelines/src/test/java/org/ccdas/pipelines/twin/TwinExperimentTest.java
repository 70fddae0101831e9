package org.ccdas.pipelines.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.pipelines.SmallWorld;
import org.ccdas.pipelines.config.Experiment;
import org.ccdas.pipelines.config.ExperimentFile;
import org.ccdas.pipelines.problem.ProblemReader;
import org.ccdas.verify.twin.TwinCoverage;
import org.ccdas.verify.twin.TwinFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three draws over a small world, whose few observations constrain a single direction. */
class TwinExperimentTest {
  private static final int DRAWS = 3;
  private static final List<String> LINES = new ArrayList<>();

  @TempDir private static Path shared;
  private static SmallWorld world;
  private static TwinFolder done;
  private static TwinFindings findings;

  @TempDir private Path temporary;

  @BeforeAll
  static void runWithoutBreak() throws IOException {
    world = SmallWorld.write(shared.resolve("world"));
    world.spoil(
        world.experiment(),
        "kind: lbfgs, maxEvaluations: 4, gradientTolerance: 0",
        "maxEvaluations: 10");
    done = TwinFolder.of(Location.of(shared.resolve("done")));
    findings = run(done, false, DRAWS, LINES::add);
  }

  private static TwinFindings run(
      TwinFolder folder, boolean resume, int draws, Consumer<String> progress) throws IOException {
    Experiment experiment =
        ExperimentFile.read(Location.of(world.experiment()), Location.of(world.folder()));
    return new TwinExperiment(
            ProblemReader.read(experiment, folder.run(), line -> {}), folder, resume, progress)
        .run(1, draws);
  }

  private static JsonNode json(Path file) throws IOException {
    return new ObjectMapper().readTree(file.toFile());
  }

  @Test
  void thePlanNamesSeedsDirectionsAndParameters() throws IOException {
    JsonNode plan = json(done.plan().path());
    assertThat(plan.at("/seeds").toString()).isEqualTo("[1,2,3]");
    assertThat(plan.at("/perfectSeed").asLong()).isEqualTo(1);
    assertThat(plan.at("/directions")).isNotEmpty();
    assertThat(plan.at("/directions/0/eigenvalue").asDouble()).isGreaterThanOrEqualTo(3);
    assertThat(plan.at("/directions/0/vector")).hasSize(101);
    assertThat(plan.at("/parameters/0/sigma").asDouble()).isBetween(0.01, 0.5);
    assertThat(plan.at("/settings/minimiser").asText()).contains("10");
  }

  @Test
  void noDrawIsDropped() throws IOException {
    List<String> draws = Files.readAllLines(done.draws().path());
    assertThat(draws).hasSize(1 + DRAWS);
    assertThat(draws.get(0)).startsWith("seed,normalisedError,directions,inside");
    assertThat(draws.get(3)).startsWith("3,");
    List<String> parameters = Files.readAllLines(done.drawParameters().path());
    assertThat(parameters).hasSize(1 + DRAWS * 101);
    int columns = parameters.get(0).split(",").length;
    assertThat(parameters).allSatisfy(row -> assertThat(row.split(",")).hasSize(columns));
    int constrained = findings.plan().parameters().size();
    assertThat(parameters.stream().filter(row -> row.endsWith(",true")))
        .hasSize(DRAWS * constrained);
  }

  @Test
  void theSummaryJudgesByTheRangesOfTheSpec() throws IOException {
    JsonNode summary = json(done.summary().path());
    assertThat(summary.at("/normalisedError/range").toString()).isEqualTo("[0.8,1.3]");
    assertThat(summary.at("/coverage/range").toString()).isEqualTo("[0.6,0.76]");
    TwinCoverage coverage = findings.coverage();
    assertThat(summary.at("/coverage/value").asDouble()).isEqualTo(coverage.coverage());
    assertThat(summary.at("/coverage/passed").asBoolean()).isEqualTo(coverage.coveragePassed());
    assertThat(summary.at("/passed").asBoolean()).isEqualTo(findings.passed());
    assertThat(summary.at("/draws")).hasSize(DRAWS);
    // 101 parameters, nearly all known from the prior alone, in three draws
    assertThat(coverage.meanError()).isBetween(0.7, 1.35);
    assertThat(coverage.failures()).isZero();
    assertThat(summary.at("/perfect")).hasSize(PerfectCase.ALL.size());
    assertThat(summary.at("/perfect/0/scale").asDouble()).isEqualTo(1);
    assertThat(LINES.get(0))
        .contains("3 draws", "8 CO2 observations at 4 stations", "soil moisture");
    assertThat(LINES).anyMatch(line -> line.contains("draw 3 of 3, seed 3"));
  }

  /** So near to the prior the model is linear, and the pull of the prior is what theory says. */
  @Test
  void nearThePriorPerfectDataGiveTheExpectedPull() {
    TwinFile.Perfect near = findings.perfect().get(3);
    assertThat(near.scale()).isEqualTo(0.001);
    assertThat(near.twin().withPrior()).isTrue();
    assertThat(near.twin().directions()).isPositive();
    assertThat(near.twin().largest()).isLessThan(0.05);
  }

  @Test
  void picturesShowTheDraws() throws IOException {
    for (String name : List.of("direction-errors", "normalised-errors")) {
      BufferedImage picture = ImageIO.read(done.picture(name).path().toFile());
      assertThat(picture.getWidth()).isEqualTo(1440);
    }
  }

  @Test
  void aSetThatBrokeGoesOnWithWhatIsDone() throws IOException {
    TwinFolder folder = TwinFolder.of(Location.of(temporary.resolve("broken")));
    folder.create();
    for (PerfectCase perfect : PerfectCase.ALL) {
      Files.copy(done.perfect(perfect).path(), folder.perfect(perfect).path());
    }
    assertThatThrownBy(() -> run(folder, true, DRAWS, line -> stopAt("draw 2", line)))
        .isInstanceOf(Stopped.class);
    FileTime first = Files.getLastModifiedTime(folder.draw(1).path());
    assertThat(folder.draw(3).path()).doesNotExist();
    Files.delete(folder.draw(2).path());

    run(folder, true, DRAWS, line -> {});
    assertThat(Files.getLastModifiedTime(folder.draw(1).path())).isEqualTo(first);
    // all but the seconds, the last column
    assertThat(withoutSeconds(folder.draws().path()))
        .isEqualTo(withoutSeconds(done.draws().path()));
    assertThat(folder.drawParameters().path()).hasSameBinaryContentAs(done.drawParameters().path());
    assertThat(folder.plan().path()).hasSameBinaryContentAs(done.plan().path());
    assertThat(folder.run().result("twin").path()).doesNotExist();
  }

  @Test
  void othersThanThePlannedAreRefused() throws IOException {
    assertThatThrownBy(() -> run(done, false, DRAWS, line -> {}))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the plan of earlier twins. Add --resume");
    assertThatThrownBy(() -> run(done, true, DRAWS + 1, line -> {}))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("planned for other seeds, inputs or settings");
  }

  @Test
  void observationsThatAreMatchedToTheRunAreRefused() throws IOException {
    Path matched = temporary.resolve("matched.yaml");
    Files.writeString(
        matched,
        Files.readString(world.experiment())
            .replace("soil-moisture\"}", "soil-moisture\", bias: linear}"));
    Experiment experiment = ExperimentFile.read(Location.of(matched), Location.of(world.folder()));
    TwinFolder folder = TwinFolder.of(Location.of(temporary.resolve("matched")));
    assertThatThrownBy(
            () ->
                new TwinExperiment(
                        ProblemReader.read(experiment, folder.run(), line -> {}),
                        folder,
                        false,
                        line -> {})
                    .run(1, 1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("observations.soilMoisture.bias")
        .hasMessageContaining("not what any truth would give");
    assertThat(folder.plan().path()).doesNotExist();
  }

  private static List<String> withoutSeconds(Path table) throws IOException {
    return Files.readAllLines(table).stream()
        .map(row -> row.substring(0, row.lastIndexOf(',')))
        .toList();
  }

  private static void stopAt(String beginning, String line) {
    if (line.startsWith(beginning)) {
      throw new Stopped();
    }
  }

  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
