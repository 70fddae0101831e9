package org.ccdas.verify.check.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.assimilate.evaluation.LocalEvaluation;
import org.ccdas.observe.block.Block;
import org.ccdas.observe.block.BlockCell;
import org.ccdas.observe.block.BlockTile;
import org.ccdas.observe.co2.Co2Operator;
import org.ccdas.observe.local.LocalOperator;
import org.ccdas.observe.local.ObservedField;
import org.ccdas.observe.stream.ObservationStreams;
import org.ccdas.observe.stream.StreamOperator;
import org.junit.jupiter.api.Test;

class CheckWorldTest {
  private static final CheckWorld WORLD = CheckWorld.of(1);

  @Test
  void hasEveryTypeAndSoil() {
    assertThat(WORLD.blocks()).hasSize(2);
    assertThat(WORLD.blocks().stream().flatMap(b -> b.tiles().stream()).map(BlockTile::pft))
        .containsAll(IntStream.rangeClosed(1, 13).boxed().toList());
    assertThat(WORLD.blocks().stream().flatMap(b -> b.tiles().stream()).map(BlockTile::texture))
        .containsAll(IntStream.rangeClosed(1, 6).boxed().toList());
  }

  @Test
  void zonesMakeUpTheLand() {
    assertThat(land(WORLD)).isBetween(1.2e14, 1.5e14);
  }

  private static double land(CheckWorld world) {
    return world.blocks().stream()
        .flatMap(b -> b.cells().stream())
        .mapToDouble(BlockCell::area)
        .sum();
  }

  @Test
  void dividedCellsAreTheSameLandInOneBlock() {
    CheckWorld divided = CheckWorld.divided(1, 2);
    assertThat(divided.blocks()).hasSize(1);
    List<Integer> types = divided.blocks().get(0).tiles().stream().map(BlockTile::pft).toList();
    assertThat(types).hasSize(2 * WORLD.blocks().stream().mapToInt(b -> b.tiles().size()).sum());
    assertThat(land(divided)).isCloseTo(land(WORLD), within(1.0));
    assertThat(new LocalEvaluation(divided.setup(), divided.blocks()).cost(prior(divided)).cost())
        .isFinite();
  }

  private static double[] prior(CheckWorld world) {
    return new double[world.setup().control().size()];
  }

  @Test
  void windowIsThreeMonthsAfterThree() {
    assertThat(WORLD.setup().window().days()).isEqualTo(91);
    assertThat(WORLD.setup().fluxMonths().count()).isEqualTo(6);
    assertThat(WORLD.setup().schedule().steps()).isEqualTo(90 + 91);
  }

  private static Co2Operator co2() {
    return WORLD.setup().stream("co2", Co2Operator.class);
  }

  @Test
  void observesNineStationsButOneMonthAndModelsOneMore() {
    assertThat(co2().term().count()).isEqualTo(9 * 3 - 1);
    assertThat(co2().background()).hasSize(10 * 3);
  }

  @Test
  void hasEveryStreamThatIsInstalled() {
    assertThat(WORLD.setup().streams())
        .extracting(StreamOperator::name)
        .isEqualTo(ObservationStreams.names());
    assertThat(ObservationStreams.names()).contains("co2", "soilMoisture");
    for (Block block : WORLD.blocks()) {
      assertThat(block.parts().keySet())
          .containsExactlyInAnyOrderElementsOf(ObservationStreams.names());
    }
    CheckWorld some = CheckWorld.of(1, List.of(ObservationStreams.named("soilMoisture")));
    assertThat(some.setup().streams())
        .extracting(StreamOperator::name)
        .containsExactly("soilMoisture");
    assertThat(some.blocks().get(0).parts()).containsOnlyKeys("soilMoisture");
  }

  /**
   * Of every stream the truth costs what noise costs, and the prior so much more as it would cost
   * without noise, S: with noise of variance 1 the difference is S on the average and varies by
   * sqrt(2 S).
   */
  @Test
  void observationsAreTheTruthAndItsNoise() {
    LocalEvaluation evaluation = new LocalEvaluation(WORLD.setup(), WORLD.blocks());
    Evaluation truth = evaluation.cost(WORLD.setup().control().draw(1));
    double[] origin = new double[WORLD.setup().control().size()];
    Evaluation prior = evaluation.cost(origin);
    CheckWorld perfect = WORLD.observing(WORLD.setup().control().draw(1), OptionalLong.empty());
    Evaluation signal = new LocalEvaluation(perfect.setup(), perfect.blocks()).cost(origin);
    assertThat(2 * truth.stream("co2").cost() / co2().term().count()).isBetween(0.4, 1.8);
    assertThat(prior.stream("co2").cost()).isGreaterThan(10 * truth.stream("co2").cost());
    for (StreamOperator stream : WORLD.setup().streams()) {
      if (stream instanceof LocalOperator) {
        String name = stream.name();
        int count =
            WORLD.blocks().stream().mapToInt(b -> b.part(name, ObservedField.class).count()).sum();
        assertThat(count).isPositive();
        assertThat(2 * truth.stream(name).cost() / count).as(name).isBetween(0.7, 1.3);
        double expected = signal.stream(name).cost();
        assertThat(prior.stream(name).cost() - truth.stream(name).cost())
            .as(name)
            .isCloseTo(expected, within(3 * Math.sqrt(2 * expected)));
      }
    }
  }

  @Test
  void withoutErrorsTheTruthCostsNothing() {
    double[] truth = WORLD.setup().control().draw(7);
    CheckWorld perfect = WORLD.observing(truth, OptionalLong.empty());
    LocalEvaluation evaluation = new LocalEvaluation(perfect.setup(), perfect.blocks());
    Evaluation atTruth = evaluation.cost(truth);
    Evaluation atPrior = evaluation.cost(new double[truth.length]);
    assertThat(atTruth.stream("co2").cost()).isZero();
    // the cells' own offsets are at their prior; values are kept in single precision
    atTruth
        .streams()
        .forEach((name, value) -> assertThat(value.cost()).as(name).isBetween(0.0, 1e-8));
    atPrior.streams().forEach((name, value) -> assertThat(value.cost()).as(name).isGreaterThan(1));
  }

  @Test
  void aWorldMayHaveOneOfItsStreams() {
    StreamOperator moisture = WORLD.setup().stream("soilMoisture", StreamOperator.class);
    CheckWorld one = WORLD.only(moisture);
    double[] x = WORLD.setup().control().draw(3);
    Evaluation alone = new LocalEvaluation(one.setup(), one.blocks()).cost(x);
    Evaluation all = new LocalEvaluation(WORLD.setup(), WORLD.blocks()).cost(x);
    assertThat(alone.streams().keySet()).containsExactly("soilMoisture");
    assertThat(alone.stream("soilMoisture")).isEqualTo(all.stream("soilMoisture"));
    assertThat(alone.prior()).isEqualTo(all.prior());
  }
}
