package org.ccdas.bethy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PenmanMonteithTest {
  private static final PointForcing POINT = Example.point(1);
  private static final double GA = 0.167;

  @Test
  void openCanopyEvaporatesLikeAWetOne() {
    double drive = PenmanMonteith.drive(POINT, 400, 1500, GA);
    double wet = PenmanMonteith.wetCanopy(POINT, drive);
    assertThat(PenmanMonteith.transpiration(POINT, drive, GA, 1e9)).isCloseTo(wet, within(1e-6));
    assertThat(PenmanMonteith.transpiration(POINT, drive, GA, 0.01)).isBetween(0.0, wet);
    assertThat(PenmanMonteith.transpiration(POINT, drive, GA, 1e-9)).isBetween(0.0, 1e-4);
  }

  @Test
  void saturatedAirLeavesTheRadiationTerm() {
    double drive = PenmanMonteith.drive(POINT, 400, 0, GA);
    assertThat(PenmanMonteith.wetCanopy(POINT, drive))
        .isCloseTo(PenmanMonteith.wetSoil(POINT, 400), within(1e-12));
    // s / (s + gamma) of 400 W m-2 at 24 degC, in mm d-1
    double share = POINT.saturationSlope() / (POINT.saturationSlope() + POINT.psychrometric());
    assertThat(PenmanMonteith.wetSoil(POINT, 400))
        .isCloseTo(share * 400 * 86400 / POINT.latentHeat(), within(1e-12));
  }

  @Test
  void leavesWarmByWhatTranspirationLeaves() {
    EnergyBalance energy = new EnergyBalance(300, 50, 0.9);
    double all = 300 * 86400 / POINT.latentHeat();
    assertThat(PenmanMonteith.leafTemperature(POINT, energy, all, GA)).isCloseTo(24, within(1e-12));
    double warming = 300 / 0.9 / (POINT.airDensity() * 1005.46 * GA);
    assertThat(warming).isLessThan(2);
    // tanh is nearly its argument for a small warming
    assertThat(PenmanMonteith.leafTemperature(POINT, energy, 0, GA) - 24)
        .isCloseTo(warming, within(0.01));
    assertThat(PenmanMonteith.leafTemperature(POINT, new EnergyBalance(1e6, 0, 0.1), 0, GA))
        .isLessThanOrEqualTo(39);
  }
}
