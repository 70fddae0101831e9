package org.ccdas.core.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import org.ccdas.core.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
  @TempDir Path folder;

  private CsvTable read(String content) throws IOException {
    Files.writeString(folder.resolve("table.csv"), content);
    return CsvTable.read(folder, "table.csv");
  }

  @Test
  void byteOrderMarksCommentsAndSpacesAreSkipped() throws IOException {
    CsvTable table = read("\uFEFF# source\r\nYear, land sink \r\n\r\n2010, 3.5\r\n2011,-4e-1\r\n");
    assertThat(table.columns()).containsExactly("Year", "land sink");
    assertThat(table.column("year")).isZero();
    assertThat(table.column("LAND SINK")).isOne();
    assertThat(table.rows()).hasSize(2);
    assertThat(table.rows().get(1).values()).containsExactly(2011, -0.4);
    assertThat(table.rows().get(1).line()).isEqualTo(5);
  }

  @Test
  void badTablesAreNamed() throws IOException {
    for (String cell : new String[] {"n/a", "", "NaN", "Infinity", "3,5"}) {
      assertThatThrownBy(() -> read("year,sink\n2010," + cell + "\n"))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("table.csv, line 2");
    }
    assertThatThrownBy(() -> read("year,sink\n"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no rows");
    assertThatThrownBy(() -> read(""))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no rows");
    assertThatThrownBy(() -> read("year,sink\n2010,1\n").column("source"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Choose among year, sink");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fossil-bands.csv", "landuse-bands.csv", "ocean-bands.csv"})
  void tablesOfTheSystemAreSharesOfTheGlobe(String name) {
    FluxPattern pattern =
        TabledPatterns.byBand(folder, BackgroundSource.RESOURCE + name, ZonalBox.regions());
    double sum = 0;
    for (double share : pattern.fluxes(YearMonth.of(2010, 1))) {
      sum += share;
    }
    assertThat(sum).isCloseTo(1, within(1e-12));
  }
}
