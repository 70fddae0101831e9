package org.ccdas.observe.flask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.station.Station;
import org.ccdas.inputs.station.StationTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoaaMonthlyTest {
  private static final String OLD =
      """
      # number_of_header_lines: 3
      # description_site-code: cgo
      # data_fields: site year month value
      CGO 1984  4   341.63
      CGO 1984  5  -999.99
      CGO 1984  6   342.00
      """;

  private static final String NEW =
      """
      # header_lines : 6
      # site_name : Mace Head, County Galway
      # site_latitude : 53.326
      # site_longitude : -9.899
      # site_elevation : 5.0
      site year month value
      MHD 1991 6 356.58
      """;

  private static FlaskRecord parse(String text) {
    return NoaaMonthly.parse("co2.txt", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void readsOldFiles() {
    FlaskRecord record = parse(OLD);
    assertThat(record.code()).isEqualTo("CGO");
    assertThat(record.lat()).isNaN();
    assertThat(record.months()).hasSize(3);
    assertThat(record.co2(YearMonth.of(1984, 4))).hasValue(341.63);
    assertThat(record.co2(YearMonth.of(1984, 5))).isEmpty();
    assertThat(record.months().get(0).samples()).isEqualTo(-1);
    Station station = record.stationIn(StationTable.standard());
    assertThat(station.lat()).as("from the table").isEqualTo(-40.68);
  }

  @Test
  void readsNewFilesWithTheirCoordinates() {
    FlaskRecord record = parse(NEW);
    assertThat(record.name()).isEqualTo("Mace Head, County Galway");
    Station station = record.stationIn(StationTable.standard());
    assertThat(station.lat()).isEqualTo(53.326);
    assertThat(station.lon()).isEqualTo(-9.899);
    assertThat(station.elevation()).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({
    "341.63, 341.63x, line 4, is not a number",
    "341.63, 34.1, line 4, implausible",
    "341.63, , line 4, 'Found 3 fields, expected 4'",
    "341.63, 341.63 1, line 4, 'Found 5 fields, expected 4'",
    "1984  4, 1984 13, line 4, 'The month is 13, expected 1 to 12'",
    "1984  4, 84 4, line 4, The year is 84",
    "1984  6, 1984 4, line 6, does not come after",
    "CGO 1984  6, BRW 1984 6, line 6, Site BRW follows lines of site CGO",
    "lines: 3, lines: 4, line 1, The header should have 4 lines and has 3",
    "year month, month, '', There is no column year",
  })
  void namesTheBadLine(String from, String to, String place, String problem) {
    assertThatThrownBy(() -> parse(OLD.replace(from, to == null ? "" : to)))
        .isInstanceOfSatisfying(InputException.class, e -> assertThat(e.place()).isEqualTo(place))
        .hasMessageContaining(problem);
  }

  @Test
  void refusesWhatIsNoTable() {
    assertThatThrownBy(() -> parse("")).hasMessageContaining("no table of NOAA");
    assertThatThrownBy(() -> parse("REM01 x\n1 2")).hasMessageContaining("no table of NOAA");
    assertThatThrownBy(() -> parse(OLD.substring(0, OLD.indexOf("CGO"))))
        .hasMessageContaining("no lines of data");
    assertThatThrownBy(() -> parse(NEW.replace("# site_name", "# dataset_parameter : ch4\n#")))
        .hasMessageContaining("header");
    assertThatThrownBy(
            () ->
                parse(
                    NEW.replace("site_name : Mace Head, County Galway", "dataset_parameter : ch4")))
        .hasMessageContaining("ch4, not CO2");
    assertThatThrownBy(() -> parse(NEW.replace("53.326", "north")))
        .hasMessageContaining("site_latitude");
  }
}
