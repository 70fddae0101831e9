package org.ccdas.report.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ExtentTest {
  @Test
  void goesAroundFiniteNumbers() {
    assertThat(Extent.around(0.5, 1, Double.NaN, 3, Double.POSITIVE_INFINITY))
        .contains(new Extent(0, 4));
  }

  @Test
  void equalNumbersGetAWidth() {
    assertThat(Extent.around(0.1, 5, 5)).contains(new Extent(4.5, 5.5));
    assertThat(Extent.around(0.1, 0)).contains(new Extent(-1, 1));
  }

  @Test
  void nothingHasNoExtent() {
    assertThat(Extent.around(0.1, Double.NaN)).isEmpty();
    assertThatThrownBy(() -> new Extent(2, 2)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void growsToAValue() {
    assertThat(new Extent(1, 2).with(0)).isEqualTo(new Extent(0, 2));
  }
}
