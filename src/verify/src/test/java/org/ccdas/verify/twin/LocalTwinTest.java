package org.ccdas.verify.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalLong;
import org.ccdas.assimilate.evaluation.LocalEvaluation;
import org.ccdas.observe.block.Block;
import org.ccdas.observe.block.BlockFile;
import org.ccdas.observe.local.BiasTreatment;
import org.ccdas.observe.local.BiasTreatment.Kind;
import org.ccdas.observe.local.LocalOperator;
import org.ccdas.observe.local.ObservedField;
import org.ccdas.observe.stream.ObservationStreams;
import org.ccdas.verify.check.model.CheckWorld;
import org.junit.jupiter.api.Test;

/** Soil moisture that a truth would give, through the model. */
class LocalTwinTest {
  private static final String NAME = "soilMoisture";
  private static final CheckWorld WORLD = CheckWorld.of(3, List.of(ObservationStreams.named(NAME)));
  private static final LocalOperator OPERATOR = WORLD.setup().stream(NAME, LocalOperator.class);
  private static final double[] TRUTH = WORLD.setup().control().draw(11);
  private static final int DRAWS = 12;

  private static CheckWorld assuming(CheckWorld world, Kind kind) {
    LocalOperator operator =
        OPERATOR.with(OPERATOR.misfit().withBias(BiasTreatment.STANDARD.with(kind)));
    return new CheckWorld(world.setup().with(operator), world.blocks());
  }

  /** Misfit under one assumption, of observations of another. */
  private static double misfit(Kind assumed, Kind drawn, OptionalLong seed, double[] x) {
    CheckWorld world = assuming(assuming(WORLD, drawn).observing(TRUTH, seed), assumed);
    return new LocalEvaluation(world.setup(), world.blocks()).cost(x).stream(NAME).cost();
  }

  private static int count(List<Block> blocks) {
    return blocks.stream().mapToInt(b -> b.part(NAME, ObservedField.class).count()).sum();
  }

  @Test
  void perfectObservationsCostNothingAtTheTruthAndMuchElsewhere() {
    OptionalLong none = OptionalLong.empty();
    // single precision of the observations is all that is left
    assertThat(misfit(Kind.NONE, Kind.NONE, none, TRUTH)).isPositive().isLessThan(1e-8);
    assertThat(misfit(Kind.NONE, Kind.OFFSET, none, TRUTH)).isLessThan(1e-8);
    assertThat(misfit(Kind.NONE, Kind.NONE, none, new double[TRUTH.length])).isGreaterThan(1);
    List<Block> observed = WORLD.observing(TRUTH, none).blocks();
    assertThat(count(observed)).isEqualTo(count(WORLD.blocks())).isPositive();
  }

  @Test
  void atTheTruthTheMisfitIsThatOfTheAssumedDistribution() {
    // 2 J - ln det is chi-square of as many degrees of freedom as values, bias eliminated or not
    int count = count(WORLD.blocks());
    for (Kind kind : List.of(Kind.NONE, Kind.OFFSET)) {
      double sum = 0;
      for (long seed = 0; seed < DRAWS; seed++) {
        sum += 2 * misfit(kind, kind, OptionalLong.of(seed), TRUTH);
      }
      double standardError = Math.sqrt(2.0 / (DRAWS * count));
      assertThat(sum / DRAWS / count).as("%s", kind).isCloseTo(1, within(4 * standardError));
    }
  }

  @Test
  void theSeedDecides() {
    byte[] block = BlockFile.encode(WORLD.observing(TRUTH, OptionalLong.of(7)).blocks().get(1));
    assertThat(BlockFile.encode(WORLD.observing(TRUTH, OptionalLong.of(7)).blocks().get(1)))
        .isEqualTo(block);
    assertThat(BlockFile.encode(WORLD.observing(TRUTH, OptionalLong.of(8)).blocks().get(1)))
        .isNotEqualTo(block);
  }
}
