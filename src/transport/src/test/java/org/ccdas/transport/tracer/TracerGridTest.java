package org.ccdas.transport.tracer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.ccdas.inputs.grid.LatLonBox;
import org.junit.jupiter.api.Test;

class TracerGridTest {
  private static final TracerGrid GRID = TracerGrid.standard();

  @Test
  void hasFewerColumnsOnlyNearThePoles() {
    assertThat(GRID.rows()).isEqualTo(24);
    assertThat(GRID.layers()).isEqualTo(9);
    for (int row = 2; row < 22; row++) {
      assertThat(GRID.columns(row)).isEqualTo(36);
    }
    assertThat(GRID.columns(1)).isEqualTo(18);
    assertThat(GRID.columns(0)).isEqualTo(6);
    assertThat(GRID.columns(23)).isEqualTo(6);
    assertThat(GRID.columns()).isEqualTo(20 * 36 + 2 * 18 + 2 * 6);
  }

  @Test
  void massesAreSharesOfTheAtmosphere() {
    for (int factor = 1; factor <= 2; factor++) {
      TracerGrid grid = TracerGrid.refined(factor);
      double sum = 0;
      for (int cell = 0; cell < grid.cells(); cell++) {
        sum += grid.mass(cell);
      }
      assertThat(sum).isEqualTo(1, within(1e-13));
    }
  }

  @Test
  void boxesCoverTheEarthOnce() {
    double area = GRID.boxes().stream().mapToDouble(LatLonBox::area).sum();
    assertThat(area).isEqualTo(4 * Math.PI * 6.371e6 * 6.371e6, within(1e3));
  }

  @Test
  void findsTheColumnOfAPlace() {
    // Mauna Loa: 19.54 N in the row from 15 to 22.5, 155.58 W in the column from 160 to 150 W
    int row = GRID.row(19.54);
    int column = GRID.column(row, GRID.position(row, -155.58));
    assertThat(GRID.box(column)).isEqualTo(new LatLonBox(15, 22.5, -160, -150));
    assertThat(GRID.rowOf(column)).isEqualTo(row);
    assertThat(GRID.position(row, 204.42)).isEqualTo(GRID.position(row, -155.58));
    assertThat(GRID.row(90)).isEqualTo(23);
  }

  @Test
  void refusesOtherRefinements() {
    assertThatThrownBy(() -> TracerGrid.refined(0)).hasMessageContaining("1 to 8");
  }
}
