package org.ccdas.inputs.forcing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.RealData;
import org.ccdas.inputs.file.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtmosphericCo2Test {
  @TempDir Path folder;

  @Test
  void standardTableKeepsTheFiguresOf2008To2015() {
    AtmosphericCo2 co2 = AtmosphericCo2.standard();
    double[] kept = {384.8, 386.3, 388.6, 390.5, 392.5, 395.3, 397.3, 399.7};
    for (int year = 2008; year <= 2015; year++) {
      assertThat(co2.ppm(year)).isEqualTo(kept[year - 2008]);
    }
  }

  @Test
  void standardTableHasEveryYearFrom1700To2024() {
    AtmosphericCo2 co2 = AtmosphericCo2.standard();
    assertThat(co2.firstYear()).isEqualTo(1700);
    assertThat(co2.lastYear()).isEqualTo(2024);
    assertThat(co2.ppm(1700)).isEqualTo(277.57);
    assertThat(co2.ppm(2024)).isEqualTo(422.77);
    // the two sources join without a step: rises before, between and after are those of the air
    for (int year = 1960; year <= 2024; year++) {
      assertThat(co2.ppm(year) - co2.ppm(year - 1)).as("rise to %s", year).isBetween(0.0, 3.8);
    }
    for (int year = 1701; year < 1960; year++) {
      assertThat(co2.ppm(year) - co2.ppm(year - 1)).as("rise to %s", year).isBetween(-1.0, 1.5);
    }
  }

  @Test
  void standardTableIsWithinARoundingOfTheRecord() throws IOException {
    Path record = RealData.require("callmip").resolve("CO2_1700_2024_TRENDYv2025.txt");
    AtmosphericCo2 co2 = AtmosphericCo2.standard();
    for (String line : Files.readAllLines(record, StandardCharsets.UTF_8)) {
      String[] parts = line.strip().split("=");
      int year = Integer.parseInt(parts[0].substring("Annee_".length()));
      boolean kept = year >= 2008 && year <= 2015;
      assertThat(co2.ppm(year))
          .as("%s", year)
          .isCloseTo(Double.parseDouble(parts[1]), within(kept ? 0.23 : 1e-9));
    }
  }

  @Test
  void namesTheYearsItHas() {
    for (int year : new int[] {1699, 2025}) {
      assertThatThrownBy(() -> AtmosphericCo2.standard().ppm(year))
          .isInstanceOf(InputException.class)
          .hasMessageContaining(Integer.toString(year))
          .hasMessageContaining("1700 to 2024");
    }
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
