package org.ccdas.inputs.netcdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitConversionTest {
  @ParameterizedTest
  @CsvSource({
    "K, degC, 300, 26.85",
    "degC, K, -10, 263.15",
    "degF, degC, 212, 100",
    "mm/hr, mm d-1, 2, 48",
    "J m-2 d-1, W m-2, 86400, 1",
    "m s**-1, km h-1, 1, 3.6",
    "percent, 1, 25, 0.25",
    "METERS, km, 500, 0.5",
    "umol mol-1, 1e-6, 400, 400",
  })
  void convertsAsUdunits(String from, String to, double value, double expected) {
    assertThat(UnitConversion.between(from, to).apply(value)).isCloseTo(expected, within(1e-9));
    assertThat(UnitConversion.between(to, from).apply(expected)).isCloseTo(value, within(1e-8));
  }

  @Test
  void sameUnitLeavesTheBitsAlone() {
    assertThat(UnitConversion.between("degC", "degC").apply(0.1)).isEqualTo(0.1);
  }

  @Test
  void massOfWaterIsDepthOnlyWhenAskedFor() {
    // 1 kg m-2 of water is 1 mm deep
    assertThat(UnitConversion.ofWater("kg m-2 s-1", "mm d-1").apply(1e-5))
        .isCloseTo(0.864, within(1e-12));
    assertThat(UnitConversion.ofWater("m s-1", "mm d-1").apply(1e-8))
        .isCloseTo(0.864, within(1e-12));
    assertThatThrownBy(() -> UnitConversion.between("kg m-2 s-1", "mm d-1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("kg m-2 s-1")
        .hasMessageContaining("mm d-1");
    assertThatThrownBy(() -> UnitConversion.ofWater("K", "mm d-1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'K'");
  }

  @ParameterizedTest
  @CsvSource({"degC, mm", "florins, mm", "M/S, m s-1", "mm, '(('"})
  void refusesWhatItCannotConvert(String from, String to) {
    assertThatThrownBy(() -> UnitConversion.between(from, to))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unit '");
  }

  @Test
  void missingStaysMissing() {
    assertThat(UnitConversion.between("K", "degC").apply(Double.NaN)).isNaN();
  }
}
