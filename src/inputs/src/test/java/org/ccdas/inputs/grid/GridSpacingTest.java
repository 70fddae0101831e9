package org.ccdas.inputs.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GridSpacingTest {
  @Test
  void findsTwoDegreesAlsoWithGaps() {
    GridSpacing spacing =
        GridSpacing.of(new double[] {79, 73, 69, -53}, new double[] {-93, 87, -179, 91})
            .orElseThrow();
    assertThat(spacing.height()).isCloseTo(2, within(1e-12));
    assertThat(spacing.width()).isCloseTo(2, within(1e-12));
  }

  @Test
  void findsTheExactRowsOfTm2FromRoundedLatitudes() {
    GridSpacing spacing =
        GridSpacing.of(
                new double[] {74.348, 66.522, 50.870, -43.043}, new double[] {95, 105, -155, 5})
            .orElseThrow();
    assertThat(spacing.height()).isCloseTo(180.0 / 23, within(1e-12));
    assertThat(spacing.width()).isCloseTo(10, within(1e-12));
    assertThat(spacing.box(66.522, 95).area())
        .isCloseTo(new LatLonBox(62.609, 70.435, 90, 100).area(), within(1e8));
  }

  @Test
  void halvesPolarRows() {
    LatLonBox polar = new GridSpacing(180.0 / 23, 10).box(90, 5);
    assertThat(polar.north()).isEqualTo(90);
    assertThat(polar.north() - polar.south()).isCloseTo(90.0 / 23, within(1e-12));
  }

  @Test
  void worksForEveryRegularGridFromTwoNeighbours() {
    for (int rows : new int[] {18, 45, 48, 90, 180, 360}) {
      double height = 180.0 / rows;
      double[] lats = IntStream.of(3, 4, 9).mapToDouble(i -> -90 + (i + 0.5) * height).toArray();
      double[] lons = IntStream.of(0, 2, 3).mapToDouble(i -> -180 + (i + 0.5) * height).toArray();
      GridSpacing spacing = GridSpacing.of(lats, lons).orElseThrow();
      assertThat(spacing.height()).isCloseTo(height, within(1e-9));
      assertThat(spacing.width()).isCloseTo(height, within(1e-9));
    }
  }

  @Test
  void givesNothingForPointsThatLieOnNoGrid() {
    assertThat(GridSpacing.of(new double[] {53.2}, new double[] {10})).isEmpty();
    assertThat(GridSpacing.of(new double[] {60.09, 56.4412, 55.8837}, new double[] {1, 2, 3}))
        .isEmpty();
    assertThatThrownBy(() -> new GridSpacing(0, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  /** Cells of 10 degrees from 15 W to 25 E, longitudes 0..360, beside the same in -180..180. */
  @Test
  void aDomainAcrossGreenwichHasNoColumnsOutside() {
    GridSpacing spacing = new GridSpacing(10, 10);
    double[] columns = spacing.columns(new double[] {5, 345, 25, 355});
    assertThat(columns).containsExactly(-15, -5, 5, 15, 25);
    assertThat(spacing.column(345, columns)).isZero();
    assertThat(spacing.column(-15, columns)).isZero();
    assertThat(spacing.column(25, columns)).isEqualTo(4);
    assertThat(spacing.columns(new double[] {5, -15, 25, -5})).containsExactly(columns);
    // across the date line in -180..180
    assertThat(spacing.columns(new double[] {-175, 165, -165}))
        .containsExactly(-195, -185, -175, -165);
    // not worth a turn: the gap elsewhere is little wider
    assertThat(spacing.columns(new double[] {-175, 45, 175})).hasSize(36).startsWith(-175);
  }
}
