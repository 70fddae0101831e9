package org.ccdas.inputs.netcdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C",
        "c",
        "deg_C",
        "deg C",
        "degC",
        "degrees C",
        "degrees_C",
        "degree_C",
        "Celsius",
        "celsius",
        "degrees Celsius",
        "degree_Celsius",
        "°C",
        "° C",
        "ºC",
        "\uFFFDC",
        "\uFFFD\uFFFDC",
        "Â°C",
        "Deg. C",
        "oC",
        "℃"
      })
  void readsCelsiusAsPeopleWriteIt(String unit) {
    assertThat(UnitConversion.between(unit, "K").apply(20)).isCloseTo(293.15, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "Kelvin, degC, 300, 26.85",
    "deg K, degC, 300, 26.85",
    "k, degC, 300, 26.85",
    "°F, degC, 212, 100",
    "Wm-2, W m-2, 3, 3",
    "W/m2, W m-2, 3, 3",
    "W/m^2, W m-2, 3, 3",
    "w/m2, W m-2, 3, 3",
    "watts/m2, W m-2, 3, 3",
    "Watts m-2, W m-2, 3, 3",
    "W m**-2, W m-2, 3, 3",
    "W m⁻², W m-2, 3, 3",
    "W/m², W m-2, 3, 3",
    "W m^{-2}, W m-2, 3, 3",
    "W.m-2, W m-2, 3, 3",
    "MJ/m2/day, W m-2, 8.64, 100",
    "MJ m-2 d-1, W m-2, 8.64, 100",
    "J m-2 day-1, W m-2, 8640000, 100",
    "mm/day, mm d-1, 5, 5",
    "mm/d, mm d-1, 5, 5",
    "mm day-1, mm d-1, 5, 5",
    "mm per day, mm d-1, 5, 5",
    "MM/DAY, mm d-1, 5, 5",
    "mm/hour, mm d-1, 1, 24",
    "kg/m2/s, mm d-1, 1e-5, 0.864",
    "kg/m^2/s, mm d-1, 1e-5, 0.864",
    "kg m-2 s-1, mm d-1, 1e-5, 0.864",
    "kgm-2s-1, mm d-1, 1e-5, 0.864",
    "kg m**-2 s**-1, mm d-1, 1e-5, 0.864",
    "kg m-2 day-1, mm d-1, 5, 5",
    "cm/day, mm d-1, 1, 10",
    "m s-1, mm d-1, 1e-8, 0.864",
    "m3/m3, 1, 0.3, 0.3",
    "m^3/m^3, m3 m-3, 0.3, 0.3",
    "m3.m-3, m3 m-3, 0.3, 0.3",
    "cm3/cm3, m3 m-3, 0.3, 0.3",
    "%, 1, 30, 0.3",
    "vol%, 1, 30, 0.3",
  })
  void readsSpellingsOfPeople(String from, String to, double value, double expected) {
    assertThat(UnitConversion.ofWater(from, to).apply(value)).isCloseTo(expected, within(1e-9));
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
