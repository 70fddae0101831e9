package org.ccdas.observe.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ccdas.inputs.forcing.DailyForcing;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.inputs.land.LandCell;
import org.ccdas.inputs.land.Tile;
import org.ccdas.observe.local.ObservedField;
import org.junit.jupiter.api.Test;

class BlockBuilderTest {
  private static final LocalDate FIRST = LocalDate.of(2010, 1, 1);
  private static final BlockPart PART = ObservedField.daily(2, FIRST, 1);

  private static LandCell cell(int id, double lat, double... fractions) {
    List<Integer> pfts = List.of(1, 10, 13).subList(0, fractions.length);
    Cell cell = Cell.of(id, lat, 0, LatLonBox.around(lat, 0, 4, 4), pfts);
    List<Tile> tiles =
        pfts.stream().map(pft -> new Tile(pft, fractions[pfts.indexOf(pft)], id % 6 + 1)).toList();
    return new LandCell(cell, 100 * id, tiles);
  }

  private static DailyForcing forcing(int cells, int days) {
    float[][][] fields = new float[4][cells][days];
    for (int f = 0; f < fields.length; f++) {
      for (int c = 0; c < cells; c++) {
        Arrays.fill(fields[f][c], 10 * f + c);
      }
    }
    return new DailyForcing(FIRST, days, fields[0], fields[1], fields[2], fields[3]);
  }

  private static Block build(LandCell... cells) {
    return BlockBuilder.build(
        new BlockPlan(3, List.of(cells)),
        forcing(cells.length, 2),
        new double[] {388, 389},
        new TreeMap<>(Map.of("seen", PART)));
  }

  @Test
  void cellsKeepTheirPlaceAndOnlyTilesWithCoverGoIn() {
    Block block = build(cell(8, 45, 0.5, 0, 0.25), cell(4, 25, 1));
    assertThat(block.index()).isEqualTo(3);
    assertThat(block.forcingStart()).isEqualTo(FIRST);
    assertThat(block.co2()).containsExactly(388, 389);
    assertThat(block.cells()).extracting(BlockCell::id).containsExactly(8, 4);
    assertThat(block.cells()).extracting(BlockCell::elevation).containsExactly(800.0, 400.0);
    assertThat(block.cells().get(1).area()).isEqualTo(LatLonBox.around(25, 0, 4, 4).area());
    assertThat(block.tiles())
        .containsExactly(
            new BlockTile(0, 1, 0.5, 3), new BlockTile(0, 13, 0.25, 3), new BlockTile(1, 1, 1, 5));
    assertThat(block.minimumTemperature()[1]).containsExactly(1, 1);
    assertThat(block.maximumTemperature()[0]).containsExactly(10, 10);
    assertThat(block.precipitation()[1]).containsExactly(21, 21);
    assertThat(block.shortwave()[1]).containsExactly(31, 31);
    assertThat(block.parts()).hasSize(1);
    assertThat(block.part("seen", ObservedField.class)).isSameAs(PART);
  }

  @Test
  void refusesForcingOfOtherCells() {
    assertThatThrownBy(
            () ->
                BlockBuilder.build(
                    new BlockPlan(0, List.of(cell(1, 0, 1))),
                    forcing(2, 1),
                    new double[1],
                    new TreeMap<>()))
        .hasMessage("Forcing of 2 cells for 1");
  }
}
