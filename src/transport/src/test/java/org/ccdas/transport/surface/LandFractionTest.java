package org.ccdas.transport.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ccdas.inputs.grid.LatLonBox;
import org.junit.jupiter.api.Test;

class LandFractionTest {
  private static final LandFraction LAND = LandFraction.standard();

  @Test
  void isThatOfTheEarth() {
    // land without ice shelves covers 29 percent of the Earth
    assertThat(LAND.in(new LatLonBox(-90, 90, -180, 180))).isEqualTo(0.29, within(0.01));
    assertThat(LAND.in(new LatLonBox(-90, -85, -180, 180))).isGreaterThan(0.98);
    assertThat(LAND.in(new LatLonBox(20, 30, 0, 10))).isEqualTo(1, within(1e-12));
    assertThat(LAND.in(new LatLonBox(10, 20, -160, -150))).isLessThan(0.02);
  }
}
