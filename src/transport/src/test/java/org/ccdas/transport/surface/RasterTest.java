package org.ccdas.transport.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RasterTest {
  private static double share(
      double[] field, double south, double north, double west, double east) {
    double sum = 0;
    for (int cell = 0; cell < Raster.SIZE; cell++) {
      double lat = -90 + 2.5 * (cell / Raster.COLUMNS) + 1.25;
      double lon = -180 + 2.5 * (cell % Raster.COLUMNS) + 1.25;
      if (lat > south && lat < north && lon > west && lon < east) {
        sum += field[cell];
      }
    }
    return sum / Arrays.stream(field).sum();
  }

  @Test
  void keepsTheTotalsOfBands() {
    double[] pattern = Raster.area(true);
    double[] flux =
        Raster.spread(new double[] {-90, -30, 0, 30, 90}, new double[] {1, 2, 3, 4}, pattern);
    assertThat(Arrays.stream(flux).sum()).isEqualTo(10, within(1e-9));
    assertThat(share(flux, 0, 30, -180, 180)).isEqualTo(0.3, within(1e-12));
    // no land flux in the middle of the Pacific
    assertThat(share(flux, -30, 30, -175, -165)).isLessThan(1e-3);
  }

  @Test
  void aBandWithoutPatternIsSpreadByArea() {
    // 60 to 55 S: no land but for small islands; the total is not lost
    double[] flux =
        Raster.spread(new double[] {-60, -57.5}, new double[] {1}, new double[Raster.SIZE]);
    assertThat(Arrays.stream(flux).sum()).isEqualTo(1, within(1e-12));
  }

  @Test
  void fossilFuelIsBurntInTheNorth() {
    double[] fossil = Raster.fossil();
    assertThat(share(fossil, 0, 90, -180, 180)).isBetween(0.8, 0.97);
    assertThat(share(fossil, 20, 45, 70, 145)).isBetween(0.3, 0.55);
  }
}
