package org.ccdas.transport.proof;

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

class TextTableTest {
  @TempDir private Path folder;

  private Location write(String text) throws IOException {
    Path file = folder.resolve("table.txt");
    Files.writeString(file, text, StandardCharsets.UTF_8);
    return Location.of(file);
  }

  @Test
  void readsNumbersAndGaps() throws IOException {
    TextTable table = TextTable.read(write("# a comment\n year  co2\n\n2000 370.5\n 2001 NA\n"));
    assertThat(table.size()).isEqualTo(2);
    assertThat(table.integer(1, table.column("year"))).isEqualTo(2001);
    assertThat(table.value(0, table.column("co2"))).isEqualTo(370.5);
    assertThat(table.value(1, table.column("co2"))).isNaN();
  }

  @Test
  void namesWhatIsWrong() throws IOException {
    Location uneven = write("a b\n1 2\n3\n");
    assertThatThrownBy(() -> TextTable.read(uneven))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("line 3")
        .hasMessageContaining("1 values for 2 columns");
    Location text = write("a b\n1 x\n");
    assertThatThrownBy(() -> TextTable.read(text)).hasMessageContaining("x is no number");
    Location good = write("a b\n1 2\n");
    assertThatThrownBy(() -> TextTable.read(good).column("c"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("column c is missing");
    assertThatThrownBy(() -> TextTable.read(Location.of(folder.resolve("none.txt"))))
        .isInstanceOf(InputException.class);
  }
}
