package org.ccdas.inputs.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ccdas.inputs.grid.AxisOverlap.Intervals;
import org.junit.jupiter.api.Test;

class AxisOverlapTest {
  private static Intervals intervals(double... edges) {
    double[] low = new double[edges.length / 2];
    double[] high = new double[low.length];
    for (int i = 0; i < low.length; i++) {
      low[i] = edges[2 * i];
      high[i] = edges[2 * i + 1];
    }
    return new Intervals(low, high);
  }

  @Test
  void cutsAtTheEdgesOfTheOthersAndLeavesGaps() {
    AxisOverlap overlap =
        AxisOverlap.ofLatitudes(intervals(0, 10, 20, 30), intervals(25, 40, -5, 4, 8, 21));
    assertThat(overlap.start(0)).isZero();
    assertThat(overlap.start(1)).isEqualTo(2);
    assertThat(overlap.start(2)).isEqualTo(4);
    int[] others = {1, 2, 0, 2};
    double[][] parts = {{0, 4}, {8, 10}, {25, 30}, {20, 21}};
    for (int part = 0; part < 4; part++) {
      assertThat(overlap.other(part)).isEqualTo(others[part]);
      assertThat(overlap.low(part)).isEqualTo(parts[part][0]);
      assertThat(overlap.high(part)).isEqualTo(parts[part][1]);
    }
    assertThat(overlap.length(1)).isEqualTo(2);
  }

  @Test
  void longitudesMeetInAnyTurn() {
    AxisOverlap overlap = AxisOverlap.ofLongitudes(intervals(-10, 10), intervals(350, 355, 5, 20));
    assertThat(overlap.start(1)).isEqualTo(2);
    assertThat(overlap.low(0)).isEqualTo(-10);
    assertThat(overlap.high(0)).isEqualTo(-5);
    assertThat(overlap.length(1)).isEqualTo(5);
    assertThat(AxisOverlap.sharedLongitude(-725, -715, 350, 365)).isCloseTo(10, within(1e-12));
    // both ends of a wide interval: 170 to 175 and 185 to 190
    assertThat(AxisOverlap.sharedLongitude(-175, 175, 170, 190)).isCloseTo(10, within(1e-12));
    assertThat(AxisOverlap.sharedLongitude(0, 360, 33, 44)).isCloseTo(11, within(1e-12));
    assertThat(AxisOverlap.sharedLongitude(0, 10, 10, 20)).isZero();
  }
}
