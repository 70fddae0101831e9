package org.ccdas.pipelines.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.bethy.lane.Schedule;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.pipelines.SmallWorld;
import org.ccdas.pipelines.config.Experiment;
import org.ccdas.pipelines.config.ExperimentFile;
import org.ccdas.pipelines.problem.Problem;
import org.ccdas.pipelines.problem.ProblemReader;
import org.ccdas.pipelines.run.BlockPreparation;
import org.ccdas.pipelines.run.RunFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewTest {
  @TempDir private Path folder;
  private Experiment experiment;
  private RunFolder run;

  @BeforeEach
  void world() throws IOException {
    SmallWorld world = SmallWorld.write(folder.resolve("world"));
    experiment =
        ExperimentFile.read(Location.of(world.experiment()), Location.of(folder.resolve("world")));
    run = new RunFolder(Location.of(folder.resolve("run")));
  }

  private String preview(boolean information) throws IOException {
    StringWriter text = new StringWriter();
    new Preview(experiment, run, new PrintWriter(text)).print(information);
    return text.toString();
  }

  @Test
  void withoutBlocksItSaysWhatItCannotTell() throws IOException {
    String text = preview(false);
    assertThat(text)
        .contains(
            "grid.cells",
            "observations.co2.folder",
            "observations.soilMoisture.folder",
            "CO2, monthly values")
        .contains("misfit and information are not known: there are no blocks")
        .contains("a pass with", "memory: about", "lane groups and days, besides the block itself")
        .contains("after the search: a forward run at the result and one at the prior")
        .containsPattern("CO2, monthly values +2010 +all\n  ALT +2 +2\n")
        .contains("SPO (held out)")
        .contains("soil moisture: 1 files")
        .doesNotContain("MISSING");
    assertThat(run.result(Preview.MAP).path()).isNotEmptyFile();
    assertThat(run.blocks().path()).doesNotExist();
  }

  @Test
  void withBlocksItEvaluatesThePrior() throws IOException {
    BlockPreparation.prepare(ProblemReader.read(experiment, run, line -> {}), run);
    assertThat(preview(false))
        .containsPattern(
            "cost \\d+\\.\\d+, of it\n    co2 \\d+\\.\\d+\n    soilMoisture \\d+\\.\\d+")
        .contains("--information");
    assertThat(preview(true))
        .containsPattern("expected information: \\d+\\.\\d degrees of freedom");
    assertThat(run.work().path()).doesNotExist();
    assertThat(run.state().path()).doesNotExist();
  }

  /** What a pass with derivatives takes is known with the blocks only. */
  @Test
  void theMemoryOfDerivativesCountsWhatStreamsKeep() throws IOException {
    Path yaml = folder.resolve("world/small.yaml");
    String text = Files.readString(yaml, StandardCharsets.UTF_8);
    String lbfgs = "kind: lbfgs, maxEvaluations: 4, gradientTolerance: 0";
    assertThat(text).contains(lbfgs);
    Files.writeString(yaml, text.replace(lbfgs, "maxEvaluations: 4"), StandardCharsets.UTF_8);
    experiment = ExperimentFile.read(Location.of(yaml), Location.of(folder.resolve("world")));
    assertThat(preview(false)).contains("days alone; with observations it is more, besides");
    BlockPreparation.prepare(ProblemReader.read(experiment, run, line -> {}), run);
    assertThat(preview(false)).contains("lane groups and days and observations, besides");
  }

  @Test
  void whatIsMissingIsListedAndNamed() throws IOException {
    Files.delete(experiment.grid().cells().path().path());
    StringWriter text = new StringWriter();
    Preview preview = new Preview(experiment, run, new PrintWriter(text));
    assertThatThrownBy(() -> preview.print(false))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("grid.cells")
        .hasMessageContaining("1 of the named inputs are missing");
    assertThat(text.toString()).containsPattern("grid\\.cells +MISSING");
  }

  @Test
  void aPassIsScaledByGroupsDaysAndTurns() {
    Schedule schedule =
        Schedule.of(
            YearMonth.of(2009, 1).atDay(1),
            YearMonth.of(2010, 1).atDay(1),
            YearMonth.of(2010, 12).atEndOfMonth(),
            1);
    PassCost pass = new PassCost(12, 4, 3, schedule);
    // three blocks on two workers are two turns of four groups and 730 days
    assertThat(pass.seconds(1e-3, 2)).isCloseTo(2 * 4 * 730 * 1e-3, within(1e-9));
    assertThat(pass.seconds(1e-3, 3)).isCloseTo(4 * 730 * 1e-3, within(1e-9));
    assertThat(pass.gradientBytes()).isEqualTo(4L * 64 * (731 * 14 + 730 * 4) * 8);
    assertThat(pass.hessianBytes()).isPositive();
    assertThat(PassCost.measure(Derivative.COST)).isPositive().isLessThan(1);
  }

  @Test
  void groupsAreCountedByPathwayAndBlock() {
    Problem problem = ProblemReader.read(experiment, run, line -> {});
    PassCost pass = PassCost.of(problem.cells(), 1, problem.setup().schedule());
    assertThat(pass.blocks()).isEqualTo(problem.cells().size());
    long c4 =
        problem.cells().stream()
            .filter(cell -> cell.tiles().stream().anyMatch(tile -> tile.pft() == 10))
            .count();
    long c3 =
        problem.cells().stream()
            .filter(cell -> cell.tiles().stream().anyMatch(tile -> tile.pft() != 10))
            .count();
    assertThat((long) pass.groups()).isEqualTo(c3 + c4);
  }
}
