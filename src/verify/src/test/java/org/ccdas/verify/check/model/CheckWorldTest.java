package org.ccdas.verify.check.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.ccdas.assimilate.evaluation.BlockCell;
import org.ccdas.assimilate.evaluation.BlockTile;
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.assimilate.evaluation.LocalEvaluation;
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
    double land =
        WORLD.blocks().stream().flatMap(b -> b.cells().stream()).mapToDouble(BlockCell::area).sum();
    assertThat(land).isBetween(1.2e14, 1.5e14);
  }

  @Test
  void windowIsThreeMonthsAfterThree() {
    assertThat(WORLD.setup().window().days()).isEqualTo(91);
    assertThat(WORLD.setup().fluxMonths().count()).isEqualTo(6);
    assertThat(WORLD.setup().schedule().steps()).isEqualTo(90 + 91);
  }

  @Test
  void observesFourStationsButOneMonthAndHoldsOneOut() {
    assertThat(WORLD.setup().co2().count()).isEqualTo(4 * 3 - 1);
    assertThat(WORLD.setup().concentrations()).isEqualTo(5 * 3);
  }

  @Test
  void observationsAreTheTruthAndItsNoise() {
    LocalEvaluation evaluation = new LocalEvaluation(WORLD.setup(), WORLD.blocks());
    Evaluation truth = evaluation.cost(WORLD.setup().control().draw(1));
    Evaluation prior = evaluation.cost(new double[WORLD.setup().control().size()]);
    double count = WORLD.setup().co2().count();
    assertThat(2 * truth.co2() / count).isBetween(0.2, 2.5);
    assertThat(prior.co2()).isGreaterThan(10 * truth.co2());
  }
}
