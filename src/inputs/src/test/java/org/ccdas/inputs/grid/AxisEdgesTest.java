package org.ccdas.inputs.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ccdas.inputs.grid.LatLonGridTest.centres;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ccdas.inputs.grid.AxisEdges.Point;
import org.junit.jupiter.api.Test;

class AxisEdgesTest {
  private static GridAxis lats(double... points) {
    return AxisEdges.ofLatitudes(points, Optional.empty(), Optional.empty());
  }

  private static GridAxis lons(double... points) {
    return AxisEdges.ofLongitudes(points, Optional.empty(), Optional.empty());
  }

  private static double[] edges(GridAxis axis) {
    return IntStream.range(0, 2 * axis.count())
        .mapToDouble(i -> i % 2 == 0 ? axis.low(i / 2) : axis.high(i / 2))
        .toArray();
  }

  private static double[] join(double[]... parts) {
    return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
  }

  @Test
  void aGapIsAGap() {
    // a domain across Greenwich that was sorted to 0..360
    GridAxis axis = lons(join(centres(-1.25, 2.5, 17), centres(351.25, 2.5, 3)));
    assertThat(axis.count()).isEqualTo(20);
    assertThat(axis.high(16)).isEqualTo(40);
    assertThat(axis.low(17)).isEqualTo(350);
    assertThat(axis.extent()).isEqualTo("-2.5 to 40.0 and 350.0 to 357.5");
    // rows that are missing; a single one beyond them
    assertThat(edges(lats(40, 38, 36, 30))).containsExactly(39, 41, 37, 39, 35, 37, 29, 31);
    GridAxis corners =
        AxisEdges.ofLatitudes(
            new double[] {30, 32, 34, 40, 42}, Optional.empty(), Optional.of(Point.LOW));
    assertThat(edges(corners)).containsExactly(30, 32, 32, 34, 34, 36, 40, 42, 42, 44);
    GridAxis tops =
        AxisEdges.ofLatitudes(
            new double[] {42, 40, 34, 32, 30}, Optional.empty(), Optional.of(Point.HIGH));
    assertThat(edges(tops)).containsExactly(40, 42, 38, 40, 32, 34, 30, 32, 28, 30);
  }

  @Test
  void smoothStepsAreHalvedAndOthersNeedBounds() {
    // Gaussian latitudes of N2 (Abramowitz and Stegun, table 25.4, n = 4), degrees
    GridAxis gaussian = lats(59.4440, 19.8757, -19.8757, -59.4440);
    assertThat(gaussian.low(0)).isCloseTo(39.65985, within(1e-9));
    assertThat(gaussian.high(1)).isEqualTo(gaussian.low(0));
    // an ocean grid that widens polewards
    assertThat(lats(0, 1, 2.2, 3.6, 5.3).high(3)).isCloseTo(4.45, within(1e-12));
    for (double[] odd : new double[][] {{0, 1, 2, 4, 6, 8}, {0, 1, 2.7}, {0, 1, 5, 9, 10}}) {
      assertThatThrownBy(() -> lats(odd)).hasMessageContaining("irregular and no bounds");
    }
  }

  @Test
  void aSingleCoordinateNeedsBounds() {
    assertThatThrownBy(() -> lats(45)).hasMessageContaining("one latitude only");
    GridAxis axis =
        AxisEdges.ofLongitudes(
            new double[] {15}, Optional.of(new double[] {10, 20}), Optional.empty());
    assertThat(edges(axis)).containsExactly(10, 20);
  }

  @Test
  void boundsDecide() {
    double[] points = {-10, 0, 10};
    double[] bounds = {-10, 0, 0, 10, 10, 20};
    GridAxis axis = AxisEdges.ofLatitudes(points, Optional.of(bounds), Optional.empty());
    assertThat(edges(axis)).containsExactly(bounds);
    assertThat(AxisEdges.ofLatitudes(points, Optional.of(bounds), Optional.of(Point.LOW)))
        .isEqualTo(axis);
    assertThatThrownBy(
            () -> AxisEdges.ofLatitudes(points, Optional.of(bounds), Optional.of(Point.CENTRE)))
        .hasMessageContaining("contradict the registration")
        .hasMessageContaining("-10.0");
    // a polar row is half a row, and its latitude an edge: still centres
    GridAxis polar =
        AxisEdges.ofLatitudes(
            new double[] {90, 88, 86},
            Optional.of(new double[] {90, 89, 89, 87, 87, 85}),
            Optional.of(Point.CENTRE));
    assertThat(polar.low(0)).isEqualTo(89);
  }

