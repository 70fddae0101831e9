package org.ccdas.verify.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BlockMemoryTest {
  @Test
  void largerBlocksHoldMoreAndAHessianPassIsBelowItsLimit() {
    var figures = BlockMemory.measure();

    assertThat(figures)
        .filteredOn(figure -> figure.name().startsWith("held for"))
        .extracting(Figure::value)
        .hasSize(3)
        .isSorted()
        .allMatch(megabytes -> megabytes > 1);
    assertThat(figures)
        .filteredOn(figure -> figure.name().contains("Hessian"))
        .extracting(Figure::value)
        .hasSize(3)
        .isSorted()
        .allMatch(megabytes -> megabytes > 1 && megabytes < 300);
  }
}
