package org.ccdas.transforms.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.assimilate.evaluation.LocalEvaluation;
import org.ccdas.assimilate.evaluation.SmallWorld;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.Derivative;
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.observe.block.BlockReference;
import org.ccdas.transforms.CheckedPipeline;
import org.ccdas.transforms.block.BlockFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCostTest {
  private static final SmallWorld WORLD = SmallWorld.of(18);
  private static final int SIZE = WORLD.setup().control().size();
  private static final List<Candidate> CANDIDATES =
      List.of(
          candidate(4, Derivative.GRADIENT),
          candidate(7, Derivative.COST),
          candidate(2, Derivative.GRADIENT));

  @TempDir static Path folder;
  private static List<BlockReference> many;
  private static List<BlockReference> one;
  private static List<Evaluation> expectedOfMany;

  private static Candidate candidate(int id, Derivative wanted) {
    double[] x = Arrays.stream(new NormalStream(id).next(SIZE)).map(v -> 0.3 * v).toArray();
    return new Candidate(id, x, wanted);
  }

  @BeforeAll
  static void writeBlocks() throws IOException {
    many = BlockFolder.write(folder.resolve("many"), WORLD.blocks(1));
    one = BlockFolder.write(folder.resolve("one"), WORLD.blocks(18));
    expectedOfMany = local(1, CANDIDATES);
  }

  private static List<Evaluation> local(int size, List<Candidate> candidates) {
    return new LocalEvaluation(WORLD.setup(), WORLD.blocks(size)).evaluate(candidates);
  }

  private static EvaluateCost evaluate(int blocks, List<Candidate> candidates) {
    return EvaluateCost.of(WORLD.setup(), blocks).at(candidates);
  }

  /** Fails unless all numbers have the same bits, NaN for NaN; order does not count. */
  private record SameBits(ArrayList<Evaluation> expected)
      implements SerializableFunction<Iterable<Evaluation>, Void> {
    private static final long serialVersionUID = 1L;

    @Override
    public Void apply(Iterable<Evaluation> found) {
      assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
      return null;
    }
  }

  private static void assertSameBits(
      Pipeline pipeline, PCollection<Evaluation> evaluations, List<Evaluation> expected) {
    PAssert.that(evaluations).satisfies(new SameBits(new ArrayList<>(expected)));
    CheckedPipeline.run(pipeline);
  }

  @Test
  void theExpectedEvaluationsSayMoreThanZero() {
    assertThat(expectedOfMany).extracting(Evaluation::id).containsExactly(4, 7, 2);
    assertThat(expectedOfMany.get(1).gradient()).isNull();
    for (int i : new int[] {0, 2}) {
      assertThat(expectedOfMany.get(i).stream("co2").cost()).isGreaterThan(1);
      assertThat(Arrays.stream(expectedOfMany.get(i).gradient()).filter(g -> g != 0).count())
          .isGreaterThan(90);
    }
    assertThat(WORLD.blocks(1).size()).as("two levels of the tree").isGreaterThan(16);
  }

  @Test
  void theNormalSystemHasTheBitsOfTheLoop() throws IOException {
    List<Candidate> mixed =
        List.of(
            candidate(1, Derivative.HESSIAN),
            candidate(5, Derivative.COST),
            candidate(3, Derivative.GRADIENT));
    List<Evaluation> expected = local(6, mixed);
    assertThat(expected.get(0).normal().groups()).hasSize(2);
    Pipeline pipeline = CheckedPipeline.create(2);
    List<BlockReference> three = BlockFolder.write(folder.resolve("three"), WORLD.blocks(6));
    PCollection<Evaluation> found =
        BlockFolder.create(pipeline, "Blocks", three).apply(evaluate(three.size(), mixed));
    assertSameBits(pipeline, found, expected);
  }

  @Test
  void manyShuffledBlocksGiveTheBitsOfTheLoop() {
    List<BlockReference> shuffled = new ArrayList<>(many);
    Collections.shuffle(shuffled, new Random(1));
    Pipeline pipeline = CheckedPipeline.create(1);
    assertSameBits(
        pipeline,
        BlockFolder.create(pipeline, "Blocks", shuffled).apply(evaluate(many.size(), CANDIDATES)),
        expectedOfMany);
  }

  @Test
  void otherBundlesWithoutKeptRunsGiveTheSameBits() {
    Pipeline pipeline = CheckedPipeline.create(4);
    List<BlockReference> reversed = new ArrayList<>(many);
    Collections.reverse(reversed);
    PCollectionList<BlockReference> parts =
        PCollectionList.of(BlockFolder.create(pipeline, "Few", reversed.subList(0, 3)))
            .and(BlockFolder.create(pipeline, "More", reversed.subList(3, 4)))
            .and(BlockFolder.create(pipeline, "Rest", reversed.subList(4, 18)));
    assertSameBits(
        pipeline,
        parts
            .apply(Flatten.pCollections())
            .apply(evaluate(many.size(), CANDIDATES).withoutKeptRuns()),
        expectedOfMany);
  }

  @Test
  void oneBlockGivesTheBitsOfTheLoop() {
    Pipeline pipeline = CheckedPipeline.create(2);
    assertSameBits(
        pipeline,
        BlockFolder.create(pipeline, "Blocks", one).apply(evaluate(1, CANDIDATES)),
        local(18, CANDIDATES));
    assertThat(RunCache.shared().held()).as("all kept runs were taken").isZero();
  }

  @Test
  void costsAloneNeedNoSecondPass() {
    List<Candidate> costs = List.of(candidate(0, Derivative.COST), candidate(1, Derivative.COST));
    Pipeline pipeline = CheckedPipeline.create(2);
    assertSameBits(
        pipeline,
        BlockFolder.create(pipeline, "Blocks", one).apply(evaluate(1, costs)),
        local(18, costs));
  }

  @Test
  void aTrialStepFarOutsideGivesNoNumberAndNoFailure() {
    double[] far = new double[SIZE];
    Arrays.fill(far, 1e4);
    List<Candidate> candidates =
        List.of(new Candidate(0, far, Derivative.GRADIENT), candidate(1, Derivative.GRADIENT));
    List<Evaluation> expected = local(18, candidates);
    assertThat(expected.get(0).stream("co2").cost()).isNaN();
    assertThat(expected.get(1).stream("co2").cost()).isFinite();
    Pipeline pipeline = CheckedPipeline.create(2);
    assertSameBits(
        pipeline,
        BlockFolder.create(pipeline, "Blocks", one).apply(evaluate(1, candidates)),
        expected);
  }

  @Test
  void aMissingOrRepeatedBlockFailsTheRun() {
    List<Candidate> cost = List.of(candidate(0, Derivative.COST));
    List<BlockReference> missing = many.subList(0, 17);
    Pipeline pipeline = CheckedPipeline.create(1);
    BlockFolder.create(pipeline, "Blocks", missing).apply(evaluate(18, cost));
    assertThatThrownBy(() -> CheckedPipeline.run(pipeline))
        .hasMessageContaining("lost or repeated")
        .hasMessageContaining("expected terms 16 to 17");
    List<BlockReference> repeated = new ArrayList<>(many);
    repeated.add(many.get(3));
    Pipeline second = CheckedPipeline.create(1);
    BlockFolder.create(second, "Blocks", repeated).apply(evaluate(18, cost));
    assertThatThrownBy(() -> CheckedPipeline.run(second)).hasMessageContaining("lost or repeated");
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    BlockReference gone = BlockFolder.write(folder.resolve("gone"), WORLD.blocks(9)).get(0);
    Files.delete(Path.of(gone.path()));
    Pipeline pipeline = CheckedPipeline.create(1);
    BlockFolder.create(pipeline, "Blocks", List.of(gone))
        .apply(evaluate(1, List.of(candidate(0, Derivative.COST))));
    assertThat(CheckedPipeline.failure(pipeline).file()).isEqualTo(gone.path());
  }

  @Test
  void refusesCandidatesThatCannotBeToldApart() {
    Candidate twice = candidate(3, Derivative.COST);
    assertThatThrownBy(() -> evaluate(1, List.of(twice, twice)))
        .hasMessageContaining("Candidates with the same id");
    Pipeline pipeline = CheckedPipeline.create(1);
    PCollection<BlockReference> blocks = BlockFolder.create(pipeline, "Blocks", one);
    assertThatThrownBy(() -> blocks.apply(EvaluateCost.of(WORLD.setup(), 1)))
        .hasMessageContaining("needs candidates");
  }
}
