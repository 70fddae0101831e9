package org.ccdas.autodiff.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LaneCopyTest {
  private static final int LANES = 64;

  private static double[] numbers(int slots) {
    double[] numbers = new double[slots * LANES];
    Arrays.setAll(numbers, i -> i + 1);
    return numbers;
  }

  @Test
  void wholeSlots() {
    double[] from = numbers(4);
    double[] work = new double[5 * LANES];
    LaneCopy.in(from, 1, work, 2, 2, LANES);
    assertThat(Arrays.copyOfRange(work, 2 * LANES, 4 * LANES))
        .isEqualTo(Arrays.copyOfRange(from, LANES, 3 * LANES));
    assertThat(Arrays.copyOf(work, 2 * LANES)).containsOnly(0);
    double[] to = new double[4 * LANES];
    LaneCopy.out(work, 2, to, 1, 2, LANES);
    assertThat(Arrays.copyOfRange(to, LANES, 3 * LANES))
        .isEqualTo(Arrays.copyOfRange(from, LANES, 3 * LANES));
    assertThat(Arrays.copyOf(to, LANES)).containsOnly(0);
    assertThat(Arrays.copyOfRange(to, 3 * LANES, 4 * LANES)).containsOnly(0);
  }

  @Test
  void lanesNotAskedForAreComputedWithTheFirstAndWrittenNowhere() {
    double[] from = numbers(2);
    double[] work = new double[2 * LANES];
    LaneCopy.in(from, 0, work, 0, 2, 3);
    assertThat(Arrays.copyOf(work, 5)).containsExactly(1, 2, 3, 1, 1);
    assertThat(work[2 * LANES - 1]).isEqualTo(LANES + 1);
    double[] to = new double[2 * LANES];
    LaneCopy.out(work, 0, to, 0, 2, 3);
    assertThat(Arrays.copyOf(to, 4)).containsExactly(1, 2, 3, 0);
    assertThat(Arrays.copyOfRange(to, LANES, LANES + 4))
        .containsExactly(LANES + 1, LANES + 2, LANES + 3, 0);
  }
}
