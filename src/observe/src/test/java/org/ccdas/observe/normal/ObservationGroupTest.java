package org.ccdas.observe.normal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ObservationGroupTest {
  @Test
  void labelsAreForPeople() {
    assertThat(ObservationGroup.station("MLO").label()).isEqualTo("co2 MLO");
    assertThat(ObservationGroup.soilMoisture("Africa", 2012).label())
        .isEqualTo("soilMoisture Africa 2012");
  }

  @Test
  void ordersByStreamPlaceAndYear() {
    ObservationGroup station = ObservationGroup.station("SPO");
    ObservationGroup early = ObservationGroup.soilMoisture("Asia", 2011);
    assertThat(station).isLessThan(early).isGreaterThan(ObservationGroup.station("MLO"));
    assertThat(early).isLessThan(ObservationGroup.soilMoisture("Asia", 2012));
    assertThat(early).isLessThan(ObservationGroup.soilMoisture("Europe", 2010));
  }

  @Test
  void streamsHaveWords() {
    for (Stream stream : Stream.values()) {
      assertThat(Stream.of(stream.key())).isEqualTo(stream);
    }
    assertThatThrownBy(() -> Stream.of("fapar"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'fapar'");
  }
}
