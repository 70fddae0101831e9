package org.ccdas.observe.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import org.ccdas.inputs.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScrippsMonthlyTest {
  private static final String NAME = "folder/monthly_flask_co2_ptb.csv";

  private static final String TEXT =
      """
      "-------------------------------------------------------------"
      " Atmospheric CO2 concentrations (ppm) derived from flask samples, SIO 2012 scale"
      " Point Barrow, Alaska:   Latitude 71.3N Longitude 156.6W Elevation 11m "
      "-------------------------------------------------------------"
        Yr, Mn,    Date,      Date,     CO2,seasonally,        fit,  seasonally,      CO2, seasonally
          ,   ,        ,          ,        ,  adjusted,           ,adjusted fit,   filled,adjusted filled
          ,   ,   Excel,          ,   [ppm],     [ppm],      [ppm],       [ppm],    [ppm],     [ppm]
      2010, 01,   40193, 2010.0411,  393.30,    388.83,     393.44,      388.97,   393.30,    388.83
      2010, 02,   40224, 2010.1260,  -99.99,    -99.99,     393.78,      389.14,   393.78,    389.14
      2010, 03,   40252, 2010.2027,     NaN,       NaN,     394.01,      389.30,   394.01,    389.30
      """;

  private static StationRecord parse(String name, String text) {
    return Text.read(name, text).record();
  }

  @Test
  void readsMonthsCodeAndCoordinates() {
    StationRecord record = parse(NAME, TEXT);
    assertThat(record.code()).isEqualTo("PTB");
    assertThat(record.months()).hasSize(3);
    assertThat(record.co2(YearMonth.of(2010, 1))).hasValue(393.30);
    assertThat(record.co2(YearMonth.of(2010, 2))).as("filled values are not read").isEmpty();
    assertThat(record.co2(YearMonth.of(2010, 3))).isEmpty();
    assertThat(record.place()).isEqualTo(new RecordPlace(71.3, -156.6, 11, Double.NaN));
  }

  @Test
  void knowsNoPlaceWhereTheFileGivesNone() {
    StationRecord record = parse(NAME, TEXT.replaceAll("Latitude.*m ", ""));
    assertThat(record.place()).isEqualTo(RecordPlace.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "Latitude 71.3N, Latitude 156.6N, line 3, There is no place at Latitude 156.6N",
    "Longitude 156.6W, Longitude 403W, line 3, There is no place at Longitude 403W",
    "'393.30,    388.83,     393', '39x,    388.83,     393', line 8, is not a number",
    "'393.30,    388.83,     393', '3.30,    388.83,     393', line 8, implausible",
    "'2010, 02', '2010, 14', line 9, The month is 14",
    "'2010, 02', '2010, 01', line 9, stands already in line 8",
    "',   394.01,    389.30', '', line 10, 'Found 8 fields, expected 10'",
  })
  void namesTheBadLine(String from, String to, String place, String problem) {
    assertThatThrownBy(() -> parse(NAME, TEXT.replace(from, to == null ? "" : to)))
        .isInstanceOfSatisfying(InputException.class, e -> assertThat(e.place()).isEqualTo(place))
        .hasMessageContaining(problem);
  }

  @Test
  void refusesOtherFiles() {
    assertThatThrownBy(() -> parse("co2_alt.csv", TEXT))
        .hasMessageContaining("monthly_flask_co2_alt.csv");
    assertThatThrownBy(() -> parse(NAME, "\"only comments\""))
        .hasMessageContaining("no monthly file of Scripps");
    assertThatThrownBy(() -> parse(NAME, "2010,1,1,1,390,1,1,1,1,1"))
        .hasMessageContaining("no file of CO2 of a known format");
  }
}
