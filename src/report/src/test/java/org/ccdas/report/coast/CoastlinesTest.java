package org.ccdas.report.coast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CoastlinesTest {
  private static final List<double[][]> LAND = Coastlines.land();

  /** Whether an odd number of rings is around the place. */
  private static boolean isLand(double lon, double lat) {
    return LAND.stream().filter(ring -> contains(ring, lon, lat)).count() % 2 == 1;
  }

  private static boolean contains(double[][] ring, double x, double y) {
    boolean inside = false;
    for (int i = 1; i < ring.length; i++) {
      double[] a = ring[i - 1];
      double[] b = ring[i];
      if ((a[1] > y) != (b[1] > y) && x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]) {
        inside = !inside;
      }
    }
    return inside;
  }

  @Test
  void landIsLandAndSeaIsSea() {
    assertThat(isLand(25, 0)).isTrue(); // the Congo basin
    assertThat(isLand(134, -25)).isTrue(); // Australia
    assertThat(isLand(-100, 40)).isTrue(); // Kansas
    assertThat(isLand(179, 67.5)).isTrue(); // Chukotka, before the date line
    assertThat(isLand(-176, 67)).isTrue(); // and beyond it
    assertThat(isLand(0, -85)).isTrue(); // Antarctica
    assertThat(isLand(-30, 0)).isFalse(); // the Atlantic
    assertThat(isLand(51, 42)).isFalse(); // the Caspian Sea, a hole
    assertThat(isLand(-170, 30)).isFalse(); // the Pacific
  }

  @Test
  void ringsAreClosedAndNeverJump() {
    assertThat(LAND).hasSizeGreaterThan(100);
    for (double[][] ring : LAND) {
      assertThat(ring[0]).isEqualTo(ring[ring.length - 1]);
      for (int i = 1; i < ring.length; i++) {
        boolean throughThePole = Math.abs(ring[i][1]) == 90;
        assertThat(throughThePole || Math.abs(ring[i][0] - ring[i - 1][0]) < 90).isTrue();
      }
    }
  }

  @Test
  void aRingAroundThePoleIsClosedThroughIt() {
    double[][] ring = {{-170, -70}, {-60, -75}, {60, -70}, {170, -72}, {-170, -70}};
    assertThat(Coastlines.unwrapped(ring))
        .isDeepEqualTo(
            new double[][] {
              {-170, -70},
              {-60, -75},
              {60, -70},
              {170, -72},
              {190, -70},
              {190, -90},
              {-170, -90},
              {-170, -70}
            });
  }
}
