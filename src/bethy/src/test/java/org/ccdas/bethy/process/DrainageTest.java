package org.ccdas.bethy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrainageTest {
  private static final double DEPTH = 0.05;
  private static final double POROSITY = 0.439;
  private static final double CAPACITY = 1000 * DEPTH * POROSITY;
  private static final double CONDUCTIVITY = Drainage.conductivity(Example.SOIL, 1);

  private static Drainage of(double wetness) {
    return Drainage.of(wetness * CAPACITY, DEPTH, POROSITY, Example.SOIL, CONDUCTIVITY);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.2, 0.5, 0.8, 0.95})
  void solvesTheDrainageEquation(double wetness) {
    // dS/dt = -(K_e / c) S^(2 b + 3), integrated by small steps over one day
    double s = wetness;
    int steps = 200_000;
    double exponent = 2 * Example.SOIL.b() + 3;
    for (int i = 0; i < steps; i++) {
      double rate = CONDUCTIVITY / CAPACITY / steps;
      double half = s - rate / 2 * Math.pow(s, exponent);
      s -= rate * Math.pow(half, exponent);
    }
    assertThat((of(wetness).water() + of(wetness).overflow()) / CAPACITY)
        .isCloseTo(s, within(1e-8));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-9, 0.3, 1, 1.5, 4})
  void noWaterIsLost(double wetness) {
    Drainage drained = of(wetness);
    assertThat(drained.water() + drained.outflow() + drained.overflow())
        .isCloseTo(wetness * CAPACITY, within(1e-12));
    assertThat(drained.outflow()).isGreaterThanOrEqualTo(0);
    assertThat(drained.overflow()).isGreaterThanOrEqualTo(0);
  }

  @Test
  void frozenSoilHoldsItsWaterAndOverflows() {
    double frozen = Drainage.conductivity(Example.SOIL, 0);
    assertThat(frozen).isCloseTo(0.01 * CONDUCTIVITY, within(1e-9));
    Drainage drained =
        Drainage.of(1.4 * CAPACITY, DEPTH, POROSITY, Example.SOIL, 1e-9 * CONDUCTIVITY);
    assertThat(drained.overflow()).isCloseTo(0.4 * CAPACITY, within(0.01));
    assertThat(drained.water()).isCloseTo(CAPACITY, within(0.01));
  }
}
