package org.ccdas.observe.normal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ObservationGroupTest {
  private static ObservationGroup region(String name, int year) {
    return new ObservationGroup("soilMoisture", name, year);
  }

  @Test
  void labelsAreForPeople() {
    assertThat(new ObservationGroup("co2", "MLO", 0).label()).isEqualTo("co2 MLO");
    assertThat(region("Africa", 2012).label()).isEqualTo("soilMoisture Africa 2012");
  }

  @Test
  void ordersByStreamPlaceAndYear() {
    ObservationGroup station = new ObservationGroup("co2", "SPO", 0);
    ObservationGroup early = region("Asia", 2011);
    assertThat(station).isLessThan(early).isGreaterThan(new ObservationGroup("co2", "MLO", 0));
    assertThat(early).isLessThan(region("Asia", 2012));
    assertThat(early).isLessThan(region("Europe", 2010));
    // any stream may have groups
    assertThat(new ObservationGroup("fapar", "Asia", 2012))
        .isLessThan(early)
        .isGreaterThan(station);
  }

  @Test
  void streamAndPlaceHaveNames() {
    assertThatThrownBy(() -> new ObservationGroup("", "MLO", 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ObservationGroup("co2", "", 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
