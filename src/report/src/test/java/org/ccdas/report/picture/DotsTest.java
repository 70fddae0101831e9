package org.ccdas.report.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ccdas.report.scale.Extent;
import org.junit.jupiter.api.Test;

class DotsTest {
  private static final double[] NONE = {Double.NaN, Double.NaN};

  private static Dots.Kind kind(int number, double[] values, double[] sigma, boolean open) {
    return new Dots.Kind("run " + number, number, Math.max(0, number), values, sigma, open);
  }

  private static DrawnPicture draw(Dots.Kind... kinds) {
    return DrawnPicture.of(Dots.draw("d", "", List.of("a", "b"), List.of(kinds), "x, unit"));
  }

  @Test
  void theRangeHasAllBarsAndZero() {
    Extent extent =
        Dots.extent(List.of(kind(0, new double[] {2, 3}, new double[] {1, Double.NaN}, false)));
    assertThat(extent.low()).isEqualTo(0);
    assertThat(extent.high()).isCloseTo(3 + 0.04 * 2, within(1e-12));
    assertThat(Dots.extent(List.of(kind(0, NONE, NONE, false)))).isEqualTo(new Extent(0, 1));
  }

  @Test
  void eachRunHasItsColourAndPlace() {
    DrawnPicture picture =
        draw(kind(0, new double[] {1, 1}, NONE, false), kind(1, new double[] {9, 9}, NONE, false));
    assertThat(picture.pixels(Style.run(0))).isGreaterThan(200);
    assertThat(picture.pixels(Style.run(1))).isGreaterThan(200);
  }

  @Test
  void openMarksAreEmptyAndBarsAreDrawn() {
    double[] values = {5, 8};
    int full = draw(kind(0, values, NONE, false)).pixels(Style.run(0));
    int open = draw(kind(0, values, NONE, true)).pixels(Style.run(0));
    int bars = draw(kind(0, values, new double[] {2, 2}, false)).pixels(Style.run(0));
    assertThat(open).isPositive().isLessThan(full);
    assertThat(bars).isGreaterThan(full + 100);
  }
}
