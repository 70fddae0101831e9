package org.ccdas.inputs.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EaseGrid2Test {
  /** Reference points of spec section 19.2. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 83.517136, -179.870317",
    "291, 693, 0.098082, -0.129683",
    "100, 700, 40.873070, 1.685879"
  })
  void hasThePublishedCentres(int row, int column, double lat, double lon) {
    LatLonGrid grid = EaseGrid2.grid25km(true);

    assertThat(EaseGrid2.centreLatitude(grid, row)).isCloseTo(lat, within(1e-6));
    assertThat(0.5 * (grid.west(column) + grid.east(column))).isCloseTo(lon, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"48.5, 11.2, 72, 737", "-33.9, 18.5, 455, 765"})
  void findsThePixelOfAPlace(double lat, double lon, int row, int column) {
    assertThat(EaseGrid2.row(lat)).isEqualTo(row);
    assertThat(EaseGrid2.column(lon)).isEqualTo(column);
    LatLonGrid grid = EaseGrid2.grid25km(true);
    assertThat(lat).isBetween(grid.south(row), grid.north(row));
    assertThat(lon).isBetween(grid.west(column), grid.east(column));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-84, -60, -30.5, -1e-3, 0, 12.25, 45, 71.3, 84.6, 89})
  void projectionAndInverseAreTheSamePoint(double lat) {
    assertThat(EaseGrid2.latitude(EaseGrid2.y(lat))).isCloseTo(lat, within(1e-11));
    assertThat(EaseGrid2.longitude(EaseGrid2.x(lat))).isCloseTo(lat, within(1e-11));
  }

  @Test
  void allPixelsHaveOneArea() {
    LatLonGrid grid = EaseGrid2.grid25km(true);
    double wanted = EaseGrid2.PIXEL * EaseGrid2.PIXEL;
    for (int row = 0; row < grid.rows(); row++) {
      double height =
          AreaMeasure.WGS84.ofLatitude(grid.north(row))
              - AreaMeasure.WGS84.ofLatitude(grid.south(row));
      double width = Math.toRadians(grid.east(700) - grid.west(700));
      assertThat(height * width).isCloseTo(wanted, within(1e-9 * wanted));
    }
  }

  @Test
  void turnedRoundItIsTheSameGrid() {
    LatLonGrid north = EaseGrid2.grid25km(true);
    LatLonGrid south = EaseGrid2.grid25km(false);

    assertThat(south.south(0)).isEqualTo(north.south(583)).isLessThan(-84);
    assertThat(EaseGrid2.centreLatitude(south, 0)).isEqualTo(EaseGrid2.centreLatitude(north, 583));
    assertThat(south).isNotEqualTo(north).isEqualTo(EaseGrid2.grid25km(false));
  }

  @Test
  void theWholeEllipsoidHasTheAreaOfWgs84() {
    double area =
        2 * Math.PI * (AreaMeasure.WGS84.ofLatitude(90) - AreaMeasure.WGS84.ofLatitude(-90));

    // 510 065 621.724 km2, the published area of the ellipsoid
    assertThat(area).isCloseTo(5.10065621724e14, within(1e9));
  }
}
