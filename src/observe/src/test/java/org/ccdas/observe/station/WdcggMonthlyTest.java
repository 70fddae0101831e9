package org.ccdas.observe.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WdcggMonthlyTest {
  private static final String HEADER =
      """
      REM01  EXPLANATORY 12-LINE FOR THE MONTHLY DATA
      REM02  FILENAME: co2_brw_surface-flask_2_3001-9999_monthly.txt
      REM03  STATION: Barrow (AK)
      REM04  SUBMITTED BY: NOAA
      REM05  LATITUDE:   71 19' N
      REM06  LONGITUDE: 156 37' W
      REM07  ALTITUDE:       11 m
      REM08  PARAMETER: CO2
      REM09  UNIT: ppm
      REM10  SAMPLING TYPE: surface-flask
      REM11
      REM12  CALIBRATION: WMO CO2 X2007(1971-05-01 - 2017-12-01)
      REM13 M      CO2   V    ND      SD   F   RATIO_A   RATIO_B
      REM14        ppm
      """;
  private static final String FIRST =
      "2010 01  392.340 -99    23   2.440 ...  1.000000  0.000000\n";
  private static final String SECOND =
      "2010 02  393.290 -99 -9999 -999999 -99  1.000000  0.000000\n";

  private static StationRecord parse(String text) {
    return Text.read("brw471n0.dat", text).record();
  }

  private static InputException failure(String text) {
    try {
      parse(text);
    } catch (InputException e) {
      return e;
    }
    throw new AssertionError("accepted: " + text);
  }

  @Test
  void readsHeaderAndMonths() {
    StationRecord record = parse(HEADER + FIRST + SECOND);
    assertThat(record.code()).isEqualTo("BRW");
    assertThat(record.name()).isEqualTo("Barrow (AK)");
    assertThat(record.contributor()).isEqualTo("NOAA");
    assertThat(record.place().lat()).isCloseTo(71 + 19 / 60.0, within(1e-12));
    assertThat(record.place().lon()).isCloseTo(-156 - 37 / 60.0, within(1e-12));
    assertThat(record.place().elevation()).isEqualTo(11);
    assertThat(record.declared()).isEqualTo("surface-flask");
    assertThat(record.scale()).startsWith("WMO CO2 X2007");
    assertThat(record.months())
        .containsExactly(
            new MonthlyMean(YearMonth.of(2010, 1), 392.34, 23, 2.44, "...", Quality.GOOD),
            MonthlyMean.of(YearMonth.of(2010, 2), 393.29));
  }

  @Test
  void columnsStandAsTheHeaderNamesThem() {
    String header =
        HEADER
            .replace("M      CO2   V    ND      SD   F   RATIO_A   RATIO_B", "M F SD CO2")
            .replace("REM11\n", "REM11\nREM11b COMMENT: one line more\n")
            .replace("REM11b", "REM111");
    StationRecord record = parse(header + "2010 01 ... 0.5 392.34\n");
    assertThat(record.months())
        .containsExactly(
            new MonthlyMean(YearMonth.of(2010, 1), 392.34, -1, 0.5, "...", Quality.GOOD));
  }

  @Test
  void lineEndsAndEncodingsDoNotMatter() {
    String text = (HEADER + FIRST + SECOND).replace("Barrow (AK)", "Mahé");
    StationRecord expected = parse(text);
    assertThat(expected.name()).isEqualTo("Mahé");
    assertThat(parse(text.replace("\n", "\r\n"))).isEqualTo(expected);
    assertThat(parse(text.stripTrailing())).isEqualTo(expected);
    assertThat(parse(text + "\n\n")).isEqualTo(expected);
    for (Charset charset : new Charset[] {StandardCharsets.ISO_8859_1, StandardCharsets.UTF_8}) {
      RecordFile file = RecordFile.of("x", text.getBytes(charset));
      assertThat(RecordFiles.read(file, RecordFormat.WDCGG, Set.of()).record()).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-9999999", "-999.99", "-999.999", "-99999", "-999.990", "-99.99", "-9999."})
  void runsOfNinesAreMissing(String missing) {
    StationRecord record = parse(HEADER + FIRST.replace("392.340", missing) + SECOND);
    assertThat(record.months().get(0).co2()).isNaN();
    assertThat(record.months().get(0).valid()).isFalse();
    assertThat(record.validBetween(YearMonth.of(2010, 1), YearMonth.of(2010, 12))).isOne();
  }

  @Test
  void flagsMayRejectAValue() {
    assertThat(parse(HEADER + FIRST.replace("...", "*..")).months().get(0).valid()).isFalse();
    assertThat(parse(HEADER + FIRST.replace("...", ".X.")).months().get(0).valid()).isTrue();
  }

  @Test
  void monthsMayComeInAnyOrder() {
    assertThat(parse(HEADER + SECOND + FIRST)).isEqualTo(parse(HEADER + FIRST + SECOND));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "2010 03 392.3 -99 -9999 -999999 -99 1.0 | Found 8 fields, expected 9",
        "2010 03 392,3 -99 -9999 -999999 -99 1 0 | CO2 is not a number: \"392,3\"",
        "2010 03 39.23 -99 -9999 -999999 -99 1 0 | CO2 39.23 is implausible, expected 200.0 to 600",
        "2010 03 1408.9 -99 -9999 -999999 -99 1 0 | CO2 1408.9 is implausible",
        "2010 13 392.3 -99 -9999 -999999 -99 1 0 | The month is 13, expected 1 to 12",
        "2010 00 392.3 -99 -9999 -999999 -99 1 0 | The month is 00, expected 1 to 12",
        "2010 3x 392.3 -99 -9999 -999999 -99 1 0 | The month is not a whole number",
        "20 03 392.3 -99 -9999 -999999 -99 1 0 | The year is 20, expected 1900",
        "2010 02 392.3 -99 -9999 -999999 -99 1 0 | Month 2010-02 stands already in line 16",
        "2010 03 392.3 -99 2.5 -999999 -99 1 0 | ND is not a whole number",
        "2010 03 392.3 -99 -3 -999999 -99 1 0 | ND -3 is implausible",
        "2010 03 392.3 -99 4 -0.5 -99 1 0 | SD -0.5 is implausible",
        "2010 03 392.3 -99 4 0.5 -99 1.1 0 | RATIO_A is not 1"
      })
  void badLinesAreNamed(String line, String problem) {
    InputException e = failure(HEADER + FIRST + SECOND + line + "\n");
    assertThat(e.file()).isEqualTo("brw471n0.dat");
    assertThat(e.place()).isEqualTo("line 17");
    assertThat(e.problem()).startsWith(problem);
    assertThat(e.remedy()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "REM09  UNIT: ppm | REM09  UNIT: ppb | line 9 | UNIT is \"ppb\", expected \"ppm\"",
        "REM08  PARAMETER: CO2 | REM08  PARAMETER: CH4 | line 8 | PARAMETER is \"CH4\"",
        "71 19' N | 191 19' N | line 5 | LATITUDE cannot be understood",
        "156 37' W | far west | line 6 | LONGITUDE cannot be understood",
        "11 m | 11 feet | line 7 | ALTITUDE cannot be understood",
        "REM05  LATITUDE: | REM05  BREITE: | lines 1 to 14 | The header has no entry LATITUDE",
        "M      CO2 | M      CH4 | line 13 | Column CO2 is missing",
        "REM13 M  | REM13 DATE  | lines 1 to 14 | No header line names the columns"
      })
  void badHeadersAreNamed(String from, String to, String place, String problem) {
    InputException e = failure(HEADER.replace(from, to) + FIRST);
    assertThat(e.place()).isEqualTo(place);
    assertThat(e.problem()).startsWith(problem);
  }

  @Test
  void coordinatesWithoutAHemisphereAreNorthAndEast() {
    StationRecord record =
        parse(HEADER.replace("71 19' N", "71.5").replace("156 37' W", "-156.5") + FIRST);
    assertThat(record.place().lat()).isEqualTo(71.5);
    assertThat(record.place().lon()).isEqualTo(-156.5);
  }

  @Test
  void emptyAndForeignFilesAreRefused() {
    assertThat(failure("").problem()).contains("no file of CO2 of a known format");
    assertThat(failure("site year month value\n").place()).isEqualTo("line 1");
    assertThat(failure(HEADER).problem()).contains("no months");
    Location absent = Location.of("absent.dat");
    assertThatThrownBy(() -> RecordFiles.read(absent, RecordFormat.AUTO, Set.of()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("absent.dat");
  }

  @Test
  void stationCodeMayComeFromTheNameOfTheFile() {
    String text = HEADER.replace("REM02  FILENAME:", "REM02  WAS:") + FIRST;
    assertThat(Text.read("/data/alt482n1.dat", text).record().code()).isEqualTo("ALT");
    assertThat(Text.read("co2_kum_surface-flask.txt", text).record().code()).isEqualTo("KUM");
    assertThatThrownBy(() -> Text.read("data.txt", text))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("station code");
  }

  private static String flagged(String... flags) {
    StringBuilder months = new StringBuilder();
    for (int m = 0; m < flags.length; m++) {
      String month = String.format(Locale.ROOT, "2010 %02d", m + 1);
      months.append(FIRST.replace("2010 01", month).replace("...", flags[m]));
    }
    return months.toString();
  }

  /** Which of the months with these flags are used. */
  private static List<Boolean> used(String header, String... flags) {
    return Text.read("brw471n0.dat", header + flagged(flags)).record().months().stream()
        .map(MonthlyMean::valid)
        .toList();
  }

  @Test
  void numbersOfContributorsFollowOneOfTwoConventions() {
    assertThat(used(HEADER, "1", "2", "3", "-99")).containsExactly(true, true, false, true);
    assertThat(used(HEADER, "0", "1", "3", "-99")).containsExactly(true, false, false, true);
    assertThat(used(HEADER, "0", "0")).containsExactly(true, true);
    assertThat(used(HEADER, "1", "1")).containsExactly(true, true);
    assertThat(used(HEADER, "3", "9", "A")).containsExactly(false, false, false);
  }

  @Test
  void theHeaderMayExplainTheFlags() {
    String explained =
        HEADER.replace(
            "REM11\n", "REM11  COMMENT: Flag 1: rejected, 3: valid; 4 = not background\n");
    assertThat(used(explained, "1", "3", "4", "5")).containsExactly(false, true, true, false);
  }

  @Test
  void theUserMayAcceptFlags() {
    Reading reading = Text.read("brw471n0.dat", HEADER + flagged("3", "3", "7"), "3");
    assertThat(reading.record().months())
        .extracting(MonthlyMean::valid)
        .containsExactly(true, true, false);
    assertThat(reading.leftOutByFlag()).isEqualTo("1 with flag 7");
  }

  @Test
  void aMonthThatStandsTwiceWithTheSameValuesCountsOnce() {
    Reading reading = Text.read("brw471n0.dat", HEADER + FIRST + SECOND + FIRST);
    assertThat(reading.repeated()).isEqualTo(1);
    assertThat(reading.record()).isEqualTo(parse(HEADER + FIRST + SECOND));
  }

  @Test
  void manyValuesAMonthAreNoFlasks() {
    assertThat(parse(HEADER + FIRST).sampling()).isEqualTo(SamplingType.IN_SITU);
    assertThat(parse(HEADER + SECOND).sampling()).isEqualTo(SamplingType.FLASK);
    assertThat(parse(HEADER.replace("surface-flask\n", "surface-insitu\n") + SECOND).sampling())
        .isEqualTo(SamplingType.IN_SITU);
  }

  @Test
  void anotherFormatThanTheOneAskedForIsRefused() {
    RecordFile file =
        RecordFile.of("brw471n0.dat", (HEADER + FIRST).getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> RecordFiles.read(file, RecordFormat.NOAA_EVENT, Set.of()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("The file is of format wdcgg, not noaaEvent")
        .hasMessageContaining("observations.co2.format");
  }
}
