package org.ccdas.report.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColourScaleTest {
  /** Lightness as the eye has it (CIE L*), the order of a sequential scale. */
  private static double lightness(Color colour) {
    double luminance =
        0.2126 * linear(colour.getRed())
            + 0.7152 * linear(colour.getGreen())
            + 0.0722 * linear(colour.getBlue());
    return 116 * Math.cbrt(luminance) - 16;
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  @Test
  void viridisGetsLighterAllAlong() {
    double[] lightness =
        IntStream.rangeClosed(0, 20)
            .mapToDouble(i -> lightness(ColourTable.VIRIDIS.at(i / 20.0)))
            .toArray();
    for (int i = 1; i < lightness.length; i++) {
      assertThat(lightness[i]).isGreaterThan(lightness[i - 1] + 1);
    }
    assertThat(ColourTable.VIRIDIS.at(0)).isEqualTo(new Color(68, 1, 84));
    assertThat(ColourTable.VIRIDIS.at(1)).isEqualTo(new Color(253, 231, 37));
  }

  @Test
  void differencesAreWhiteAtZeroAndSymmetric() {
    ColourScale scale = ColourScale.differences(-0.3, 0.1, Double.NaN, 0.2);
    assertThat(scale.lower()).isEqualTo(-scale.upper());
    assertThat(scale.upper()).isGreaterThanOrEqualTo(0.29);
    Color none = scale.of(0);
    assertThat(none.getRed()).isEqualTo(none.getBlue()).isGreaterThan(240);
    assertThat(scale.of(-0.3).getBlue()).isGreaterThan(scale.of(-0.3).getRed());
    assertThat(scale.of(0.3).getRed()).isGreaterThan(scale.of(0.3).getBlue());
  }

  @Test
  void fewExtremesDoNotTakeTheContrast() {
    double[] values =
        DoubleStream.concat(
                IntStream.range(0, 1000).mapToDouble(i -> i / 1000.0), DoubleStream.of(1e6))
            .toArray();
    ColourScale scale = ColourScale.amounts(values);
    assertThat(scale.upper()).isEqualTo(1.0);
    assertThat(scale.lower()).isZero();
    assertThat(scale.of(1e6)).isEqualTo(scale.of(1));
  }

  @Test
  void equalOrAbsentValuesStillHaveAScale() {
    assertThat(ColourScale.amounts(7, 7).lower()).isLessThan(7);
    assertThat(ColourScale.amounts().upper()).isEqualTo(1);
    assertThat(ColourScale.differences(0, 0).upper()).isEqualTo(1);
    assertThat(ColourScale.differences(Double.NaN).upper()).isEqualTo(1);
    assertThatThrownBy(() -> new ColourScale(ColourTable.VIRIDIS, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
