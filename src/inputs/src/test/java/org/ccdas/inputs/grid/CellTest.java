package org.ccdas.inputs.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CellTest {
  private static final LatLonBox BOX = LatLonBox.around(51, 9, 2, 2);

  @Test
  void takesTheAreaOfItsBox() {
    assertThat(Cell.of(1, 51, 9, BOX, List.of(13, 5)).area()).isEqualTo(BOX.area());
  }

  @Test
  void refusesImpossibleCells() {
    refused(0, 51, 9, 1e10, List.of(1), "cell number 0");
    refused(1, 91, 9, 1e10, List.of(1), "latitude 91");
    refused(1, Double.NaN, 9, 1e10, List.of(1), "latitude NaN");
    refused(1, 51, 361, 1e10, List.of(1), "longitude 361");
    refused(1, 51, 9, 0, List.of(1), "area 0");
    refused(1, 51, 9, 1e10, List.of(), "1 to 3 PFTs");
    refused(1, 51, 9, 1e10, List.of(1, 2, 3, 4), "1 to 3 PFTs");
    refused(1, 51, 9, 1e10, List.of(14), "PFT 14");
  }

  private static void refused(
      int id, double lat, double lon, double area, List<Integer> pfts, String reason) {
    assertThatThrownBy(() -> new Cell(id, lat, lon, BOX, area, pfts))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }
}
