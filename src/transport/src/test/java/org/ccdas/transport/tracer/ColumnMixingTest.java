package org.ccdas.transport.tracer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ColumnMixingTest {
  private static final TracerGrid GRID = TracerGrid.standard();

  private static double[][] exchange(double lat, double land, int month) {
    double[] everywhere = new double[GRID.columns()];
    Arrays.fill(everywhere, land);
    return new VerticalExchange(GRID, MixingConstants.standard(), everywhere, month)
        .matrix(GRID.column(GRID.row(lat), 0));
  }

  @Test
  void exchangesKeepMassAndAUniformTracer() {
    for (double lat : new double[] {-70, -40, 0, 10, 45, 70}) {
      for (int month = 1; month <= 12; month++) {
        double[][] c = exchange(lat, 0.4, month);
        for (int i = 0; i < 9; i++) {
          double row = 0;
          double column = 0;
          for (int j = 0; j < 9; j++) {
            row += c[i][j];
            column += GRID.thickness(j) * c[j][i];
            assertThat(i == j || c[i][j] >= 0).isTrue();
          }
          assertThat(row).isEqualTo(0, within(1e-18));
          assertThat(column).isEqualTo(0, within(1e-18));
        }
      }
    }
  }

  @Test
  void theStepIsPositiveAndKeepsMass() {
    double[] land = new double[GRID.columns()];
    VerticalExchange vertical = new VerticalExchange(GRID, MixingConstants.standard(), land, 7);
    ColumnMixing mixing = ColumnMixing.of(GRID, vertical, 20_000);
    double[] state = new double[GRID.cells()];
    int column = GRID.column(GRID.row(5), 3);
    state[GRID.cell(column, 0)] = 1;
    mixing.apply(state, 1);
    double mass = 0;
    for (int layer = 0; layer < 9; layer++) {
      assertThat(state[GRID.cell(column, layer)]).isPositive();
      mass += GRID.thickness(layer) * state[GRID.cell(column, layer)];
    }
    assertThat(mass).isEqualTo(GRID.thickness(0), within(1e-15));
    assertThat(Arrays.stream(state).filter(value -> value != 0).count()).isEqualTo(9);
  }

  @Test
  void boundaryLayersFollowLandAndSeason() {
    MixingConstants constants = MixingConstants.standard();
    double summer = new BoundaryLayer(constants, 50, 1, 7).depth();
    double winter = new BoundaryLayer(constants, 50, 1, 1).depth();
    double sea = new BoundaryLayer(constants, 50, 0, 1).depth();
    assertThat(summer).isBetween(1200.0, 1600.0);
    assertThat(winter).isBetween(250.0, 500.0);
    assertThat(sea).isBetween(800.0, 1000.0);
    assertThat(new BoundaryLayer(constants, -50, 1, 1).depth()).isGreaterThan(1200);
  }

  @Test
  void deepConvectionFollowsTheSunOverLand() {
    // from the ground to 300 hPa, at 15 N and 15 S over land
    assertThat(exchange(15, 1, 7)[6][0]).isGreaterThan(5 * exchange(15, 1, 1)[6][0]);
    assertThat(exchange(-15, 1, 1)[6][0]).isGreaterThan(5 * exchange(-15, 1, 7)[6][0]);
  }
}
