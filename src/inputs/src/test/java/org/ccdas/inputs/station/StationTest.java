package org.ccdas.inputs.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StationTest {
  private static Station station(double lat, double lon, double lower, double middle) {
    return new Station("ABC", "", "A", lat, lon, 10, "", "N", 1, lower, middle, "");
  }

  @Test
  void acceptsThePolesAndBothTurnsOfLongitude() {
    assertThat(station(-90, -180, 1, 0).lat()).isEqualTo(-90);
    assertThat(station(90, 359.5, 0.5, 0.5).lon()).isEqualTo(359.5);
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatThrownBy(() -> station(91, 0, 1, 0)).hasMessageContaining("latitude");
    assertThatThrownBy(() -> station(Double.NaN, 0, 1, 0)).hasMessageContaining("latitude");
    assertThatThrownBy(() -> station(0, 361, 1, 0)).hasMessageContaining("longitude");
    assertThatThrownBy(() -> station(0, 0, 0.5, 0)).hasMessageContaining("layer weights");
    assertThatThrownBy(() -> station(0, 0, 1.5, -0.5)).hasMessageContaining("layer weights");
  }

  @Test
  void namesAreComparedWithoutCaseInAnyLocale() {
    Station station = new Station("MID", "", "Midway", 28, -177, 5, "", "N", 1, 1, 0, "");
    assertThat(station.isCalled("mid")).isTrue();
    assertThat(station.isCalled("")).isFalse();
    assertThat(station.isCalled("MHD")).isFalse();
  }

  @Test
  void movesWithoutLosingTheRest() {
    Station moved = station(10, 20, 0.5, 0.5).at(11, 21, 12);
    assertThat(moved).isEqualTo(new Station("ABC", "", "A", 11, 21, 12, "", "N", 1, 0.5, 0.5, ""));
  }
}
