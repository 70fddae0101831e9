package org.ccdas.bethy.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ccdas.bethy.kernel.LaneKernel.LANES;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 6, 7, 9, 13, 16})
  void rowsTakeAnyNumberOfSlots(int count) {
    double[][] r = rows(count);
    double[][] s = rows(count);
    double[] a = slots(1);
    double[] t = slots(1);
    double[] added = t.clone();
    double[] advanced = t.clone();
    LaneProducts.addRow(added, r, s);
    LaneProducts.advance(advanced, a, r, s);
    for (int l = 0; l < LANES; l++) {
      double sum = row(r, s, l);
      assertThat(added[l]).isCloseTo(t[l] + sum, within(1e-14));
      assertThat(advanced[l]).isCloseTo(a[l] * t[l] + sum, within(1e-14));
    }
  }

  /** The order of sums of the six states decides the last bits of all derivatives. */
  @Test
  void sixProductsAreSummedFromLeftToRight() {
    double[][] r = rows(6);
    double[][] s = rows(6);
    double[] a = slots(1);
    double[] t = slots(1);
    double[] added = t.clone();
    double[] advanced = t.clone();
    LaneProducts.addRow(added, r, s);
    LaneProducts.advance(advanced, a, r, s);
    for (int l = 0; l < LANES; l++) {
      double z = a[l] * t[l];
      for (int i = 0; i < 6; i++) {
        z += r[i][l] * s[i][l];
      }
      assertThat(added[l]).isEqualTo(t[l] + row(r, s, l));
      assertThat(advanced[l]).isEqualTo(z);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 6, 7})
  void squareTakesAllRowsInOrder(int count) {
    double[][][] r = new double[count][][];
    Arrays.setAll(r, k -> rows(count));
    double[][] s = rows(count);
    double[][] t = rows(count);
    double[][] added = Arrays.stream(t).map(double[]::clone).toArray(double[][]::new);
    LaneProducts.addSquare(added, r, s);
    for (int k = 0; k < count; k++) {
      for (int l = 0; l < LANES; l++) {
        assertThat(added[k][l]).isCloseTo(t[k][l] + row(r[k], s, l), within(1e-14));
      }
    }
  }

  private double[][] rows(int count) {
    double[][] rows = new double[count][];
    Arrays.setAll(rows, i -> slots(1));
    return rows;
  }

  private static double row(double[][] r, double[][] s, int lane) {
    double sum = 0;
    for (int i = 0; i < r.length; i++) {
      sum += r[i][lane] * s[i][lane];
    }
    return sum;
  }
}
