package org.ccdas.observe.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.inputs.land.LandCell;
import org.ccdas.inputs.land.Tile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockPlanTest {
  private static List<LandCell> cells(int count) {
    List<LandCell> cells = new ArrayList<>();
    for (int id = 1; id <= count; id++) {
      Cell cell = Cell.of(id, 0, 0, LatLonBox.around(0, 0, 2, 2), List.of(1));
      cells.add(new LandCell(cell, 0, List.of(new Tile(1, 1, 1))));
    }
    return cells;
  }

  @ParameterizedTest
  @CsvSource({
    "1, 128, 1",
    "128, 128, 1",
    "129, 128, 2",
    "170, 43, 4",
    "3462, 128, 28",
    "7, 3, 3",
    "5, 1, 5"
  })
  void dealsEveryCellOnceInOrderToNearlyEqualBlocks(int count, int size, int blocks) {
    List<LandCell> cells = cells(count);
    List<BlockPlan> plans = BlockPlan.deal(cells, size);
    assertThat(plans).extracting(BlockPlan::index).isSorted().hasSize(blocks).startsWith(0);
    assertThat(plans.stream().flatMap(plan -> plan.cells().stream()).toList()).isEqualTo(cells);
    IntSummaryStatistics sizes =
        plans.stream().mapToInt(plan -> plan.cells().size()).summaryStatistics();
    assertThat(sizes.getMax()).isLessThanOrEqualTo(size);
    assertThat(sizes.getMax() - sizes.getMin()).isLessThanOrEqualTo(1);
  }

  @Test
  void noCellsMakeNoBlock() {
    assertThat(BlockPlan.deal(List.of(), 128)).isEmpty();
    assertThatThrownBy(() -> BlockPlan.deal(cells(1), 0)).hasMessage("Blocks of 0 cells");
  }
}
