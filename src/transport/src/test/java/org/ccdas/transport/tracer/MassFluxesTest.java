package org.ccdas.transport.tracer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MassFluxesTest {
  private static final TracerGrid GRID = TracerGrid.standard();
  private static final double AIR = 5.148e18;

  @Test
  void noCellGainsOrLosesAir() {
    ClimatologicalCirculation circulation = new ClimatologicalCirculation();
    for (int month = 1; month <= 12; month++) {
      MassFluxes fluxes = MassFluxes.of(GRID, circulation.winds(month));
      assertThat(fluxes.imbalance()).isLessThan(1e-14);
    }
  }

  @Test
  void windsThatDoNotConserveMassAreCorrected() {
    // uniform 5 m/s from pole to pole piles air up at the north
    Circulation.Winds winds =
        new Circulation.Winds() {
          @Override
          public double eastward(double lat, double lon, double bottom, double top) {
            return Math.sin(Math.toRadians(3 * lon)) * 20;
          }

          @Override
          public double northward(double lat, double lon, double bottom, double top) {
            return bottom > 0.5 ? 5 : 0;
          }
        };
    MassFluxes fluxes = MassFluxes.of(GRID, winds);
    assertThat(fluxes.imbalance()).isLessThan(1e-14);
    // no air in the column: what goes north below returns above
    double below = 0;
    double above = 0;
    for (int layer = 0; layer < 9; layer++) {
      for (int i = 0; i < 36; i++) {
        double flux = fluxes.north(layer, 11, i);
        below += GRID.sigma(layer) > 0.5 ? flux : 0;
        above += GRID.sigma(layer) > 0.5 ? 0 : flux;
      }
    }
    assertThat(below).isPositive();
    assertThat(above).isEqualTo(-below, within(1e-15 * below + 1e-20));
  }

  @Test
  void overturningOfWinterIsThatOfTheCells() {
    // Peixoto and Oort (1992): about 19e10 kg/s northward above 700 hPa near 10 N in January
    MassFluxes fluxes = MassFluxes.of(GRID, new ClimatologicalCirculation().winds(1));
    double north = 0;
    int row = GRID.row(7.4); // the face at 7.5 N
    for (int layer = 0; layer < 9; layer++) {
      for (int i = 0; i < 36 && GRID.sigma(layer) <= 0.77; i++) {
        north += fluxes.north(layer, row, i);
      }
    }
    assertThat(north * AIR).isBetween(16e10, 20e10);
  }
}
