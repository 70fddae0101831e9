package org.ccdas.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.stream.IntStream;
import org.ccdas.inputs.time.MonthAxis;
import org.junit.jupiter.api.Test;

class CarbonUnitsTest {
  @Test
  void aYearOfAFluxHas365Days() {
    MonthAxis months = new MonthAxis(YearMonth.of(2011, 1), 24);
    assertThat(CarbonUnits.years(months, 1)).isEqualTo(28 / 365.0);
    assertThat(years(months, 0)).isCloseTo(1, within(1e-14));
    assertThat(years(months, 12)).as("2012 is a leap year").isCloseTo(366 / 365.0, within(1e-14));
  }

  private static double years(MonthAxis months, int first) {
    return IntStream.range(first, first + 12).mapToDouble(m -> CarbonUnits.years(months, m)).sum();
  }

  @Test
  void onePartPerMillionIsTwoPetagrams() {
    assertThat(CarbonUnits.wellMixed(2.123e12)).isCloseTo(1, within(1e-15));
  }
}
