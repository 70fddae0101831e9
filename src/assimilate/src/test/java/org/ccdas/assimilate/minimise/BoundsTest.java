package org.ccdas.assimilate.minimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ccdas.inputs.random.NormalStream;
import org.junit.jupiter.api.Test;

class BoundsTest {
  private static final Bounds FOUR = new Bounds(4);
  private static final Bounds NONE = new Bounds(Double.POSITIVE_INFINITY);

  @Test
  void holdsTheWallItself() {
    assertThat(FOUR.contains(new double[] {4, -4, 0})).isTrue();
    assertThat(FOUR.contains(new double[] {0, Math.nextUp(4.0)})).isFalse();
    assertThat(FOUR.contains(new double[] {Double.NaN})).isFalse();
    assertThat(NONE.contains(new double[] {1e300})).isTrue();
  }

  @Test
  void longestStepEndsAtTheFirstWall() {
    double[] x = {1, -3, 0};
    assertThat(FOUR.longestStep(x, new double[] {1, -2, 0})).isEqualTo(0.5);
    assertThat(FOUR.longestStep(x, new double[] {-1, 2, 0})).isEqualTo(3.5);
    assertThat(FOUR.longestStep(x, new double[3])).isInfinite();
    assertThat(NONE.longestStep(x, new double[] {1, 1, 1})).isInfinite();
  }

  @Test
  void movesToTheWallExactly() {
    NormalStream random = new NormalStream(2);
    for (int k = 0; k < 1000; k++) {
      double[] x = {random.nextWithin(3), random.nextWithin(3), random.nextWithin(3)};
      double[] direction = random.next(3);
      double[] moved = FOUR.move(x, FOUR.longestStep(x, direction), direction);
      assertThat(FOUR.contains(moved)).isTrue();
      assertThat(FOUR.count(moved)).isPositive();
      assertThat(FOUR.longestStep(moved, FOUR.project(moved, direction))).isPositive();
    }
  }

  @Test
  void projectsWhatPushesOutwards() {
    double[] x = {4, 4, -4, -4, 1};
    double[] direction = {1, -1, 1, -1, 5};
    assertThat(FOUR.project(x, direction)).containsExactly(0, -1, 1, 0, 5);
    assertThat(NONE.project(x, direction)).containsExactly(direction);
    assertThat(FOUR.count(x)).isEqualTo(4);
    assertThat(NONE.move(x, 1e20, direction)[4]).isEqualTo(5e20);
  }

  @Test
  void refusesABoundWithoutRoom() {
    assertThatThrownBy(() -> new Bounds(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Bounds(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
  }
}
