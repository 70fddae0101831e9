package org.ccdas.assimilate.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.ccdas.transport.Response;
import org.ccdas.transport.StartMonths;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockTest {
  private static final Response RESPONSE =
      BlockFileTest.sample(new StartMonths.Seasonal()).response();

  private static Block block(int cells, int days, BlockTile tile, BlockCell cell) {
    float[][] field = new float[cells][days];
    return new Block(
        0,
        List.of(cell),
        List.of(tile),
        LocalDate.of(2010, 1, 1),
        field,
        field,
        field,
        field,
        new double[3],
        RESPONSE);
  }

  private static BlockCell cell(int... regions) {
    return new BlockCell(1, 0, 0, 0, 1e10, regions, new double[regions.length]);
  }

  @Test
  void takesCellsAndDaysThatFit() {
    assertThat(block(1, 3, new BlockTile(0, 1, 1, 1), cell(1)).days()).isEqualTo(3);
  }

  @Test
  void refusesForcingOfOtherSize() {
    BlockTile tile = new BlockTile(0, 1, 1, 1);
    assertThatThrownBy(() -> block(2, 3, tile, cell(0))).hasMessage("Forcing of 2 cells for 1");
    assertThatThrownBy(() -> block(1, 4, tile, cell(0))).hasMessage("Forcing of 4 days, CO2 of 3");
  }

  @Test
  void refusesTilesAndRegionsThatPointNowhere() {
    assertThatThrownBy(() -> block(1, 3, new BlockTile(1, 1, 1, 1), cell(0)))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> block(1, 3, new BlockTile(0, 1, 1, 1), cell(2)))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "-1,1,1,1",
    "0,0,1,1",
    "0,14,1,1",
    "0,1,0,1",
    "0,1,1.01,1",
    "0,1,NaN,1",
    "0,1,1,0",
    "0,1,1,7"
  })
  void refusesTilesOutOfRange(int cell, int pft, double fraction, int texture) {
    assertThatThrownBy(() -> new BlockTile(cell, pft, fraction, texture))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PFT " + pft);
  }

  @Test
  void refusesCellsWithoutRegions() {
    assertThatThrownBy(() -> cell()).hasMessageContaining("0 regions");
    assertThatThrownBy(() -> new BlockCell(9, 0, 0, 0, 1, new int[1], new double[2]))
        .hasMessage("Cell 9 has 1 regions and 2 shares");
  }
}
