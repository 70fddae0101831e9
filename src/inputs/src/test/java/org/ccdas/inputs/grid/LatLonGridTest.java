package org.ccdas.inputs.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ccdas.inputs.RealData;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.LatLonGrid.Registration;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.junit.jupiter.api.Test;

class LatLonGridTest {
  private static final double SPHERE = 4 * Math.PI * 6.371e6 * 6.371e6;

  static double[] centres(double first, double step, int count) {
    return IntStream.range(0, count).mapToDouble(i -> first + i * step).toArray();
  }

  private static double total(LatLonGrid grid) {
    return Arrays.stream(grid.areas()).sum();
  }

  @Test
  void globalGridsCoverTheSphere() {
    double[] lons = centres(-179, 2, 180);
    assertThat(total(LatLonGrid.of(centres(-89, 2, 90), lons, Registration.CENTRE)))
        .isCloseTo(SPHERE, within(1e-13 * SPHERE));
    assertThat(total(LatLonGrid.of(centres(89, -2, 90), lons, Registration.CENTRE)))
        .isCloseTo(SPHERE, within(1e-13 * SPHERE));
    // centres at the poles, as reanalyses have them
    LatLonGrid polar = LatLonGrid.of(centres(90, -2.5, 73), lons, Registration.CENTRE);
    assertThat(total(polar)).isCloseTo(SPHERE, within(1e-13 * SPHERE));
    assertThat(polar.south(0)).isCloseTo(88.75, within(1e-12));
  }

  @Test
  void cornersBecomeCells() {
    LatLonGrid rising =
        LatLonGrid.of(centres(-90, 0.5, 360), centres(-180, 0.5, 720), Registration.LOWER_LEFT);
    assertThat(rising.box(0, 0)).isEqualTo(new LatLonBox(-90, -89.5, -180, -179.5));
    LatLonGrid falling =
        LatLonGrid.of(centres(89.5, -0.5, 360), centres(-180, 0.5, 720), Registration.LOWER_LEFT);
    assertThat(falling.box(0, 719)).isEqualTo(new LatLonBox(89.5, 90, 179.5, 180));
    assertThat(falling.box(359, 0)).isEqualTo(rising.box(0, 0));
    assertThat(total(falling)).isCloseTo(SPHERE, within(1e-13 * SPHERE));
  }

  @Test
  void longitudesMayStepOverTheDateLine() {
    LatLonGrid grid =
        LatLonGrid.of(
            new double[] {-10, 10}, new double[] {170, 175, -180, -175}, Registration.CENTRE);
    assertThat(grid.west(3)).isEqualTo(182.5);
    assertThat(grid.east(3)).isEqualTo(187.5);
  }

  @Test
  void singlePrecisionStillClosesTheCircle() {
    double[] lons = IntStream.range(0, 1440).mapToDouble(i -> (float) (i * 0.25)).toArray();
    float third = 1 / 3f;
    double[] thirds = IntStream.range(0, 1080).mapToDouble(i -> i * third).toArray();
    double[] lats = centres(-89, 2, 90);
    for (double[] turn : new double[][] {lons, thirds}) {
      LatLonGrid grid = LatLonGrid.of(lats, turn, Registration.CENTRE);
      assertThat(grid.east(grid.columns() - 1) - grid.west(0)).isEqualTo(360);
    }
  }

  @Test
  void refusesWhatIsNoGrid() {
    double[] lons = {0, 1};
    assertThatThrownBy(() -> LatLonGrid.of(new double[] {1}, lons, Registration.CENTRE))
        .hasMessageContaining("one latitude only");
    assertThatThrownBy(() -> LatLonGrid.of(new double[] {1, 2, 1}, lons, Registration.CENTRE))
        .hasMessageContaining("neither rise nor fall");
    assertThatThrownBy(() -> LatLonGrid.of(lons, centres(0, 1.5, 360), Registration.CENTRE))
        .hasMessageContaining("same longitude");
  }

  @Test
  void readsTheGridOfRealFiles() {
    try (NetcdfInput input = NetcdfInput.open(Location.of(RealData.require("land/etopo60.cdf")))) {
      LatLonGrid grid = LatLonGrid.of(input, input.variable("ROSE"), Registration.CENTRE);
      assertThat(total(grid)).isCloseTo(SPHERE, within(1e-12 * SPHERE));
      assertThat(grid.west(0)).isEqualTo(20);
    }
  }
}