  @Test
  void boundsMustFitTheirCoordinatesAndEachOther() {
    double[][] wrong = {
      {0, 10, 5, 15, 15, 25},
      {0, 8, 10, 20, 20, 30},
      {0, 10, 10, 10, 20, 30},
      {50, 60, 60, 70, 9, 9}
    };
    String[] problems = {"overlap", "gap narrower", "within its bounds", "within its bounds"};
    for (int i = 0; i < wrong.length; i++) {
      double[] bounds = wrong[i];
      assertThatThrownBy(
              () ->
                  AxisEdges.ofLatitudes(
                      new double[] {5, 10, 25}, Optional.of(bounds), Optional.empty()))
          .hasMessageContaining(problems[i]);
    }
    // whole cells may be missing between them
    assertThat(
            AxisEdges.ofLatitudes(
                    new double[] {5, 15, 45},
                    Optional.of(new double[] {0, 10, 10, 20, 40, 50}),
                    Optional.empty())
                .extent())
        .isEqualTo("0.0 to 20.0 and 40.0 to 50.0");
  }

  @Test
  void boundsOfLongitudesMayBeInAnotherTurn() {
    GridAxis axis =
        AxisEdges.ofLongitudes(
            new double[] {358, 0, 2},
            Optional.of(new double[] {-3, -1, 359, 1, 3, 1}),
            Optional.empty());
    assertThat(edges(axis)).containsExactly(357, 359, 359, 361, 361, 363);
  }

  @Test
  void theFirstColumnMayComeAgainAtTheEnd() {
    for (double first : new double[] {0, -180, 1.25}) {
      GridAxis axis = lons(centres(first, 2.5, 145));
      assertThat(axis.count()).isEqualTo(144);
      assertThat(axis.high(143) - axis.low(0)).isEqualTo(360);
      assertThat(axis).isEqualTo(lons(centres(first, 2.5, 144)));
    }
    // as 0 again
    assertThat(lons(join(centres(0, 2.5, 144), new double[] {0})).count()).isEqualTo(144);
    assertThatThrownBy(() -> lons(centres(0, 2.5, 146)))
        .hasMessageContaining("columns 1 and 145 are at the same longitude 0.0");
    assertThatThrownBy(() -> lons(centres(0, 1.1, 330))).hasMessageContaining("span");
  }

  @Test
  void longitudesMayRunWestward() {
    GridAxis axis = lons(centres(358.75, -2.5, 144));
    assertThat(axis.count()).isEqualTo(144);
    assertThat(axis.low(0)).isEqualTo(357.5);
    assertThat(axis.low(143)).isEqualTo(0);
    assertThat(edges(lons(5, -5, 345))).containsExactly(0, 10, -10, 0, -20, -10);
    assertThat(edges(lons(355, 5))).containsExactly(350, 360, 360, 370);
  }

  @Test
  void rowsBeyondThePoleAreNone() {
    assertThatThrownBy(
            () ->
                AxisEdges.ofLatitudes(
                    centres(-90, 2, 91), Optional.empty(), Optional.of(Point.LOW)))
        .hasMessageContaining("latitude 90.0 lies beyond the pole");
  }

  @Test
  void zonalRowsReachFromPoleToPole() {
    GridAxis gaussian = lats(59.4440, 19.8757, -19.8757, -59.4440);
    assertThat(gaussian.fromPoleToPole().high()[0]).isEqualTo(90);
    assertThat(gaussian.fromPoleToPole().low()[3]).isEqualTo(-90);
    assertThatThrownBy(() -> lats(45, 15, -15, -45).fromPoleToPole())
        .hasMessageContaining("latitudes -60.0 to 60.0 only");
    assertThatThrownBy(() -> lats(75, 45, -45, -75).fromPoleToPole())
        .hasMessageContaining("-90.0 to -30.0 and 30.0 to 90.0");
  }

  /** A kilometre at 180 degrees in single precision. */
  @Test
  void finePixelsInSinglePrecisionStillTouch() {
    int count = 600;
    double[] points = new double[count];
    double[] bounds = new double[2 * count];
    for (int i = 0; i < count; i++) {
      points[i] = (float) (175 + (i + 0.5) / 120.0);
      bounds[2 * i] = (float) (175 + i / 120.0);
      bounds[2 * i + 1] = (float) (175 + (i + 1.0001) / 120.0);
    }
    assertThat(AxisEdges.ofLongitudes(points, Optional.of(bounds), Optional.of(Point.CENTRE)))
        .extracting(GridAxis::extent)
        .isEqualTo("175.0 to 180.0");
    assertThat(lons(points).extent()).isEqualTo("175.0 to 180.0");
  }
}
