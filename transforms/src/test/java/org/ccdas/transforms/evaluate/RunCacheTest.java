package org.ccdas.transforms.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import org.ccdas.assimilate.evaluation.BlockEvaluator;
import org.ccdas.assimilate.evaluation.SmallWorld;
import org.junit.jupiter.api.Test;

class RunCacheTest {
  private static BlockEvaluator.Run run() {
    SmallWorld world = SmallWorld.of(1);
    BlockEvaluator evaluator = new BlockEvaluator(world.blocks(1).get(0), world.setup());
    return evaluator.forward(new double[world.setup().control().size()], false);
  }

  private static final BlockEvaluator.Run RUN = run();

  @Test
  void aRunIsTakenOutOnce() {
    RunCache cache = new RunCache(100);
    cache.put("e", 3, 7, RUN, 60);
    assertThat(cache.take("e", 3, 8)).isEmpty();
    assertThat(cache.take("e", 4, 7)).isEmpty();
    assertThat(cache.take("f", 3, 7)).isEmpty();
    assertThat(cache.take("e", 3, 7)).containsSame(RUN);
    assertThat(cache.take("e", 3, 7)).isEmpty();
    assertThat(cache.held()).isZero();
  }

  @Test
  void holdsNoMoreThanItsBound() {
    RunCache cache = new RunCache(100);
    assertThat(cache.hasRoom("e", 100)).isTrue();
    assertThat(cache.hasRoom("e", 101)).isFalse();
    cache.put("e", 0, 0, RUN, 60);
    assertThat(cache.hasRoom("e", 40)).isTrue();
    assertThat(cache.hasRoom("e", 41)).isFalse();
    cache.put("e", 1, 0, RUN, 41);
    assertThat(cache.take("e", 1, 0)).isEmpty();
    cache.put("e", 2, 0, RUN, 40);
    assertThat(cache.held()).isEqualTo(100);
    assertThat(cache.take("e", 2, 0)).isPresent();
    assertThat(cache.held()).isEqualTo(60);
  }

  @Test
  void aRetriedRunTakesThePlaceOfTheFirst() {
    RunCache cache = new RunCache(100);
    cache.put("e", 0, 0, RUN, 60);
    cache.put("e", 0, 0, RUN, 60);
    assertThat(cache.held()).isEqualTo(60);
    assertThat(cache.take("e", 0, 0)).isPresent();
  }

  @Test
  void runsOfAnEvaluationThatFailedMakeRoomForTheNext() {
    RunCache cache = new RunCache(100);
    cache.put("failed", 0, 0, RUN, 100);
    assertThat(cache.hasRoom("next", 100)).isTrue();
    assertThat(cache.held()).isZero();
    cache.put("next", 0, 0, RUN, 100);
    assertThat(cache.take("failed", 0, 0)).isEmpty();
    assertThat(cache.take("next", 0, 0)).isPresent();
  }
}
