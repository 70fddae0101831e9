package org.ccdas.observe.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ccdas.observe.local.ObservedField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockTest {
  private static final LocalDate FIRST = LocalDate.of(2010, 1, 1);
  private static final BlockTile TILE = new BlockTile(0, 1, 1, 1);
  private static final ObservedField PART = ObservedField.daily(1, FIRST, 3);

  /** A part of another type. */
  private record Other(int number) implements BlockPart {
    @Override
    public byte[] encode() {
      return new byte[] {(byte) number};
    }

    @Override
    public long size() {
      return number;
    }
  }

  private static Block block(int cells, int days, BlockTile tile, Map<String, BlockPart> parts) {
    float[][] field = new float[cells][days];
    return new Block(
        4,
        List.of(new BlockCell(1, 0, 0, 0, 1e10)),
        List.of(tile),
        FIRST,
        field,
        field,
        field,
        field,
        new double[3],
        new TreeMap<>(parts));
  }

  private static Block block(int cells, int days, BlockTile tile) {
    return block(cells, days, tile, Map.of());
  }

  @Test
  void takesCellsAndDaysThatFit() {
    assertThat(block(1, 3, TILE).days()).isEqualTo(3);
  }

  @Test
  void refusesForcingOfOtherSize() {
    assertThatThrownBy(() -> block(2, 3, TILE)).hasMessage("Forcing of 2 cells for 1");
    assertThatThrownBy(() -> block(1, 4, TILE)).hasMessage("Forcing of 4 days, CO2 of 3");
  }

  @Test
  void refusesTilesThatPointNowhere() {
    assertThatThrownBy(() -> block(1, 3, new BlockTile(1, 1, 1, 1)))
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
  void aStreamFindsItsPartAndNoOther() {
    Block block = block(1, 3, TILE, Map.of("seen", PART, "other", new Other(7)));
    assertThat(block.part("seen", ObservedField.class)).isSameAs(PART);
    assertThat(block.part("other", Other.class).number()).isEqualTo(7);
    assertThatThrownBy(() -> block.part("heard", ObservedField.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Block 4 has no part of stream heard");
    assertThatThrownBy(() -> block.part("other", ObservedField.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Block 4 has no part of stream other");
  }

  @Test
  void anotherPartLeavesTheBlockAsItWas() {
    SortedMap<String, BlockPart> parts = new TreeMap<>(Map.of("other", new Other(7)));
    Block block = block(1, 3, TILE, parts);
    parts.clear();
    Block changed = block.with("other", new Other(9)).with("seen", PART);
    assertThat(block.part("other", Other.class).number()).isEqualTo(7);
    assertThat(block.parts()).containsOnlyKeys("other");
    assertThat(changed.part("other", Other.class).number()).isEqualTo(9);
    assertThat(changed.parts()).containsOnlyKeys("other", "seen");
    assertThat(changed.forcingStart()).isEqualTo(FIRST);
    assertThat(changed.shortwave()).isSameAs(block.shortwave());
  }

  @Test
  void sizeCountsForcingAndParts() {
    // four fields of one cell and three days as float32, CO2 as float64
    assertThat(block(1, 3, TILE).size()).isEqualTo(4 * 4 * 3 + 8 * 3);
    assertThat(block(1, 3, TILE, Map.of("a", new Other(5), "b", new Other(6))).size())
        .isEqualTo(4 * 4 * 3 + 8 * 3 + 11);
  }
}
