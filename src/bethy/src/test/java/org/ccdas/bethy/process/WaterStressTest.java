package org.ccdas.bethy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaterStressTest {
  private static final PointForcing POINT = Example.point(1);
  private static final double GA = 0.167;
  private static final double GC = 0.012;
  private static final double DEFICIT = 1680;
  private static final double DRIVE = PenmanMonteith.drive(POINT, 430, DEFICIT, GA);
  private static final double DEMAND = PenmanMonteith.transpiration(POINT, DRIVE, GA, GC);

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.5, 2, 5, 9})
  void closesUntilTranspirationIsTheSupply(double supply) {
    double stress = WaterStress.parameter(POINT, DEMAND, supply, DRIVE, DEFICIT, GA, GC);
    double closed = GC * WaterStress.factor(stress, DEFICIT);
    double transpiration = PenmanMonteith.transpiration(POINT, DRIVE, GA, closed);
    double target = Smooth.hmin(DEMAND, supply, 0.99);
    // 1 Pa in the denominator and the width of the floor are all that is between them
    assertThat(transpiration / target).isCloseTo(1, within(2e-3));
  }

  @Test
  void plentyOfWaterLeavesStomataOpen() {
    double stress = WaterStress.parameter(POINT, DEMAND, 1e4, DRIVE, DEFICIT, GA, GC);
    assertThat(WaterStress.factor(stress, DEFICIT)).isBetween(0.99, 1.0);
  }

  @Test
  void noSupplyClosesThemAlmost() {
    double stress = WaterStress.parameter(POINT, DEMAND, 0, DRIVE, DEFICIT, GA, GC);
    assertThat(WaterStress.factor(stress, DEFICIT)).isBetween(0.0, 1e-6);
  }

  @Test
  void supplyIsTheRateOfRootsInMoistUnfrozenSoil() {
    // c_w = 0.5 mm h-1
    assertThat(WaterStress.supply(Example.PARAMETERS, Example.morning(0.5), 1))
        .isCloseTo(6, within(1e-12));
    assertThat(WaterStress.supply(Example.PARAMETERS, Example.morning(0.5), 0)).isZero();
  }
}
