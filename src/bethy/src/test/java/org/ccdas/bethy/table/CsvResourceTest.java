package org.ccdas.bethy.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CsvResourceTest {
  @Test
  void commentsAndHeaderAreNoRows() {
    assertThat(CsvResource.read("soil.csv", row -> row.get("no")))
        .containsExactly("1", "2", "3", "4", "5", "6");
  }

  @Test
  void emptyFieldsTakeTheNeutralValue() {
    assertThat(CsvResource.read("pft.csv", row -> CsvResource.decimal(row, "tau_W_d", -1)))
        .startsWith(180.0, 90.0, 180.0, -1.0);
  }

  @Test
  void missingTableIsNamed() {
    assertThatThrownBy(() -> CsvResource.read("none.csv", row -> row))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("none.csv");
  }
}
