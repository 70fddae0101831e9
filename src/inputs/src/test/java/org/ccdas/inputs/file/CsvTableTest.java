package org.ccdas.inputs.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ccdas.inputs.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
  @TempDir Path folder;

  private static CsvTable parse(String text) {
    return CsvTable.parse("t.csv", text.getBytes(StandardCharsets.UTF_8), "year", "ppm");
  }

  private static void refused(String text, String message) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("t.csv")
        .hasMessageContaining(message);
  }

  @Test
  void readsRowsByName() {
    CsvTable table = parse("# a comment\nyear, ppm ,source\n2010,388.6,\"a, b\"\n\n2011,390.5,\n");
    assertThat(table.file()).isEqualTo("t.csv");
    assertThat(table.columns()).containsExactly("year", "ppm", "source");
    assertThat(table.rows()).hasSize(2);
    assertThat(table.rows().get(0).integer("year")).isEqualTo(2010);
    assertThat(table.rows().get(0).number("ppm")).isEqualTo(388.6);
    assertThat(table.rows().get(0).text("source")).isEqualTo("a, b");
    assertThat(table.rows().get(1).find("source")).isEmpty();
    assertThat(table.rows().get(1).find("other")).isEmpty();
  }

  @Test
  void byteOrderMarkLineEndsAndCaseDoNotMatter() {
    CsvTable table = parse("\uFEFF# source\r\nYEAR, pPm,TITLE\r\n\r\n2010, 3.5,i\r\n2011,-4e-1,x");
    assertThat(table.columns()).containsExactly("YEAR", "pPm", "TITLE");
    assertThat(table.rows().get(1).number("PPM")).isEqualTo(-0.4);
    assertThat(table.rows().get(0).text("title")).isEqualTo("i");
    assertThat(table.rows().get(0).place()).isEqualTo("line 4");
    assertThat(table.rows().get(1).place()).as("without a line end").isEqualTo("line 5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"n/a", "3 5", "\"3,5\"", "NaN", "Infinity", "1e999"})
  void namesLineAndColumnOfABadNumber(String field) {
    CsvTable.Row bad = parse("year,ppm\n2010,388.6\n2011," + field + "\n").rows().get(1);
    assertThatThrownBy(() -> bad.number("ppm"))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("t.csv, line 3, column ppm: '")
        .hasMessageContaining("number. Correct the field.");
  }

  @Test
  void namesLineAndColumnOfABadWholeNumberAndOfAnEmptyField() {
    CsvTable.Row bad = parse("year,ppm\n20x1,\n").rows().get(0);
    assertThatThrownBy(() -> bad.integer("year"))
        .hasMessage("t.csv, line 2, column year: '20x1' is not a whole number. Correct the field.");
    assertThatThrownBy(() -> bad.number("ppm"))
        .hasMessage("t.csv, line 2, column ppm: the field is empty. Correct the field.");
    assertThatThrownBy(() -> bad.text("source")).hasMessageContaining("the field is empty");
    assertThat(bad.problem("year 20", "Remove it"))
        .hasMessage("t.csv, line 2: year 20. Remove it.");
  }

  @Test
  void refusesBrokenTables() {
    refused("year,co2\n1,2\n", "t.csv, header: there is no column ppm. The header has year,co2;");
    refused("", "header: there is no column year, ppm. The first line must name the columns");
    refused("# nothing\n", "there is no column year, ppm");
    refused("year,ppm\n", "t.csv: the table has no rows");
    refused("year,ppm\n1,2\n2010\n", "line 3: 1 fields where the header has 2");
    refused("year,ppm\n1,2,3\n", "line 2: 3 fields where the header has 2");
    refused("year,Year,ppm\n1,1,1\n", "well-formed CSV");
    refused("year,ppm\n\"2010,1\n", "well-formed CSV");
  }

  @Test
  void refusesFilesThatAreNotThereOrNotText() throws IOException {
    assertThatThrownBy(() -> CsvTable.read(Location.of(folder.resolve("none.csv")), "year"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("none.csv: there is no such file");
    assertThatThrownBy(() -> CsvTable.read(Location.of(folder), "year"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("cannot be read");
    Path latin = folder.resolve("latin.csv");
    Files.write(latin, "year,ppm\n1,é\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> CsvTable.read(Location.of(latin), "year"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("latin.csv: the text is not UTF-8");
  }

  @Test
  void resourcesStandBesideTheirOwner() {
    assertThatThrownBy(() -> CsvTable.resource(CsvTable.class, "none.csv"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("none.csv");
  }
}
