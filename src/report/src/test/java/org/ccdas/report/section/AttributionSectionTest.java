package org.ccdas.report.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ccdas.report.run.PosteriorResult.Group;
import org.junit.jupiter.api.Test;

class AttributionSectionTest {
  @Test
  void yearsOfAPlaceAreTakenTogether() {
    assertThat(
            AttributionSection.places(
                List.of(
                    new Group("co2", "MLO", 0),
                    new Group("soilMoisture", "tropics", 2010),
                    new Group("soilMoisture", "tropics", 2011),
                    new Group("prior", "", 0))))
        .containsEntry("MLO", List.of(0))
        .containsEntry("tropics, soil moisture", List.of(1, 2))
        .containsEntry("prior", List.of(3))
        .hasSize(3);
  }
}
