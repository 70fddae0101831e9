package org.ccdas.verify.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {
  @Test
  void figuresStandInColumns() {
    String table =
        Figure.table(
            List.of(
                new Figure("point", 165.123, "ns"),
                new Figure("tile-days", 1234567.8, ""),
                new Figure("error", 3.21e-12, ""),
                new Figure("none", 0, "s")));

    assertThat(table)
        .isEqualTo(
            "point            165.12 ns\n"
                + "tile-days     1,234,568\n"
                + "error           3.2e-12\n"
                + "none               0.00 s\n");
  }

  @Test
  void noFiguresGiveNoLines() {
    assertThat(Figure.table(List.of())).isEmpty();
  }
}
