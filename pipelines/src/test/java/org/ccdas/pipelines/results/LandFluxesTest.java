package org.ccdas.pipelines.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.ccdas.assimilate.evaluation.BlockFluxes;
import org.ccdas.bethy.lane.ModelSeries;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.pipelines.run.RunOutcome;
import org.junit.jupiter.api.Test;

class LandFluxesTest {
  private final RunOutcome outcome = SmallRun.outcome();
  private final Land land = Land.of(outcome);
  private final LandFluxes fluxes = LandFluxes.of(land, outcome.setup(), outcome.posteriorFluxes());

  @Test
  void blocksFollowEachOtherWithoutTheSpinUp() {
    List<BlockFluxes> blocks = outcome.posteriorFluxes();
    assertThat(blocks).hasSize(2);
    int months = blocks.get(1).months();
    assertThat(months).isEqualTo(3 + SmallRun.MONTHS);
    // the second cell of the second block is the fifth of all
    for (int month = 0; month < SmallRun.MONTHS; month++) {
      assertThat(fluxes.gpp()[4 * SmallRun.MONTHS + month])
          .isEqualTo(blocks.get(1).cells(ModelSeries.GPP)[months + 3 + month]);
    }
  }

  /** The monthly fluxes of the cells and the sums of the tiles come from the same blocks. */
  @Test
  void cellsAndTilesAgree() {
    double cells = 0;
    for (int i = 0; i < fluxes.gpp().length; i++) {
      cells += land.area(i / SmallRun.MONTHS) * fluxes.gpp()[i];
    }
    double tiles = 0;
    for (int t = 0; t < land.tiles().size(); t++) {
      tiles += land.tiles().get(t).area() * fluxes.tileGpp()[t];
    }
    assertThat(cells).isPositive();
    assertThat(tiles).isCloseTo(cells, within(1e-12 * cells));
  }

  @Test
  void theDesertIsWithoutCarbonButHasWater() {
    List<Land.CoveredArea> without =
        land.tiles().stream().filter(Land.CoveredArea::withoutCarbon).toList();
    assertThat(without).hasSize(1);
    int cell = without.get(0).cell();
    assertThat(land.cells().get(cell).cell().id()).isEqualTo(SmallRun.DESERT);
    for (int month = 0; month < SmallRun.MONTHS; month++) {
      assertThat(fluxes.gpp()[cell * SmallRun.MONTHS + month]).isZero();
      assertThat(fluxes.topMoisture()[cell * SmallRun.MONTHS + month]).isPositive();
    }
  }

  @Test
  void moistureIsTheMeanOfTheDaysOfTheMonth() {
    MonthAxis window = outcome.setup().window();
    double[] daily = outcome.posteriorFluxes().get(0).cells(ModelSeries.TOP_MOISTURE);
    double sum = 0;
    for (int day = 31; day < 31 + 28; day++) {
      sum += daily[window.days() + day];
    }
    // February of the second cell
    assertThat(fluxes.topMoisture()[SmallRun.MONTHS + 1]).isCloseTo(sum / 28, within(1e-15));
  }

  @Test
  void refusesBlocksOfOtherLand() {
    List<BlockFluxes> blocks = new ArrayList<>(outcome.posteriorFluxes());
    blocks.remove(1);
    assertThatThrownBy(() -> LandFluxes.of(land, outcome.setup(), blocks))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("fluxes of 3 cells");
  }
}
