package org.ccdas.inputs.forcing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtmosphericCo2Test {
  @TempDir Path folder;

  @Test
  void standardTableRisesFrom2008To2015() {
    AtmosphericCo2 co2 = AtmosphericCo2.standard();
    assertThat(co2.firstYear()).isEqualTo(2008);
    assertThat(co2.lastYear()).isEqualTo(2015);
    assertThat(co2.ppm(2008)).isEqualTo(384.8);
    assertThat(co2.ppm(2015)).isEqualTo(399.7);
    for (int year = 2009; year <= 2015; year++) {
      assertThat(co2.ppm(year) - co2.ppm(year - 1)).isBetween(1.0, 3.5);
    }
  }

  @Test
  void namesTheYearsItHas() {
    assertThatThrownBy(() -> AtmosphericCo2.standard().ppm(2016))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("2016")
        .hasMessageContaining("2008 to 2015");
  }

  @Test
  void readsAnotherTable() throws IOException {
    Path path = folder.resolve("co2.csv");
    Files.writeString(path, "year,ppm\n1850,284.7\n1851,284.9\n", StandardCharsets.UTF_8);
    assertThat(AtmosphericCo2.read(Location.of(path)).ppm(1851)).isEqualTo(284.9);
    refused("year,ppm\n1850,284.7\n1850,284.9\n", "line 3");
    refused("year,ppm\n1850,0.000284\n", "ppm is");
    refused("year,ppm\n", "no rows");
  }

  private void refused(String text, String problem) throws IOException {
    Path path = Files.writeString(folder.resolve("bad.csv"), text, StandardCharsets.UTF_8);
    assertThatThrownBy(() -> AtmosphericCo2.read(Location.of(path)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(problem);
  }
}
