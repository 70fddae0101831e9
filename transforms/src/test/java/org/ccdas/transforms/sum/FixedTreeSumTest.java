package org.ccdas.transforms.sum;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.ccdas.assimilate.evaluation.FixedTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixedTreeSumTest {
  private static List<KV<Integer, IndexedVector>> terms(int count, int keys) {
    Random random = new Random(7);
    List<KV<Integer, IndexedVector>> terms = new ArrayList<>();
    for (int key = 0; key < keys; key++) {
      for (int i = 0; i < count; i++) {
        double scale = Math.pow(10, random.nextInt(30) - 15);
        terms.add(
            KV.of(
                key,
                new IndexedVector(
                    i, new double[] {scale * random.nextGaussian(), random.nextGaussian()})));
      }
    }
    return terms;
  }

  /** The same tree without Beam. */
  private static IndexedVector oracle(List<KV<Integer, IndexedVector>> terms, int key) {
    return new IndexedVector(
        0,
        FixedTree.sum(
            terms.stream()
                .filter(t -> t.getKey() == key)
                .map(t -> t.getValue().values())
                .toList()));
  }

  private static PCollection<KV<Integer, IndexedVector>> sum(
      Pipeline pipeline, List<KV<Integer, IndexedVector>> terms, int count) {
    return pipeline
        .apply(Create.of(terms).withCoder(KvCoder.of(VarIntCoder.of(), IndexedVectorCoder.of())))
        .apply(Reshuffle.of())
        .apply(FixedTreeSum.over(count));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 16, 17, 300})
  void sumsAreTheSameBitsInAnyOrder(int count) {
    List<KV<Integer, IndexedVector>> terms = terms(count, 3);
    List<KV<Integer, IndexedVector>> shuffled = new ArrayList<>(terms);
    Collections.shuffle(shuffled, new Random(count));
    Pipeline pipeline = Pipeline.create(PipelineOptionsFactory.create());
    PAssert.that(sum(pipeline, shuffled, count))
        .containsInAnyOrder(
            List.of(
                KV.of(0, oracle(terms, 0)),
                KV.of(1, oracle(terms, 1)),
                KV.of(2, oracle(terms, 2))));
    pipeline.run().waitUntilFinish();
  }

  @Test
  void aLostTermFailsTheRun() {
    List<KV<Integer, IndexedVector>> terms = terms(20, 1);
    terms.remove(13);
    Pipeline pipeline = Pipeline.create(PipelineOptionsFactory.create());
    sum(pipeline, terms, 20);
    assertThatThrownBy(() -> pipeline.run().waitUntilFinish())
        .hasMessageContaining("lost or repeated");
  }

  @Test
  void aRepeatedTermFailsTheRun() {
    List<KV<Integer, IndexedVector>> terms = terms(20, 1);
    terms.add(terms.get(5));
    Pipeline pipeline = Pipeline.create(PipelineOptionsFactory.create());
    sum(pipeline, terms, 20);
    assertThatThrownBy(() -> pipeline.run().waitUntilFinish())
        .hasMessageContaining("lost or repeated");
  }

  @Test
  void noTermsGiveNoSum() {
    Pipeline pipeline = Pipeline.create(PipelineOptionsFactory.create());
    PAssert.that(sum(pipeline, List.of(), 4)).empty();
    pipeline.run().waitUntilFinish();
  }
}
