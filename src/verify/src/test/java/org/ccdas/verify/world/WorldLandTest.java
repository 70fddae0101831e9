package org.ccdas.verify.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.CellTable;
import org.junit.jupiter.api.Test;

class WorldLandTest {
  private final CellTable table = WorldLand.cells();

  @Test
  void aboutSixtyCellsHoldMostOfTheLand() {
    assertThat(table.size()).isBetween(50, 80);
    double area = table.cells().stream().mapToDouble(Cell::area).sum();
    // the land without Antarctica is 1.35e14 m2; cells with little land are left out
    assertThat(area).isBetween(0.9e14, 1.36e14);
    for (Cell cell : table.cells()) {
      assertThat(cell.area()).isLessThanOrEqualTo(cell.box().area());
    }
  }

  @Test
  void cellsDoNotOverlap() {
    for (Cell cell : table.cells()) {
      for (Cell other : table.cells()) {
        assertThat(cell.id() == other.id() || cell.box().overlap(other.box()) < 1).isTrue();
      }
    }
  }

  @Test
  void allPlantFunctionalTypesGrow() {
    Set<Integer> pfts = new HashSet<>();
    table.cells().forEach(cell -> pfts.addAll(cell.pfts()));
    assertThat(pfts).hasSize(Cell.PFTS);
  }
}
