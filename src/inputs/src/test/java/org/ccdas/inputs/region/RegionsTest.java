package org.ccdas.inputs.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.LatLonBox;
import org.junit.jupiter.api.Test;

class RegionsTest {
  /** A cell of 10 x 10 degrees. */
  static Cell cell(int id, double lat, double lon) {
    return Cell.of(id, lat, lon, LatLonBox.around(lat, lon, 10, 10), List.of(1));
  }

  private static final Region NORTH = new Region("halves", "north");
  private static final Region SOUTH = new Region("halves", "south");

  private static Regions halves() {
    return Regions.of(
        List.of(NORTH, SOUTH),
        Map.of(1, new double[] {1, 0}, 2, new double[] {0.25, 0.75}, 3, new double[2]));
  }

  @Test
  void joinsSetsOfTheSameCells() {
    Regions all = Regions.globe(List.of(cell(1, 45, 5), cell(2, 5, 5))).and(halves());
    assertThat(all.regions())
        .containsExactly(new Region(Regions.GLOBE, Regions.GLOBE), NORTH, SOUTH);
    assertThat(all.shares(2)).containsExactly(1, 0.25, 0.75);
    // a cell that only one of the two knows
    assertThat(all.shares(3)).containsExactly(0, 0, 0);
    assertThat(all.shares(99)).containsExactly(0, 0, 0);
  }

  @Test
  void findsTheLeadingRegion() {
    assertThat(halves().leading(2, "halves")).contains(SOUTH);
    assertThat(halves().leading(1, "halves")).contains(NORTH);
    assertThat(halves().leading(3, "halves")).isEmpty();
    assertThat(halves().leading(1, "quarters")).isEmpty();
  }

  @Test
  void sumsAreas() {
    Cell one = cell(1, 45, 5);
    Cell two = cell(2, 5, 5);
    double[] areas = halves().areas(List.of(one, two));
    assertThat(areas[0]).isCloseTo(one.area() + 0.25 * two.area(), within(1.0));
    assertThat(areas[1]).isCloseTo(0.75 * two.area(), within(1.0));
  }

  @Test
  void labelsAreForPeople() {
    assertThat(NORTH.label()).isEqualTo("halves north");
    assertThat(new Region(Regions.GLOBE, Regions.GLOBE).label()).isEqualTo("globe");
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatThrownBy(() -> Regions.of(List.of(NORTH), Map.of(1, new double[2])))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Regions.of(List.of(NORTH), Map.of(1, new double[] {1.1})))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> halves().and(halves())).isInstanceOf(IllegalArgumentException.class);
  }
}
