package org.ccdas.transport.tracer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.ccdas.transport.Receptor;
import org.junit.jupiter.api.Test;

class SamplingTest {
  private static final TracerGrid GRID = TracerGrid.standard();
  private static final double[] SEA = new double[GRID.columns()];

  private static int column(double lat, double lon) {
    return GRID.column(GRID.row(lat), GRID.position(GRID.row(lat), lon));
  }

  @Test
  void isLinearBetweenCentres() {
    // between the rows of 18.75 and 26.25 N, the columns of 155 and 145 W
    double[] weights = new Sampling(GRID, SEA).weights(new Receptor("XXX", 20.625, -152.5, 0));
    assertThat(weights[GRID.cell(column(18.75, -155), 0)]).isEqualTo(0.75 * 0.75, within(1e-12));
    assertThat(weights[GRID.cell(column(26.25, -145), 0)]).isEqualTo(0.25 * 0.25, within(1e-12));
    assertThat(Arrays.stream(weights).sum()).isEqualTo(1, within(1e-12));
  }

  @Test
  void mountainsAreSampledAloft() {
    // 3397 m: exp(-3397/7500) = 0.636, between the middles 0.70 and 0.55 of layers 3 and 4
    double[] weights = new Sampling(GRID, SEA).weights(new Receptor("MLO", 18.75, -155, 3397));
    double above = (0.70 - Math.exp(-3397 / 7500.0)) / 0.15;
    assertThat(weights[GRID.cell(column(18.75, -155), 4)]).isEqualTo(above, within(1e-12));
    assertThat(weights[GRID.cell(column(18.75, -155), 0)]).isZero();
  }

  @Test
  void coastsAreSampledFromTheSea() {
    double[] land = new double[GRID.columns()];
    land[column(18.75, -155)] = 1;
    Sampling sampling = new Sampling(GRID, land);
    double[] low = sampling.weights(new Receptor("XXX", 18.75, -152, 10));
    assertThat(low[GRID.cell(column(18.75, -145), 0)]).isEqualTo(1, within(1e-12));
    double[] high = sampling.weights(new Receptor("XXX", 18.75, -152, 600));
    assertThat(
            Arrays.stream(new int[] {0, 1})
                .mapToDouble(layer -> high[GRID.cell(column(18.75, -155), layer)])
                .sum())
        .isEqualTo(0.7, within(1e-12));
  }

  @Test
  void polesHaveAColumnToo() {
    double[] weights = new Sampling(GRID, SEA).weights(new Receptor("SPO", -89.98, -24.8, 2810));
    assertThat(Arrays.stream(weights).sum()).isEqualTo(1, within(1e-12));
  }
}
