package org.ccdas.bethy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ccdas.bethy.table.PlantFunctionalType;
import org.ccdas.bethy.table.PriorParameters;
import org.ccdas.bethy.table.SoilTexture;
import org.junit.jupiter.api.Test;

class PhenologyTest {
  private static Phenology.Day step(
      String pft,
      TileState s,
      double monthTemperature,
      double dayLength,
      double water,
      double demand) {
    PlantFunctionalType type = PlantFunctionalType.of(pft);
    DayForcing d =
        new DayForcing(monthTemperature, 0, monthTemperature, 1, dayLength, 0.8, 1000, 0.2);
    Morning m = new Morning(0.5, 200, 0, 0.15, s.lai() + 1e-3, 0.9, 1000);
    return Phenology.step(
        s, PriorParameters.of(type), type.traits(SoilTexture.of(3)), d, m, water, demand);
  }

  @Test
  void warmGroupFollowsWaterWhateverTheTemperature() {
    TileState s = new TileState(0.3, 0.3, 0, 2, 3, 3);
    for (double temperature : new double[] {-30, 25}) {
      Phenology.Day day = step("TrEv", s, temperature, 5, 400, 3);
      // Lambda' = Lambda + (1 - e^{-xi})(Lm - Lambda)
      double expected = 2 + (1 - Math.exp(-0.5)) * (day.laiMemory() - 2);
      assertThat(day.lai()).isCloseTo(expected, within(1e-12));
    }
  }

  @Test
  void waterMemoryMovesToWhatTheSoilSustains() {
    TileState s = new TileState(0.3, 0.3, 0, 2, 3, 3);
    // Lw = 400 x 2.001 / (180 (3 + 0.02 x 2.001)) = 1.46, far below Lmax
    double sustained = Smooth.hmin(400 * 2.001 / (180 * (3 + 0.02 * 2.001)), 5, 0.9);
    assertThat(step("TrEv", s, 25, 12, 400, 3).laiMemory())
        .isCloseTo(3 + (1 - Math.exp(-1 / 30.0)) * (sustained - 3), within(1e-12));
    // without light there is no demand, and water sustains the maximum
    assertThat(step("TrEv", s, 25, 12, 400, 0).laiMemory()).isGreaterThan(3);
  }

  @Test
  void coldGroupKeepsItsMemoryAndGrowsToTheMaximum() {
    TileState s = new TileState(0.3, 0.3, 0, 2, 0.7, 3);
    Phenology.Day summer = step("TmpDec", s, 20, 16, 1, 10);
    assertThat(summer.laiMemory()).isEqualTo(0.7);
    assertThat(summer.lai()).isCloseTo(2 + (1 - Math.exp(-0.5)) * 3, within(1e-6));
  }

  @Test
  void coldGroupShedsInFrostAndOnShortDays() {
    TileState s = new TileState(0.3, 0.3, 0, 4, 0.7, 4);
    double shed = 4 * Math.exp(-0.1);
    assertThat(step("TmpDec", s, 0, 16, 100, 1).lai()).isCloseTo(shed, within(1e-3));
    assertThat(step("TmpDec", s, 20, 9, 100, 1).lai()).isCloseTo(shed, within(1e-3));
    // conifers keep their needles
    assertThat(step("EvCn", s, -5, 9, 100, 1).lai()).isGreaterThan(3.98);
  }

  @Test
  void grassGrowsInWarmWetDaysOnly() {
    TileState s = new TileState(0.3, 0.3, 0, 1, 3, 3);
    assertThat(step("C3Gr", s, 15, 8, 200, 2).lai()).isGreaterThan(1.5);
    assertThat(step("C3Gr", s, -5, 16, 200, 2).lai()).isCloseTo(Math.exp(-0.1), within(1e-3));
    TileState dried = new TileState(0.1, 0.1, 0, 1, 0.1, 3);
    assertThat(step("C3Gr", dried, 15, 16, 0, 2).lai()).isLessThan(0.7);
  }

  @Test
  void coverMemoryHoldsTheHighestLeafArea() {
    TileState s = new TileState(0.3, 0.3, 0, 1, 3, 4);
    assertThat(step("C3Gr", s, -5, 16, 200, 2).laiHigh())
        .isCloseTo(4 * Math.exp(-1 / 1825.0), within(1e-9));
    TileState growing = new TileState(0.3, 0.3, 0, 2, 3, 2);
    Phenology.Day day = step("TmpDec", growing, 20, 16, 200, 2);
    assertThat(day.laiHigh()).isGreaterThanOrEqualTo(day.lai());
  }

  @Test
  void litterIsLossPlusTurnover() {
    TileState s = new TileState(0.3, 0.3, 0, 4, 0.7, 4);
    Phenology.Day shedding = step("TmpDec", s, 0, 16, 100, 1);
    assertThat(shedding.litter()).isCloseTo(4 - shedding.lai() + 4 / 365.0, within(1e-9));
    Phenology.Day growing = step("TmpDec", s, 20, 16, 100, 1);
    assertThat(growing.litter()).isCloseTo(4 / 365.0, within(1e-9));
  }
}
