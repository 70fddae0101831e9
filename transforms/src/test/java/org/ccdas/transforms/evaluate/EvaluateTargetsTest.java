package org.ccdas.transforms.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.apache.beam.sdk.Pipeline;
import org.ccdas.assimilate.evaluation.LocalEvaluation;
import org.ccdas.assimilate.evaluation.SmallWorld;
import org.ccdas.assimilate.evaluation.TargetLayout;
import org.ccdas.assimilate.evaluation.TargetSumsFile;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.assimilate.posterior.TargetJacobian;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.inputs.land.LandCell;
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.inputs.region.Regions;
import org.ccdas.observe.block.BlockReference;
import org.ccdas.transforms.CheckedPipeline;
import org.ccdas.transforms.block.BlockFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateTargetsTest {
  private static final SmallWorld WORLD = SmallWorld.of(6);
  private static final Regions GLOBE =
      Regions.globe(WORLD.land().stream().map(LandCell::cell).toList());
  private static final TargetLayout LAYOUT = new TargetLayout(GLOBE, WORLD.setup().window());

  @TempDir Path folder;

  private static double[] x(long seed) {
    return Arrays.stream(new NormalStream(seed).next(WORLD.setup().control().size()))
        .map(value -> 0.3 * value)
        .toArray();
  }

  @Test
  void hasTheBitsOfTheLoop() throws Exception {
    List<BlockReference> blocks = BlockFolder.write(folder, WORLD.blocks(2));
    String path = folder.resolve("targets.json").toString();
    Pipeline pipeline = CheckedPipeline.create(2);
    BlockFolder.create(pipeline, "Blocks", blocks)
        .apply(
            EvaluateTargets.of(WORLD.setup(), LAYOUT, blocks.size())
                .at(
                    List.of(
                        new Candidate(0, x(1), Derivative.COST),
                        new Candidate(5, x(2), Derivative.HESSIAN)))
                .to(path));
    CheckedPipeline.run(pipeline);
    SortedMap<Integer, double[]> sums =
        TargetSumsFile.decode(path, StoredFiles.readShared(Location.of(path)));
    assertThat(sums.keySet()).containsExactly(0, 5);
    LocalEvaluation local = new LocalEvaluation(WORLD.setup(), WORLD.blocks(2));
    TargetJacobian found = LAYOUT.targets(sums.get(5));
    TargetJacobian expected = local.targets(x(2), GLOBE);
    assertThat(found.values()).isEqualTo(expected.values());
    assertThat(found.rows()).isDeepEqualTo(expected.rows());
    assertThat(LAYOUT.targets(sums.get(0)).values()).isEqualTo(local.targets(x(1), GLOBE).values());
    assertThat(LAYOUT.targets(sums.get(0)).rows()[0]).isEmpty();
  }

  @Test
  void everyMemberOfAnEnsembleIsRunOverEveryBlock() throws Exception {
    List<BlockReference> blocks = BlockFolder.write(folder, WORLD.blocks(2));
    String path = folder.resolve("targets.json").toString();
    List<Candidate> members =
        IntStream.range(0, 35).mapToObj(m -> new Candidate(m, x(m), Derivative.COST)).toList();
    Pipeline pipeline = CheckedPipeline.create(2);
    BlockFolder.create(pipeline, "Blocks", blocks)
        .apply(EvaluateTargets.of(WORLD.setup(), LAYOUT, blocks.size()).at(members).to(path));
    CheckedPipeline.run(pipeline);
    SortedMap<Integer, double[]> sums =
        TargetSumsFile.decode(path, StoredFiles.readShared(Location.of(path)));
    assertThat(sums).hasSize(35);
    LocalEvaluation local = new LocalEvaluation(WORLD.setup(), WORLD.blocks(2));
    for (int m : new int[] {0, 15, 16, 34}) {
      assertThat(LAYOUT.targets(sums.get(m)).values())
          .as("member " + m)
          .isEqualTo(local.targets(x(m), GLOBE).values());
    }
  }

  @Test
  void mustBeToldWhatAndWhere() {
    Pipeline pipeline = CheckedPipeline.create(1);
    assertThatThrownBy(
            () ->
                BlockFolder.create(pipeline, "Blocks", List.of())
                    .apply(EvaluateTargets.of(WORLD.setup(), LAYOUT, 1)))
        .isInstanceOf(IllegalStateException.class);
  }
}
