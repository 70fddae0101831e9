package org.ccdas.observe.flask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import org.ccdas.inputs.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoaaEventTest {
  private static final String NEW =
      """
      # header_lines : 3
      # site_name : Barrow
      site_code year month day hour value value_unc latitude longitude altitude qcflag
      BRW 2010 1 5 20 390.0 0.1 71.30 -156.60 16.0 ...
      BRW 2010 1 5 20 390.4 0.1 71.30 -156.60 16.0 ..P
      BRW 2010 1 19 20 391.4 0.1 71.32 -156.61 13.0 ...
      BRW 2010 1 20 20 399.0 0.1 71.32 -156.61 13.0 N..
      BRW 2010 1 21 20 398.0 0.1 71.32 -156.61 13.0 .X.
      BRW 2010 1 22 20 -999.99 -999.99 71.32 -156.61 13.0 *..
      BRW 2010 2 3 20 1408.9 0.1 71.32 -156.61 13.0 ...
      BRW 2010 2 4 20 392.0 0.1 71.32 -156.61 13.0 ...
      """;

  private static final String OLD =
      """
      # number_of_header_lines: 2
      # data_fields: sample_site_code sample_year sample_month sample_day analysis_value analysis_flag sample_latitude sample_longitude sample_altitude
      BRW 2010 1 5 390.0 ... 71.3 -156.6 16.0
      """;

  private static NoaaEvent.Reading parse(String text) {
    return NoaaEvent.parse("co2.txt", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void makesMonthlyMeansWithSpread() {
    NoaaEvent.Reading reading = parse(NEW);
    assertThat(reading.samples()).isEqualTo(new SampleCounts(8, 1, 1, 1, 1));
    assertThat(reading.samples().used()).isEqualTo(4);
    FlaskRecord record = reading.record();
    assertThat(record.code()).isEqualTo("BRW");
    assertThat(record.lat()).isEqualTo(71.32);
    assertThat(record.months())
        .extracting(FlaskMonth::month)
        .containsExactly(YearMonth.of(2010, 1), YearMonth.of(2010, 2));
    FlaskMonth january = record.months().get(0);
    assertThat(january.samples()).isEqualTo(3);
    // of 390.0, 390.4, 391.4
    assertThat(january.co2()).isCloseTo(390.6, within(1e-12));
    assertThat(january.standardDeviation()).isCloseTo(Math.sqrt(0.52), within(1e-12));
    FlaskMonth february = record.months().get(1);
    assertThat(february.co2()).isEqualTo(392.0);
    assertThat(february.standardDeviation()).as("of one sample").isNaN();
    assertThat(record.label()).isEqualTo(FlaskRecord.Label.FLASK);
  }

  @Test
  void readsTheNamesOfOldFiles() {
    assertThat(parse(OLD).record().co2(YearMonth.of(2010, 1))).hasValue(390.0);
    assertThat(parse(OLD).record().elevation()).isEqualTo(16);
  }

  @ParameterizedTest
  @CsvSource({
    "..P, .., line 5, has not three characters",
    "2010 1 19, 2010 2 30, line 6, There is no day 30 in 2010-02",
    "2010 1 19, 2010 1 0, line 6, The day is 0",
    "391.4, many, line 6, is not a number",
    "391.4, Infinity, line 6, is not a number",
    "-156.61 13.0 N.., N.., line 7, 'Found 9 fields, expected 11'",
    "BRW 2010 1 5 20 390.4, MLO 2010 1 5 20 390.4, line 5, Site MLO follows lines of site BRW",
    "71.30 -156.60 16.0 ..P, 97.0 -156.60 16.0 ..P, line 5, There is no place at 97.0 N",
    "qcflag, qc, '', There is no column qcflag or analysis_flag",
  })
  void namesTheBadLine(String from, String to, String place, String problem) {
    assertThatThrownBy(() -> parse(NEW.replace(from, to)))
        .isInstanceOfSatisfying(InputException.class, e -> assertThat(e.place()).isEqualTo(place))
        .hasMessageContaining(problem);
  }

  @Test
  void refusesAFileWithoutAnyUsableSample() {
    assertThatThrownBy(() -> parse(OLD.replace("...", "C..")))
        .hasMessageContaining("No sample of the file can be used");
  }
}
