package org.ccdas.observe.satellite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.LatLonBox;
import org.junit.jupiter.api.Test;

class SoilMoistureGridTest {
  @Test
  void globalGridCoversTheEarthWithTouchingBoxes() {
    SoilMoistureGrid grid = SoilMoistureGrid.global(2, 2);
    assertThat(grid.rows()).isEqualTo(90);
    assertThat(grid.columns()).isEqualTo(180);
    assertThat(grid.lats()[0]).isEqualTo(-89);
    assertThat(grid.lons()[0]).isEqualTo(-179);
    for (int row = 1; row < grid.rows(); row++) {
      assertThat(grid.latBounds()[2 * row]).isEqualTo(grid.latBounds()[2 * row - 1]);
    }
    assertThat(grid.latBounds()[0]).isEqualTo(-90);
    assertThat(grid.latBounds()[179]).isEqualTo(90);
    assertThat(grid.lonBounds()[359]).isEqualTo(180);
    double area = 0;
    for (int row = 0; row < grid.rows(); row++) {
      area += grid.columns() * grid.box(row, 0).area();
    }
    double earth = 4 * Math.PI * LatLonBox.EARTH_RADIUS * LatLonBox.EARTH_RADIUS;
    assertThat(area / earth).isBetween(1 - 1e-12, 1 + 1e-12);
  }

  @Test
  void findsABoxInAnyTurnOfTheCircle() {
    SoilMoistureGrid grid = SoilMoistureGrid.global(10, 20);
    assertThat(grid.indexOf(new LatLonBox(-90, -80, -180, -160))).hasValue(0);
    assertThat(grid.indexOf(new LatLonBox(-80, -70, 180, 200))).hasValue(18);
    assertThat(grid.indexOf(new LatLonBox(-80.0009, -70, 180, 200))).hasValue(18);
    assertThat(grid.indexOf(new LatLonBox(-80.002, -70, 180, 200))).isEmpty();
    assertThat(grid.indexOf(new LatLonBox(-80, -70, 181, 201))).isEmpty();
    assertThat(grid.indexOf(new LatLonBox(-80, -70, 180, 190))).isEmpty();
  }

  @Test
  void rowsMayRunFromNorthToSouth() {
    SoilMoistureGrid grid =
        new SoilMoistureGrid(
            new double[] {5, -5},
            new double[] {0},
            new double[] {10, 0, 0, -10},
            new double[] {-5, 5});
    assertThat(grid.indexOf(new LatLonBox(-10, 0, -5, 5))).hasValue(1);
    assertThat(grid.box(0, 0)).isEqualTo(new LatLonBox(0, 10, -5, 5));
  }

  @Test
  void gridOfCellsFillsTheGapsBetweenThem() {
    List<Cell> cells = new ArrayList<>();
    for (double lat : new double[] {-6, 18, 30}) {
      cells.add(
          Cell.of(
              cells.size() + 1, lat, 6 + lat, LatLonBox.around(lat, 6 + lat, 12, 12), List.of(1)));
    }
    SoilMoistureGrid grid = SoilMoistureGrid.of(cells);
    assertThat(grid.rows()).isEqualTo(4);
    assertThat(grid.columns()).isEqualTo(4);
    cells.forEach(cell -> assertThat(grid.indexOf(cell.box())).isPresent());
  }

  @Test
  void refusesWhatIsNoGrid() {
    assertThatThrownBy(
            () ->
                new SoilMoistureGrid(
                    new double[] {0}, new double[] {0}, new double[] {5, 5}, new double[] {0, 1}))
        .hasMessageContaining("Row 0 from 5.0 to 5.0");
    assertThatThrownBy(
            () ->
                new SoilMoistureGrid(
                    new double[] {0}, new double[] {0}, new double[] {0, 5}, new double[] {1, 0}))
        .hasMessageContaining("Column 0 from 1.0 to 0.0");
    assertThatThrownBy(() -> SoilMoistureGrid.global(7, 10)).hasMessageContaining("do not divide");
    Cell one = Cell.of(1, 0.3, 7, LatLonBox.around(0.3, 7, 2, 2), List.of(1));
    assertThatThrownBy(() -> SoilMoistureGrid.of(List.of(one)))
        .hasMessageContaining("do not lie on a regular grid");
  }

  /** 5 W to 5 E in quarters of a degree, longitudes 0..360: not 1440 columns but 40. */
  @Test
  void aDomainAcrossGreenwichHasItsBoxesOnly() {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      double lon = ((i - 20 + 0.5) * 0.25 + 360) % 360;
      LatLonBox box = LatLonBox.around(45.125 + (i % 2) * 0.25, lon, 0.25, 0.25);
      cells.add(Cell.of(i + 1, 45.125 + (i % 2) * 0.25, lon, box, List.of(1)));
    }
    SoilMoistureGrid grid = SoilMoistureGrid.of(cells);
    assertThat(grid.rows()).isEqualTo(2);
    assertThat(grid.columns()).isEqualTo(40);
    assertThat(grid.lons()[0]).isEqualTo(-4.875);
  }
}
