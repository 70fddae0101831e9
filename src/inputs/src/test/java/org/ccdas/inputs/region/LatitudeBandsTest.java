package org.ccdas.inputs.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ccdas.inputs.grid.Cell;
import org.junit.jupiter.api.Test;

class LatitudeBandsTest {
  private static final List<Cell> CELLS =
      List.of(RegionsTest.cell(1, 30, 175), RegionsTest.cell(2, -45, 200));

  @Test
  void splitsACellByAreaOnTheSphere() {
    Regions bands = LatitudeBands.of(new double[] {-90, -30, 30, 90}, CELLS);
    assertThat(bands.regions())
        .extracting(Region::name)
        .containsExactly("90S-30S", "30S-30N", "30N-90N");
    // (sin 35 - sin 30) / (sin 35 - sin 25): a bit less than half is north of the middle
    double north =
        (Math.sin(Math.toRadians(35)) - 0.5)
            / (Math.sin(Math.toRadians(35)) - Math.sin(Math.toRadians(25)));
    assertThat(bands.shares(1)[2]).isCloseTo(north, within(1e-12)).isLessThan(0.5);
    assertThat(bands.shares(1)[1]).isCloseTo(1 - north, within(1e-12));
    assertThat(bands.shares(2)).containsExactly(1, 0, 0);
  }

  @Test
  void namesFractionsAndTheEquator() {
    assertThat(LatitudeBands.of(new double[] {-23.45, 0, 7.5}, CELLS).regions())
        .extracting(Region::name)
        .containsExactly("23.45S-0", "0-7.5N");
  }

  @Test
  void refusesLatitudesThatDoNotRise() {
    for (double[] edges : new double[][] {{0}, {30, 0}, {0, 91}, {-91, 0}, {0, Double.NaN}}) {
      assertThatThrownBy(() -> LatitudeBands.of(edges, CELLS))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
