package org.ccdas.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ccdas.core.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTableTest {
  @TempDir Path folder;

  private static CsvTable parse(String text) throws IOException {
    return CsvTable.parse("t.csv", new StringReader(text), "year", "ppm");
  }

  @Test
  void readsRowsByName() throws IOException {
    CsvTable table = parse("# a comment\nyear, ppm ,source\n2010,388.6,\"a, b\"\n\n2011,390.5,\n");
    assertThat(table.columns()).containsExactly("year", "ppm", "source");
    assertThat(table.rows()).hasSize(2);
    assertThat(table.rows().get(0).integer("year")).isEqualTo(2010);
    assertThat(table.rows().get(0).number("ppm")).isEqualTo(388.6);
    assertThat(table.rows().get(0).text("source")).isEqualTo("a, b");
    assertThat(table.rows().get(1).find("source")).isEmpty();
    assertThat(table.rows().get(1).find("other")).isEmpty();
  }

  @Test
  void namesLineAndColumnOfABadField() throws IOException {
    CsvTable table = parse("year,ppm\n2010,388.6\n20x1,NaN\n");
    CsvTable.Row bad = table.rows().get(1);
    assertThatThrownBy(() -> bad.integer("year"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("t.csv, line 3")
        .hasMessageContaining("year is '20x1'");
    assertThatThrownBy(() -> bad.number("ppm")).hasMessageContaining("not a finite number");
    assertThatThrownBy(() -> bad.text("source")).hasMessageContaining("source is empty");
    assertThatThrownBy(() -> parse("year,ppm\n,1\n").rows().get(0).integer("year"))
        .hasMessageContaining("year is empty");
  }

  @Test
  void refusesBrokenTables() {
    assertThatThrownBy(() -> parse("year,co2\n1,2\n"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no column ppm");
    assertThatThrownBy(() -> parse("")).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> parse("year,ppm\n2010\n"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("line 2")
        .hasMessageContaining("1 fields where the header has 2");
    assertThatThrownBy(() -> parse("year,year,ppm\n1,1,1\n")).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> parse("year,ppm\n\"2010,1\n")).isInstanceOf(InputException.class);
  }

  @Test
  void refusesFilesThatAreNotThereOrNotText() throws IOException {
    assertThatThrownBy(() -> CsvTable.read(folder.resolve("none.csv"), "year"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("none.csv")
        .hasMessageContaining("no such file");
    Path latin = folder.resolve("latin.csv");
    Files.write(latin, "year,ppm\n1,é\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> CsvTable.read(latin, "year")).isInstanceOf(InputException.class);
  }
}
