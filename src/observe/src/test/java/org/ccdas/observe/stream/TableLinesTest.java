package org.ccdas.observe.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TableLinesTest {
  @Test
  void numbersAreTheSameUnderEveryLocale() {
    assertThat(TableLines.number(1234.567, 2)).isEqualTo("1234.57");
    assertThat(TableLines.number(Double.NaN, 2)).isEqualTo("-");
    assertThat(TableLines.number(-1e-9, 3)).isEqualTo("0.000");
    assertThat(TableLines.number(-0.5, 1)).isEqualTo("-0.5");
  }

  @Test
  void rowsStandInColumns() {
    StringWriter text = new StringWriter();
    TableLines lines = new TableLines(new PrintWriter(text));
    lines.heading("cost");
    lines.row("CO2", new PriorPosterior(10, 2.5), 1, "good");
    assertThat(text.toString().lines())
        .containsExactly(
            "",
            "cost" + " ".repeat(32 + 8) + "prior" + " ".repeat(4) + "posterior",
            "CO2" + " ".repeat(33 + 9) + "10.0" + " ".repeat(10) + "2.5  good");
  }
}
