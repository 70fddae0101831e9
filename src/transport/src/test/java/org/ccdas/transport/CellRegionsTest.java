package org.ccdas.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.grid.LatLonBox;
import org.junit.jupiter.api.Test;

class CellRegionsTest {
  private static final List<LatLonBox> CELLS =
      List.of(
          LatLonBox.around(45, 10, 2, 2),
          LatLonBox.around(50, 10, 7.826, 10),
          LatLonBox.around(-89, 0, 8, 10),
          LatLonBox.around(0, 179, 4, 10));

  private static CellRegions bands() {
    return CellRegions.of("zonal", CELLS, ZonalBox.regions());
  }

  @Test
  void sharesAreThoseOfTheAreaAndSumToOne() {
    CellRegions map = bands();
    assertThat(map.regions(0)).containsExactly(13);
    assertThat(map.shares(0)).containsExactly(1);
    assertThat(map.regions(1)).containsExactly(13, 14);
    double south = Math.sin(Math.toRadians(50)) - Math.sin(Math.toRadians(46.087));
    double north = Math.sin(Math.toRadians(53.913)) - Math.sin(Math.toRadians(50));
    assertThat(map.shares(1)[0]).isCloseTo(south / (south + north), within(1e-12));
    for (int cell = 0; cell < map.cellCount(); cell++) {
      assertThat(Arrays.stream(map.shares(cell)).sum()).isCloseTo(1, within(1e-15));
    }
    assertThat(map.touched()).containsExactly(0, 8, 9, 13, 14);
  }

  @Test
  void cellsAcrossTheDateLineAreCutThere() {
    List<TransportRegion> halves =
        List.of(
            new TransportRegion("west", new LatLonBox(-90, 90, -180, 0)),
            new TransportRegion("east", new LatLonBox(-90, 90, 0, 180)));
    CellRegions map = CellRegions.of("halves", CELLS.subList(3, 4), halves);
    // 174E..184E: six tenths in the east
    assertThat(map.shares(0)).containsExactly(new double[] {0.4, 0.6}, within(1e-12));
  }

  @Test
  void noCarbonIsLost() {
    double[] flux = {1, 2, 3, 4, 5, 6, 7, 8};
    double[] regional = bands().toRegions(flux, 2);
    assertThat(regional).hasSize(36);
    assertThat(Arrays.stream(regional).sum()).isCloseTo(36, within(1e-12));
    assertThat(regional[13 * 2]).isCloseTo(1 + 3 * bands().shares(1)[0], within(1e-12));
  }

  @Test
  void aCellThatTouchesNoRegionIsNamed() {
    List<TransportRegion> tropics =
        List.of(new TransportRegion("tropics", new LatLonBox(-20, 20, -180, 180)));
    assertThatThrownBy(() -> CellRegions.of("regions.nc", CELLS, tropics))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("regions.nc")
        .hasMessageContaining("south=44.0");
  }
}
