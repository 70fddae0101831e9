package org.ccdas.pipelines.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.inputs.file.Location;
import org.ccdas.pipelines.SmallWorld;
import org.ccdas.pipelines.config.ExperimentFile;
import org.ccdas.pipelines.problem.ProblemReader;
import org.ccdas.pipelines.run.RunFolder;
import org.ccdas.verify.benchmark.Figure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationBenchTest {
  @TempDir Path folder;

  @Test
  void timesAreMeasuredInEachWayAndCompared() throws IOException {
    SmallWorld world = SmallWorld.write(folder.resolve("world"));
    var experiment =
        ExperimentFile.read(Location.of(world.experiment()), Location.of(folder.resolve("world")));

    RunFolder run = new RunFolder(Location.of(folder.resolve("run")));
    List<Figure> figures =
        new EvaluationBench(
                ProblemReader.read(experiment, run, line -> {}),
                run,
                1,
                true,
                List.of(1, 2),
                List.of(Derivative.COST, Derivative.GRADIENT))
            .measure();

    assertThat(figures)
        .extracting(Figure::name)
        .contains(
            "cost, bare loop, one thread",
            "cost, Beam, workers: 2",
            "gradient / cost, bare loop",
            "gradient, added by Beam to the bare loop");
    assertThat(figures)
        .filteredOn(figure -> figure.unit().equals("s"))
        .hasSize(6)
        .allMatch(figure -> figure.value() > 0);
  }

  @Test
  void theBareLoopAndNumbersOfWorkersCanBeLeftOut() throws IOException {
    SmallWorld world = SmallWorld.write(folder.resolve("world"));
    var experiment =
        ExperimentFile.read(Location.of(world.experiment()), Location.of(folder.resolve("world")));

    RunFolder run = new RunFolder(Location.of(folder.resolve("run")));
    List<Figure> figures =
        new EvaluationBench(
                ProblemReader.read(experiment, run, line -> {}),
                run,
                1,
                false,
                List.of(2),
                List.of(Derivative.COST))
            .measure();

    assertThat(figures)
        .extracting(Figure::name)
        .containsExactly(
            "tiles", "model days", "cost, Beam, workers: 2", "heap taken from the system");
  }
}
