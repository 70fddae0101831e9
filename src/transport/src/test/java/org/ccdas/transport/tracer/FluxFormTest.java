package org.ccdas.transport.tracer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FluxFormTest {
  /**
   * Rotation of the whole sphere around an axis tilted against that of the Earth, once in 12 days.
   */
  private static final class Rotation implements Circulation.Winds {
    private static final double SPEED = 2 * Math.PI * 6.371e6 / (12 * 86400.0);
    private final double tilt = Math.toRadians(40);

    @Override
    public double eastward(double lat, double lon, double bottom, double top) {
      double phi = Math.toRadians(lat);
      double lambda = Math.toRadians(lon);
      return SPEED
          * (Math.cos(phi) * Math.cos(tilt) + Math.sin(phi) * Math.cos(lambda) * Math.sin(tilt));
    }

    @Override
    public double northward(double lat, double lon, double bottom, double top) {
      return -SPEED * Math.sin(Math.toRadians(lon)) * Math.sin(tilt);
    }

    /** Where the point came from a time ago, as a vector: turned backwards around the axis. */
    double[] origin(double lat, double lon, double seconds) {
      double angle = -SPEED * seconds / 6.371e6;
      double[] axis = {-Math.sin(tilt), 0, Math.cos(tilt)};
      double[] x = vector(lat, lon);
      double along = axis[0] * x[0] + axis[1] * x[1] + axis[2] * x[2];
      double[] cross = {
        axis[1] * x[2] - axis[2] * x[1],
        axis[2] * x[0] - axis[0] * x[2],
        axis[0] * x[1] - axis[1] * x[0]
      };
      double[] turned = new double[3];
      for (int i = 0; i < 3; i++) {
        turned[i] =
            x[i] * Math.cos(angle)
                + cross[i] * Math.sin(angle)
                + axis[i] * along * (1 - Math.cos(angle));
      }
      return turned;
    }
  }

  private static double[] vector(double lat, double lon) {
    double phi = Math.toRadians(lat);
    double lambda = Math.toRadians(lon);
    return new double[] {
      Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)
    };
  }

  /** A smooth hill on the equator. */
  private static double hill(double[] x) {
    double[] top = vector(0, -90);
    double distance = Math.acos(Math.min(1, x[0] * top[0] + x[1] * top[1] + x[2] * top[2]));
    return Math.exp(-Math.pow(distance / Math.toRadians(22), 2));
  }

  /** Root mean square error after a quarter of a turn, without any mixing. */
  private static double error(int factor) {
    TracerGrid grid = TracerGrid.flat(factor);
    Rotation rotation = new Rotation();
    SparseMatrix matrix =
        FluxForm.matrix(grid, MassFluxes.of(grid, rotation), (lat, sigma) -> 0, 0);
    double time = 3 * 86400.0;
    int steps = 40 * factor;
    double dt = time / steps;
    double[] q = new double[grid.cells()];
    double[] exact = new double[grid.cells()];
    for (int row = 0; row < grid.rows(); row++) {
      for (int i = 0; i < grid.columns(row); i++) {
        int cell = grid.cell(grid.column(row, i), 0);
        q[cell] = hill(vector(grid.lat(row), grid.lon(row, i)));
        exact[cell] = hill(rotation.origin(grid.lat(row), grid.lon(row, i), time));
      }
    }
    double[] stage = new double[q.length];
    double[] next = new double[q.length];
    for (int step = 0; step < steps; step++) {
      // four stages, so that the error is that of space
      matrix.addProduct(q, dt / 4, q, stage, 1);
      matrix.addProduct(q, dt / 3, stage, next, 1);
      matrix.addProduct(q, dt / 2, next, stage, 1);
      matrix.addProduct(q, dt, stage, next, 1);
      System.arraycopy(next, 0, q, 0, q.length);
    }
    double sum = 0;
    for (int cell = 0; cell < q.length; cell++) {
      sum += grid.mass(cell) * Math.pow(q[cell] - exact[cell], 2);
    }
    return Math.sqrt(sum);
  }

  @Test
  void advectionIsOfSecondOrder() {
    double coarse = error(1);
    double middle = error(2);
    double fine = error(4);
    assertThat(Math.log(coarse / middle) / Math.log(2)).isGreaterThan(1.5);
    assertThat(Math.log(middle / fine) / Math.log(2)).isBetween(1.85, 2.3);
  }

  @Test
  void makesNoNegativeValues() {
    TracerGrid grid = TracerGrid.standard();
    for (int month : new int[] {1, 4, 7, 10}) {
      SparseMatrix matrix =
          FluxForm.matrix(
              grid,
              MassFluxes.of(grid, new ClimatologicalCirculation().winds(month)),
              new EddyDiffusivity(MixingConstants.standard(), month)::at);
      // all that flows from one cell to another is positive: the condition of positivity
      assertThat(matrix.smallestOffDiagonal()).isGreaterThanOrEqualTo(0);
      double[] uniform = new double[grid.cells()];
      Arrays.fill(uniform, 1);
      double[] change = new double[uniform.length];
      matrix.addProduct(new double[uniform.length], 1, uniform, change, 1);
      assertThat(Arrays.stream(change).map(Math::abs).max().orElseThrow())
          .isLessThan(1e-14 * matrix.largestDiagonal());
    }
  }

  @Test
  void withoutMixingItWouldMakeNegativeValues() {
    TracerGrid grid = TracerGrid.standard();
    SparseMatrix matrix =
        FluxForm.matrix(
            grid,
            MassFluxes.of(grid, new ClimatologicalCirculation().winds(1)),
            new EddyDiffusivity(MixingConstants.standard(), 1)::at,
            0);
    assertThat(matrix.smallestOffDiagonal()).isNegative();
  }
}
