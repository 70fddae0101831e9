package org.ccdas.transforms.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.values.PCollectionList;
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.assimilate.evaluation.EvaluationsFile;
import org.ccdas.assimilate.evaluation.LocalEvaluation;
import org.ccdas.assimilate.evaluation.SmallWorld;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.observe.block.BlockReference;
import org.ccdas.transforms.CheckedPipeline;
import org.ccdas.transforms.block.BlockFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The evaluation on embedded Flink gives the bits of a plain loop, which are those of the
 * DirectRunner ({@link EvaluateCostTest}).
 */
class EvaluateCostOnFlinkTest {
  /** Held, since the log manager holds loggers weakly. */
  private static final Logger FLINK = Logger.getLogger("org.apache.flink");

  private static final SmallWorld WORLD = SmallWorld.of(18);
  private static final List<Candidate> CANDIDATES =
      List.of(
          candidate(4, Derivative.GRADIENT),
          candidate(7, Derivative.COST),
          candidate(9, Derivative.HESSIAN));

  @TempDir static Path folder;
  private static List<BlockReference> blocks;
  private static byte[] expected;

  private static Candidate candidate(int id, Derivative wanted) {
    return new Candidate(id, WORLD.setup().control().draw(id), wanted);
  }

  @BeforeAll
  static void evaluateInALoop() throws IOException {
    FLINK.setLevel(Level.SEVERE);
    blocks = BlockFolder.write(folder.resolve("blocks"), WORLD.blocks(1));
    List<Evaluation> loop =
        new LocalEvaluation(WORLD.setup(), WORLD.blocks(1)).evaluate(CANDIDATES);
    assertThat(loop.get(0).gradient()).isNotNull();
    assertThat(loop.get(2).normal()).isNotNull();
    expected = EvaluationsFile.encode(loop);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void shuffledAndRebundledBlocksGiveTheSameBits(int parallelism) throws IOException {
    assertThat(evaluate(flink(parallelism), parallelism, folder.resolve("flink-" + parallelism)))
        .isEqualTo(expected);
  }

  private static Pipeline flink(int parallelism) {
    FlinkPipelineOptions options = PipelineOptionsFactory.as(FlinkPipelineOptions.class);
    options.setRunner(FlinkRunner.class);
    options.setFlinkMaster("[local]");
    options.setParallelism(parallelism);
    return Pipeline.create(options);
  }

  /** The bytes of the evaluations over blocks that are shuffled and come from three sources. */
  private static byte[] evaluate(Pipeline pipeline, int seed, Path file) throws IOException {
    List<BlockReference> shuffled = new ArrayList<>(blocks);
    Collections.shuffle(shuffled, new Random(seed));
    PCollectionList.of(BlockFolder.create(pipeline, "Few", shuffled.subList(0, seed)))
        .and(BlockFolder.create(pipeline, "One", shuffled.subList(seed, seed + 1)))
        .and(BlockFolder.create(pipeline, "Rest", shuffled.subList(seed + 1, 18)))
        .apply(Flatten.pCollections())
        .apply(EvaluateCost.of(WORLD.setup(), blocks.size()).at(CANDIDATES))
        .apply(WriteEvaluations.to(file.toString()));
    CheckedPipeline.run(pipeline);
    return Files.readAllBytes(file);
  }
}
