package org.ccdas.bethy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ccdas.bethy.Reference.LEAF;

import com.fasterxml.jackson.databind.JsonNode;
import org.ccdas.bethy.Reference;
import org.junit.jupiter.api.Test;

class EnergyBalanceTest {
  @Test
  void agreesWithTheReference() {
    JsonNode expected = Reference.block("stress").get(0);
    EnergyBalance energy =
        EnergyBalance.of(
            Example.morning(0.02), Example.point(1), expected.get("fpar").asDouble(), 1300);
    Reference.check(expected, "rnv", energy.canopy(), LEAF);
    Reference.check(expected, "rns", energy.soil(), LEAF);
  }

  @Test
  void absorbedRadiationIsShortwaveLessAlbedoPlusLongwaveLessGroundHeat() {
    PointForcing f = Example.point(1);
    Morning m = Example.morning(0.5);
    double share = 0.7;
    EnergyBalance energy = EnergyBalance.of(m, f, share, 1300);
    double kelvin = f.temperature() + 273.16;
    double longwave =
        5.6697e-8
            * Math.pow(kelvin, 4)
            * ((1 + 0.22 * 0.04) * 0.64 * Math.pow(1300 / kelvin, 0.143) - 0.97);
    double absorbed = (0.80 * share + 0.85 - 0.80 * share) * f.shortwave();
    // both are far above the width of the floor, so what the ground does not take is theirs
    double expected = (1 - 0.036) * (longwave + absorbed);
    assertThat(energy.canopy() + energy.soil()).isCloseTo(expected, within(1e-3));
  }

  @Test
  void clearPolarSkyLeavesItPositive() {
    PointForcing cold =
        new PointForcing(1, 0.01, 0.1, 0.2, 0.5, 0, -60, 1.1, 0.15, 2.6e6, 64, 1.6, 1e5, 390);
    Morning bare = new Morning(0.1, 200, 1, 0.8, 1e-3, 1e-3, 1);
    EnergyBalance energy = EnergyBalance.of(bare, cold, 1e-4, 1);
    assertThat(energy.canopy()).isPositive();
    assertThat(energy.soil()).isPositive();
    // the floor of 5 W m-2 is per cover: a bare tile's leaves are not heated
    assertThat(energy.canopy() / energy.thermalCover()).isLessThan(5);
  }
}
