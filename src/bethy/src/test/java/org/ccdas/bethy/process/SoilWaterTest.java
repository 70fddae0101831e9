package org.ccdas.bethy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SoilWaterTest {
  private static final double ROOT_DEPTH = Example.TRAITS.rootDepth() - 0.05;

  private static SoilWater.Day step(
      double moisture, double rain, double evaporation, double transpiration, double unfrozen) {
    return step(Example.state(moisture, 0, 3), rain, evaporation, transpiration, unfrozen);
  }

  private static SoilWater.Day step(
      TileState state, double rain, double evaporation, double transpiration, double unfrozen) {
    return SoilWater.step(
        state,
        Example.PARAMETERS,
        Example.SOIL,
        Example.TRAITS,
        new SoilWater.Demand(rain, evaporation, transpiration, unfrozen));
  }

  private static double storage(double top, double root) {
    return 1000 * (0.05 * top + ROOT_DEPTH * root);
  }

  @Test
  void noWaterIsLost() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 2000; i++) {
      double top = random.nextDouble(0.001, 0.439);
      double root = random.nextDouble(0.001, 0.439);
      double rain = random.nextDouble(0, 200);
      SoilWater.Day day =
          step(
              new TileState(top, root, 0, 3, 3, 3),
              rain,
              random.nextDouble(0, 8),
              random.nextDouble(0, 15),
              random.nextDouble());
      double out =
          day.evaporation()
              + day.transpiration()
              + day.saturationRunoff()
              + day.overflow()
              + day.drainage();
      assertThat(storage(top, root) + rain - out)
          .isCloseTo(storage(day.topMoisture(), day.rootMoisture()), within(1e-9));
    }
  }

  @Test
  void wetterSoilShedsMoreOfTheRain() {
    double dry = step(0.16, 20, 0, 0, 1).saturationRunoff();
    double wet = step(0.40, 20, 0, 0, 1).saturationRunoff();
    assertThat(dry).isBetween(0.0, 1.0);
    assertThat(wet).isBetween(4.0, 20.0);
    assertThat(step(0.4, 0, 0, 0, 1).saturationRunoff()).isZero();
  }

  @Test
  void drySoilLimitsEvaporationAndTranspiration() {
    SoilWater.Day wet = step(0.3, 0, 5, 8, 1);
    assertThat(wet.evaporation()).isBetween(3.5, 5.0);
    assertThat(wet.transpiration()).isBetween(7.5, 8.0);
    SoilWater.Day dry = step(Example.SOIL.airDry(), 0, 5, 8, 1);
    assertThat(dry.evaporation()).isBetween(0.0, 0.1);
    assertThat(dry.transpiration()).isBetween(0.0, 1e-9);
  }

  @Test
  void frozenSoilNeitherEvaporatesNorExchanges() {
    SoilWater.Day frozen = step(new TileState(0.1, 0.3, 0, 3, 3, 3), 0, 5, 0, 0);
    assertThat(frozen.evaporation()).isZero();
    assertThat(frozen.exchange()).isZero();
  }

  @Test
  void waterRisesToADrySurface() {
    assertThat(step(new TileState(0.1, 0.3, 0, 3, 3, 3), 0, 0, 0, 1).exchange()).isPositive();
    assertThat(step(new TileState(0.25, 0.1, 0, 3, 3, 3), 0, 0, 0, 1).exchange()).isNegative();
  }

  @Test
  void rootsTakeFromWhereWaterIs() {
    // a dry surface: all uptake from below
    TileState below = new TileState(0.08, 0.3, 0, 3, 3, 3);
    SoilWater.Day still = step(below, 0, 0, 0, 1);
    SoilWater.Day drawn = step(below, 0, 0, 5, 1);
    assertThat(drawn.transpiration()).isGreaterThan(4.9);
    assertThat(still.topMoisture() - drawn.topMoisture()).isBetween(0.0, 1e-6);
    assertThat(1000 * ROOT_DEPTH * (still.rootMoisture() - drawn.rootMoisture()))
        .isCloseTo(drawn.transpiration(), within(1e-3));
  }
}
