package org.ccdas.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.transport.surface.Spread;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TabledPatternsTest {
  @ParameterizedTest
  @ValueSource(strings = {"fossil-bands.csv", "landuse-bands.csv", "ocean-bands.csv"})
  void tablesOfTheSystemAreSharesOfTheGlobe(String name) {
    FluxPattern pattern =
        TabledPatterns.byBand(
            Location.of("any"), BackgroundSource.RESOURCE + name, ZonalBox.regions(), Spread.EVEN);
    double sum = 0;
    for (double share : pattern.fluxes(YearMonth.of(2010, 1))) {
      sum += share;
    }
    assertThat(sum).isCloseTo(1, within(1e-12));
  }

  @Test
  void anUnknownTableOfTheSystemIsNamed() {
    assertThatThrownBy(
            () ->
                TabledPatterns.byBand(
                    Location.of("any"), "resource:coal-bands.csv", ZonalBox.regions(), Spread.EVEN))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "resource:coal-bands.csv: no such table comes with the system. Use"
                + " resource:fossil-bands.csv, resource:landuse-bands.csv,"
                + " resource:ocean-bands.csv.");
  }
}
