package org.ccdas.observe.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinateTextTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "71 19' N, 71.31666666666666",
        "  7 58' S, -7.966666666666667",
        "90 00' S, -90",
        "71°19'N, 71.31666666666666",
        "71 19 30\" N, 71.325",
        "71.32 N, 71.32",
        "71.32, 71.32",
        "-14.25, -14.25",
        "0 30' S, -0.5",
        "12deg N, 12"
      })
  void readsLatitudes(String text, double degrees) {
    assertThat(CoordinateText.latitude(text)).isCloseTo(degrees, within(1e-12));
  }

  @Test
  void readsLongitudes() {
    assertThat(CoordinateText.longitude("156 37' W")).isCloseTo(-156.616667, within(1e-6));
    assertThat(CoordinateText.longitude("144 41' E")).isCloseTo(144.683333, within(1e-6));
    assertThat(CoordinateText.longitude("177.9 W")).isEqualTo(-177.9);
    assertThat(CoordinateText.longitude("182.1")).isEqualTo(182.1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "north", "71 19' E", "91 00' N", "-71 N", "71 75' N", "90 01' S"})
  void refusesOtherTextAsLatitude(String text) {
    assertThatThrownBy(() -> CoordinateText.latitude(text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10 N", "190 W", "361", "-181"})
  void refusesOtherTextAsLongitude(String text) {
    assertThatThrownBy(() -> CoordinateText.longitude(text))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
