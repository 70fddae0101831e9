package org.ccdas.bethy.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ccdas.bethy.kernel.LaneKernel.LANES;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The written-out sums against loops over slots. */
class LaneProductsTest {
  private final Random random = new Random(5);

  private double[] slots(int count) {
    return random.doubles(count * LANES, -1, 1).toArray();
  }

  @Test
  void sumsOfProductsAddToTheTarget() {
    double[] t = slots(1);
    double[][] x = {slots(1), slots(1), slots(1), slots(1), slots(1), slots(1)};
    double[] plain = t.clone();
    double[] one = t.clone();
    double[] two = t.clone();
    double[] three = t.clone();
    LaneProducts.add(plain, x[0]);
    LaneProducts.add(one, x[0], x[1]);
    LaneProducts.add(two, x[0], x[1], x[2], x[3]);
    LaneProducts.add(three, x[0], x[1], x[2], x[3], x[4], x[5]);
    for (int l = 0; l < LANES; l++) {
      double first = x[0][l] * x[1][l];
      double second = x[2][l] * x[3][l];
      double third = x[4][l] * x[5][l];
      assertThat(plain[l]).isEqualTo(t[l] + x[0][l]);
      assertThat(one[l]).isEqualTo(t[l] + first);
      assertThat(two[l]).isCloseTo(t[l] + first + second, within(1e-15));
      assertThat(three[l]).isCloseTo(t[l] + first + second + third, within(1e-15));
    }
  }

  @Test
  void rowsTakeSixSlotsInOrder() {
    double[] r = slots(6);
    double[] s = slots(6);
    double[] a = slots(1);
    double[] t = slots(1);
    double[] added = t.clone();
    double[] advanced = t.clone();
    LaneProducts.addRow(added, r, s);
    LaneProducts.advance(advanced, a, r, s);
    for (int l = 0; l < LANES; l++) {
      double sum = row(r, 0, s, l);
      assertThat(added[l]).isCloseTo(t[l] + sum, within(1e-14));
      assertThat(advanced[l]).isCloseTo(a[l] * t[l] + sum, within(1e-14));
    }
  }

  @Test
  void squareTakesSixRowsInOrder() {
    double[] r = slots(36);
    double[] s = slots(6);
    double[] t = slots(6);
    double[] added = t.clone();
    LaneProducts.addSquare(added, r, s);
    for (int k = 0; k < 6; k++) {
      for (int l = 0; l < LANES; l++) {
        double expected = t[k * LANES + l] + row(r, 6 * k, s, l);
        assertThat(added[k * LANES + l]).isCloseTo(expected, within(1e-14));
      }
    }
  }

  private static double row(double[] r, int slot, double[] s, int lane) {
    double sum = 0;
    for (int i = 0; i < 6; i++) {
      sum += r[(slot + i) * LANES + lane] * s[i * LANES + lane];
    }
    return sum;
  }
}
