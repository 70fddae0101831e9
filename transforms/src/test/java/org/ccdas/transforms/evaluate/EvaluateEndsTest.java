package org.ccdas.transforms.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.ccdas.assimilate.evaluation.BlockFluxesFile;
import org.ccdas.assimilate.evaluation.EvaluationsFile;
import org.ccdas.assimilate.evaluation.LocalEvaluation;
import org.ccdas.assimilate.evaluation.SmallWorld;
import org.ccdas.assimilate.evaluation.TargetLayout;
import org.ccdas.assimilate.evaluation.TargetSumsFile;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.assimilate.posterior.TargetJacobian;
import org.ccdas.inputs.land.LandCell;
import org.ccdas.inputs.region.Regions;
import org.ccdas.observe.block.BlockReference;
import org.ccdas.transforms.CheckedPipeline;
import org.ccdas.transforms.block.BlockFolder;
import org.ccdas.transforms.evaluate.EvaluateEnds.End;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateEndsTest {
  private static final SmallWorld WORLD = SmallWorld.of(5);
  private static final Regions GLOBE =
      Regions.globe(WORLD.land().stream().map(LandCell::cell).toList());
  private static final TargetLayout LAYOUT = new TargetLayout(GLOBE, WORLD.setup().window());

  @TempDir Path folder;

  @Test
  void oneRunHasTheBitsOfARunForEach() throws Exception {
    List<BlockReference> blocks = BlockFolder.write(folder.resolve("blocks"), WORLD.blocks(2));
    double[] x = WORLD.setup().control().draw(1);
    List<End> ends =
        List.of(
            new End(new Candidate(0, new double[x.length], Derivative.COST), false),
            new End(new Candidate(1, x, Derivative.HESSIAN), true),
            new End(new Candidate(2, x, Derivative.COST), true),
            new End(new Candidate(3, x, Derivative.HESSIAN), false));
    Path work = Files.createDirectory(folder.resolve("work"));
    Pipeline pipeline = CheckedPipeline.create(2);
    BlockFolder.create(pipeline, "Blocks", blocks)
        .apply(
            EvaluateEnds.of(WORLD.setup(), LAYOUT, blocks.size()).at(ends).into(work.toString()));
    CheckedPipeline.run(pipeline);

    LocalEvaluation local = new LocalEvaluation(WORLD.setup(), WORLD.blocks(2));
    assertThat(Files.readAllBytes(work.resolve("ends.avro")))
        .isEqualTo(
            EvaluationsFile.encode(local.evaluate(ends.stream().map(End::candidate).toList())));
    Path targets = work.resolve("targets.json");
    SortedMap<Integer, double[]> sums =
        TargetSumsFile.decode(targets.toString(), Files.readAllBytes(targets));
    assertThat(sums.keySet()).containsExactly(0, 1, 2, 3);
    for (End end : ends) {
      int id = end.candidate().id();
      TargetJacobian expected = local.targets(end.candidate().x(), GLOBE);
      TargetJacobian found = LAYOUT.targets(sums.get(id));
      assertThat(found.values()).as("end " + id).isEqualTo(expected.values());
      assertThat(found.rows())
          .as("end " + id)
          .isDeepEqualTo(
              end.derivatives() ? expected.rows() : new double[expected.rows().length][0]);
      for (BlockReference block : blocks) {
        Path file = work.resolve("fluxes-" + id + "-" + block.index() + ".bin");
        assertThat(BlockFluxesFile.decode(file.toString(), Files.readAllBytes(file)))
            .as("end " + id)
            .usingRecursiveComparison()
            .isEqualTo(local.fluxes(end.candidate().x()).get(block.index()));
      }
    }
    try (Stream<Path> files = Files.list(work)) {
      assertThat(files).hasSize(2 + ends.size() * blocks.size());
    }
  }

  @Test
  void aGradientOrNoPlaceIsRefused() {
    Candidate gradient = new Candidate(0, new double[1], Derivative.GRADIENT);
    assertThatThrownBy(() -> new End(gradient, false)).isInstanceOf(IllegalArgumentException.class);
    Pipeline pipeline = CheckedPipeline.create(1);
    assertThatThrownBy(
            () ->
                BlockFolder.create(pipeline, "Blocks", List.of())
                    .apply(EvaluateEnds.of(WORLD.setup(), LAYOUT, 1)))
        .isInstanceOf(IllegalStateException.class);
  }
}
