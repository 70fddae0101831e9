package org.ccdas.inputs.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ccdas.inputs.grid.LatLonGridTest.centres;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.ccdas.inputs.grid.LatLonGrid.Registration;
import org.junit.jupiter.api.Test;

class ConservativeRegridTest {
  private static final LatLonGrid FINE =
      LatLonGrid.of(centres(88.5, -3, 60), centres(1.25, 2.5, 144), Registration.CENTRE);

  private static List<LatLonBox> boxes(LatLonGrid grid) {
    List<LatLonBox> boxes = new ArrayList<>();
    for (int row = 0; row < grid.rows(); row++) {
      for (int column = 0; column < grid.columns(); column++) {
        boxes.add(grid.box(row, column));
      }
    }
    return boxes;
  }

  private static final LatLonGrid COARSE =
      LatLonGrid.of(centres(-90, 180.0 / 23, 24), centres(-175, 10, 36), Registration.CENTRE);

  private static double[] random(int size, double missing) {
    SplittableRandom random = new SplittableRandom(17);
    double[] field = new double[size];
    for (int i = 0; i < size; i++) {
      field[i] = random.nextDouble() < missing ? Double.NaN : random.nextDouble(-1, 3);
    }
    return field;
  }

  @Test
  void keepsConstants() {
    double[] field = new double[FINE.size()];
    Arrays.fill(field, 0.1);
    ConservativeRegrid.Means means = ConservativeRegrid.between(FINE, boxes(COARSE)).apply(field);
    for (int t = 0; t < COARSE.size(); t++) {
      assertThat(means.values()[t]).isCloseTo(0.1, within(1e-15));
      assertThat(means.validShares()[t]).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void conservesTheAreaIntegral() {
    for (double missing : new double[] {0, 0.4}) {
      double[] field = random(FINE.size(), missing);
      double[] areas = FINE.areas();
      double before = 0;
      double scale = 0;
      for (int i = 0; i < field.length; i++) {
        if (!Double.isNaN(field[i])) {
          before += field[i] * areas[i];
          scale += Math.abs(field[i]) * areas[i];
        }
      }
      for (LatLonGrid target : List.of(COARSE, FINE)) {
        ConservativeRegrid.Means means =
            ConservativeRegrid.between(FINE, boxes(target)).apply(field);
        double[] targetAreas = target.areas();
        double after = 0;
        for (int t = 0; t < targetAreas.length; t++) {
          if (means.validShares()[t] > 0) {
            after += means.values()[t] * means.validShares()[t] * targetAreas[t];
          }
        }
        assertThat(after).isCloseTo(before, within(1e-12 * scale));
      }
    }
  }

  @Test
  void crossesTheDateLineAndReachesThePole() {
    double[] field = new double[FINE.size()];
    for (int row = 0; row < FINE.rows(); row++) {
      for (int column = 0; column < FINE.columns(); column++) {
        field[row * FINE.columns() + column] = column;
      }
    }
    // columns 71 (177.5..180) and 72 (180..182.5)
    ConservativeRegrid.Means means =
        ConservativeRegrid.between(
                FINE,
                List.of(
                    new LatLonBox(0, 3, 177.5, 182.5),
                    new LatLonBox(0, 3, -182.5, -177.5),
                    new LatLonBox(89, 90, -2.5, 2.5),
                    new LatLonBox(-90, 90, -180, 180)))
            .apply(field);
    assertThat(means.values()[0]).isCloseTo(71.5, within(1e-12));
    assertThat(means.values()[1]).isCloseTo(71.5, within(1e-12));
    assertThat(means.values()[2]).isCloseTo(71.5, within(1e-10));
    assertThat(means.values()[3]).isCloseTo(71.5, within(1e-10));
  }

  @Test
  void skipsMissingValuesAndReportsTheValidShare() {
    LatLonGrid grid = LatLonGrid.of(new double[] {-1, 1}, new double[] {1, 3}, Registration.CENTRE);
    ConservativeRegrid regrid =
        ConservativeRegrid.between(
            grid,
            List.of(
                new LatLonBox(-2, 2, 0, 4),
                new LatLonBox(-2, 0, 0, 2),
                new LatLonBox(50, 52, 0, 2)));
    ConservativeRegrid.Means means = regrid.apply(new double[] {Double.NaN, 2, Double.NaN, 6});
    assertThat(means.values()[0]).isCloseTo(4, within(1e-12));
    assertThat(means.validShares()[0]).isCloseTo(0.5, within(1e-12));
    assertThat(means.values()[1]).isNaN();
    assertThat(means.validShares()[1]).isZero();
    // outside the grid
    assertThat(means.values()[2]).isNaN();
    assertThat(means.atLeast(0.6).values()[0]).isNaN();
    assertThat(means.atLeast(0.4).values()[0]).isEqualTo(means.values()[0]);
    assertThat(regrid.apply(new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN}).values())
        .containsOnly(Double.NaN);
    assertThatThrownBy(() -> regrid.apply(new double[3])).hasMessageContaining("grid of 4");
  }

  @Test
  void weighsByAreaNotByCount() {
    // Two rows of one cell each, 0..30 and 30..60 degrees: sin 30 - sin 0 = 0.5, rest 0.366.
    LatLonGrid grid =
        LatLonGrid.of(new double[] {15, 45}, new double[] {0, 10}, Registration.CENTRE);
    double mean =
        ConservativeRegrid.between(grid, List.of(new LatLonBox(0, 60, 0, 5)))
            .apply(new double[] {1, 1, 0, 0})
            .values()[0];
    assertThat(mean).isCloseTo(0.5 / Math.sin(Math.toRadians(60)), within(1e-14));
  }

  @Test
  void findsTheDominantClass() {
    LatLonGrid grid = LatLonGrid.of(new double[] {-1, 1}, new double[] {1, 3}, Registration.CENTRE);
    ConservativeRegrid regrid =
        ConservativeRegrid.between(
            grid, List.of(new LatLonBox(-2, 2, 0, 3), new LatLonBox(-2, 0, 2, 4)));
    assertThat(regrid.dominant(new int[] {2, -1, 0, 0}, 3)).containsExactly(0, -1);
    assertThat(regrid.dominant(new int[] {2, -1, 2, 0}, 3)).containsExactly(2, -1);
  }
}
