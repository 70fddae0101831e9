package org.ccdas.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {
  @Test
  void fixedHasNoMinusZero() {
    assertThat(Numbers.fixed(-0.001, 2)).isEqualTo("0.00");
    assertThat(Numbers.fixed(-1.256, 2)).isEqualTo("-1.26");
    assertThat(Numbers.fixed(Double.NaN, 2)).isEqualTo("–");
  }

  @Test
  void aSignStandsOnlyWhereSomethingIsLeft() {
    assertThat(Numbers.signed(1e-16, 2)).isEqualTo("0.00");
    assertThat(Numbers.signed(0.5, 1)).isEqualTo("+0.5");
    assertThat(Numbers.signed(-0.5, 1)).isEqualTo("-0.5");
  }

  @Test
  void significantDigitsWhateverTheSize() {
    assertThat(Numbers.significant(487.99, 4)).isEqualTo("488.0");
    assertThat(Numbers.significant(10.5, 4)).isEqualTo("10.50");
    assertThat(Numbers.significant(9.996, 3)).isEqualTo("10.0");
    assertThat(Numbers.significant(59356, 3)).isEqualTo("59400");
    assertThat(Numbers.significant(0.0033333, 2)).isEqualTo("0.0033");
    assertThat(Numbers.significant(1.23e-9, 2)).isEqualTo("1.2e-09");
    assertThat(Numbers.significant(0, 3)).isEqualTo("0");
    assertThat(Numbers.significant(Double.POSITIVE_INFINITY, 3)).isEqualTo("–");
  }
}
