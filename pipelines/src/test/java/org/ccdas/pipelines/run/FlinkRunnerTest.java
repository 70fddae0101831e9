package org.ccdas.pipelines.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ccdas.inputs.file.Location;
import org.ccdas.pipelines.SmallWorld;
import org.ccdas.pipelines.config.Experiment;
import org.ccdas.pipelines.config.ExperimentFile;
import org.ccdas.pipelines.config.RunnerName;
import org.ccdas.pipelines.config.RunnerOverride;
import org.ccdas.pipelines.problem.ProblemReader;
import org.ccdas.pipelines.results.Results;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole assimilation on embedded Flink. */
class FlinkRunnerTest {
  /** Held, since the log manager holds loggers weakly. */
  private static final Logger FLINK = Logger.getLogger("org.apache.flink");

  @TempDir private Path folder;

  @BeforeAll
  static void onlyErrors() {
    FLINK.setLevel(Level.SEVERE);
  }

  @Test
  void theAssimilationEndsWithTheBitsOfTheDirectRunner() throws IOException {
    SmallWorld world = SmallWorld.write(folder.resolve("world"));
    Files.writeString(
        world.experiment(),
        Files.readString(world.experiment()).replace("maxEvaluations: 4", "maxEvaluations: 2"));
    RunFolder direct = run(world, RunnerName.DIRECT);
    RunFolder flink = run(world, RunnerName.FLINK);
    assertThat(flink.state().path()).hasSameBinaryContentAs(direct.state().path());
    for (String name : List.of(Results.PARAMETERS, Results.COST, Results.FLUXES, "stations.nc")) {
      assertThat(flink.result(name).path()).hasSameBinaryContentAs(direct.result(name).path());
    }
    assertThat(flink.provenance().path()).content().contains("\"runner\" : \"flink\"");
  }

  private RunFolder run(SmallWorld world, RunnerName runner) throws IOException {
    Experiment experiment =
        ExperimentFile.read(
            Location.of(world.experiment()),
            Location.of(world.folder()),
            new RunnerOverride(runner, null));
    RunFolder run = new RunFolder(Location.of(folder.resolve(runner.toString())));
    RunLog log = new RunLog(new PrintWriter(new StringWriter()), run.progress(), 7);
    Results.write(
        new AssimilationRun(ProblemReader.read(experiment, run, line -> {}), run, false, log).run(),
        run);
    return run;
  }
}
