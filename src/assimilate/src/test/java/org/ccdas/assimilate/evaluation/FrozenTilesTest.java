package org.ccdas.assimilate.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ccdas.bethy.lane.ModelSeries;
import org.junit.jupiter.api.Test;

class FrozenTilesTest {
  private static BlockFluxes npp(int index, double... tileNpp) {
    return new BlockFluxes(index, 0, Map.of(), Map.of(ModelSeries.NPP, tileNpp), new TreeMap<>());
  }

  @Test
  void tilesBelowTenGramsAYearAreWithoutCarbon() {
    // two years: 20 gC m-2 in the window are the threshold
    FrozenTiles frozen = FrozenTiles.decide(List.of(npp(0, 19.9, 20.1, -3), npp(1, 500)), 2 * 365);
    assertThat(frozen.withoutCarbon())
        .containsExactly(new boolean[] {true, false, true}, new boolean[] {false});
    assertThat(frozen.count()).isEqualTo(2);
    assertThat(frozen.live(0, 0)).isZero();
    assertThat(frozen.live(0, 1)).isEqualTo(1);
    assertThat(frozen.live(1, 0)).isEqualTo(1);
  }

  @Test
  void beforeTheDecisionAllAreLive() {
    assertThat(FrozenTiles.none().live(7, 9)).isEqualTo(1);
    assertThat(FrozenTiles.none().count()).isZero();
  }
}
