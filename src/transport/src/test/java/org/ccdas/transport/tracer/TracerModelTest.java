package org.ccdas.transport.tracer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.ccdas.inputs.station.StationTable;
import org.ccdas.transport.Receptor;
import org.junit.jupiter.api.Test;

class TracerModelTest {
  private static final TracerModel MODEL = TracerModel.standard();
  private static final TracerGrid GRID = MODEL.grid();
  private static final List<Receptor> STATIONS =
      Stream.of("BRW", "MLO", "SPO")
          .map(code -> Receptor.of(StationTable.standard().station(code)))
          .toList();

  private static double burden(double[] state) {
    double sum = 0;
    for (int cell = 0; cell < state.length; cell++) {
      sum += GRID.mass(cell) * state[cell];
    }
    return sum;
  }

  private static double[] unitFlux(int column) {
    double[] flux = new double[GRID.columns()];
    flux[column] = 1;
    return flux;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  @Test
  void aUniformTracerStaysUniform() {
    double[] state = new double[GRID.cells()];
    Arrays.fill(state, 1);
    for (int month = 1; month <= 12; month++) {
      MODEL.advance(month, state, new double[GRID.columns()], 1);
    }
    assertThat(Arrays.stream(state).max().orElseThrow()).isEqualTo(1, within(1e-12));
    assertThat(Arrays.stream(state).min().orElseThrow()).isEqualTo(1, within(1e-12));
  }

  @Test
  void conservesMassStaysPositiveAndMixes() {
    // a pulse of one month out of one column of the middle latitudes
    int row = GRID.row(50);
    double[] state = new double[GRID.cells()];
    double[] none = new double[GRID.columns()];
    double[] flux = unitFlux(GRID.column(row, GRID.position(row, 10)));
    double peak = 0;
    for (int month = 1; month <= 24; month++) {
      double[] mean = MODEL.advance((month - 1) % 12 + 1, state, month == 1 ? flux : none, 1);
      peak = Math.max(peak, Arrays.stream(mean).max().orElseThrow());
      assertThat(burden(state)).isEqualTo(1.0 / 12, within(1e-13));
      assertThat(Arrays.stream(state).min().orElseThrow()).isGreaterThanOrEqualTo(-1e-3 * peak);
      assertThat(Arrays.stream(mean).min().orElseThrow()).isGreaterThanOrEqualTo(0);
    }
    double surface = state[GRID.cell(GRID.column(GRID.row(-80), 0), 0)];
    assertThat(surface * 12).isBetween(0.7, 1.0);
  }

  @Test
  void adjointIsTheTransposeOfTheRun() {
    SplittableRandom random = new SplittableRandom(5);
    int months = 4;
    int last = 2;
    double[][] fluxes = new double[months][];
    for (int k = 0; k < months; k++) {
      fluxes[k] = random.doubles(GRID.columns(), -1, 1).toArray();
    }
    double[] state = new double[GRID.cells()];
    double[] mean = null;
    for (int k = 0; k < months; k++) {
      mean = MODEL.advance(Math.floorMod(last - months + k, 12) + 1, state, fluxes[k], 1);
    }
    double[][] fluxBar = MODEL.adjoint(STATIONS, last, months);
    for (int s = 0; s < STATIONS.size(); s++) {
      double forward = dot(MODEL.weights(STATIONS.get(s)), mean);
      double backward = 0;
      double size = 0;
      for (int lag = 0; lag < months; lag++) {
        for (int column = 0; column < GRID.columns(); column++) {
          double part =
              fluxBar[lag][column * STATIONS.size() + s] * fluxes[months - 1 - lag][column];
          backward += part;
          size += Math.abs(part);
        }
      }
      assertThat(backward).isEqualTo(forward, within(1e-12 * size));
      assertThat(forward).isNotZero();
    }
  }

  @Test
  void tracersSideBySideDoNotDisturbEachOther() {
    SplittableRandom random = new SplittableRandom(6);
    int lanes = 3;
    double[] flux = random.doubles((long) GRID.columns() * lanes, 0, 1).toArray();
    double[] state = new double[GRID.cells() * lanes];
    double[] mean = MODEL.advance(7, state, flux, lanes);
    for (int lane = 0; lane < lanes; lane++) {
      double[] own = new double[GRID.columns()];
      for (int column = 0; column < own.length; column++) {
        own[column] = flux[column * lanes + lane];
      }
      double[] alone = MODEL.advance(7, new double[GRID.cells()], own, 1);
      for (int cell = 0; cell < alone.length; cell += 97) {
        assertThat(mean[cell * lanes + lane]).isEqualTo(alone[cell], within(1e-13 * alone[cell]));
      }
    }
  }
}
