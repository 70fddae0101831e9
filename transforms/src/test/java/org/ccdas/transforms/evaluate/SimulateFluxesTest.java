package org.ccdas.transforms.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.testing.PAssert;
import org.ccdas.assimilate.evaluation.BlockFluxes;
import org.ccdas.assimilate.evaluation.BlockFluxesFile;
import org.ccdas.assimilate.evaluation.LocalEvaluation;
import org.ccdas.assimilate.evaluation.SmallWorld;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.observe.block.BlockReference;
import org.ccdas.transforms.CheckedPipeline;
import org.ccdas.transforms.block.BlockFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateFluxesTest {
  @TempDir Path folder;

  @Test
  void writesAFileForEveryCandidateAndBlock() throws IOException {
    SmallWorld world = SmallWorld.of(5);
    List<BlockReference> references = BlockFolder.write(folder.resolve("blocks"), world.blocks(2));
    double[] x = world.setup().control().draw(1);
    List<Candidate> candidates =
        List.of(
            new Candidate(0, new double[x.length], Derivative.COST),
            new Candidate(12, x, Derivative.COST));
    Path work = Files.createDirectory(folder.resolve("work"));
    Pipeline pipeline = CheckedPipeline.create(2);
    PAssert.that(
            BlockFolder.create(pipeline, "Blocks", references)
                .apply(SimulateFluxes.of(world.setup(), candidates, work.toString())))
        .containsInAnyOrder(
            Stream.of(0, 12)
                .flatMap(
                    candidate ->
                        references.stream()
                            .map(b -> SimulateFluxes.path(work.toString(), candidate, b.index())))
                .toList());
    CheckedPipeline.run(pipeline);
    LocalEvaluation local = new LocalEvaluation(world.setup(), world.blocks(2));
    for (Candidate candidate : candidates) {
      List<BlockFluxes> expected = local.fluxes(candidate.x());
      for (BlockReference block : references) {
        Path file = work.resolve("fluxes-" + candidate.id() + "-" + block.index() + ".bin");
        assertThat(BlockFluxesFile.decode(file.toString(), Files.readAllBytes(file)))
            .usingRecursiveComparison()
            .isEqualTo(expected.get(block.index()));
      }
    }
    try (Stream<Path> files = Files.list(work)) {
      assertThat(files).hasSize(6);
    }
  }
}
