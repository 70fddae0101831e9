package org.ccdas.observe.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.ccdas.inputs.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables of months: NOAA, and WDCGG since 2018. */
class MonthTableTest {
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

  private static StationRecord parse(String text) {
    return Text.read("co2.txt", text).record();
  }

  @Test
  void readsOldFiles() {
    StationRecord record = parse(OLD);
    assertThat(record.code()).isEqualTo("CGO");
    assertThat(record.place().lat()).isNaN();
    assertThat(record.months()).hasSize(3);
    assertThat(record.co2(YearMonth.of(1984, 4))).hasValue(341.63);
    assertThat(record.co2(YearMonth.of(1984, 5))).isEmpty();
    assertThat(record.months().get(0).samples()).isEqualTo(-1);
    assertThat(record.sampling()).isEqualTo(SamplingType.FLASK);
  }

  @Test
  void readsNewFilesWithTheirCoordinates() {
    StationRecord record = parse(NEW);
    assertThat(record.name()).isEqualTo("Mace Head, County Galway");
    assertThat(record.place()).isEqualTo(new RecordPlace(53.326, -9.899, 5, Double.NaN));
  }

  @ParameterizedTest
  @CsvSource({
    "341.63, 341.63x, line 4, is not a number",
    "341.63, 34.1, line 4, implausible",
    "341.63, , line 4, 'Found 3 fields, expected 4'",
    "341.63, 341.63 1, line 4, 'Found 5 fields, expected 4'",
    "1984  4, 1984 13, line 4, 'The month is 13, expected 1 to 12'",
    "1984  4, 84 4, line 4, The year is 84",
    "1984  6, 1984 4, line 6, stands already in line 4",
    "CGO 1984  6, BRW 1984 6, line 6, Site BRW follows lines of site CGO",
    "lines: 3, lines: 4, header, The header should have 4 lines and has 3",
    "year month, yr month, '', There is no column year",
  })
  void namesTheBadLine(String from, String to, String place, String problem) {
    assertThatThrownBy(() -> parse(OLD.replace(from, to == null ? "" : to)))
        .isInstanceOfSatisfying(InputException.class, e -> assertThat(e.place()).isEqualTo(place))
        .hasMessageContaining(problem);
  }

  @Test
  void refusesWhatIsNoTable() {
    assertThatThrownBy(() -> parse("")).hasMessageContaining("no file of CO2 of a known format");
    assertThatThrownBy(() -> parse("# x")).hasMessageContaining("no table of a station");
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

  private static final String IN_SITU =
      """
      # header_lines : 9
      # dataset_name: co2_brw_surface-insitu_1_ccgg_MonthlyData
      # dataset_project: surface-insitu
      # dataset_calibration_scale: WMO CO2 X2019
      # site_code: BRW
      # site_latitude: 71.323
      # site_longitude: -156.611
      # site_elevation: 11.0
      site_code year month day hour minute second value value_std_dev nvalue latitude longitude altitude elevation intake_height qcflag
      BRW 2009 12 1 0 0 0 391.11 0.7 30 71.323 -156.611 27.46 11.0 16.46 ...
      BRW 2010 1 1 0 0 0 392.25 0.9 31 71.323 -156.611 27.46 11.0 16.46 ...
      BRW 2010 2 1 0 0 0 401.5 3.9 2 71.323 -156.611 27.46 11.0 16.46 *..
      BRW 2010 3 1 0 0 0 -999.99 -99.99 0 71.323 -156.611 27.46 11.0 16.46 *..
      BRW 2010 4 1 0 0 0 394.4 0.8 28 71.323 -156.611 27.46 11.0 16.46 .S.
      """;

  @Test
  void monthsOfAnAnalyserHaveFlagsSpreadAndNumber() {
    Reading reading = Text.read("co2_brw.txt", IN_SITU);
    StationRecord record = reading.record();
    assertThat(reading.format()).isEqualTo(RecordFormat.NOAA_MONTHLY);
    assertThat(record.sampling()).isEqualTo(SamplingType.IN_SITU);
    assertThat(record.scale()).isEqualTo("WMO CO2 X2019");
    assertThat(record.place()).isEqualTo(new RecordPlace(71.323, -156.611, 11, 16.46));
    assertThat(record.months())
        .containsExactly(
            new MonthlyMean(YearMonth.of(2009, 12), 391.11, 30, 0.7, "...", Quality.GOOD),
            new MonthlyMean(YearMonth.of(2010, 1), 392.25, 31, 0.9, "...", Quality.GOOD),
            new MonthlyMean(YearMonth.of(2010, 2), 401.5, 2, 3.9, "*..", Quality.REJECTED),
            new MonthlyMean(
                YearMonth.of(2010, 3), Double.NaN, 0, Double.NaN, "*..", Quality.REJECTED),
            new MonthlyMean(YearMonth.of(2010, 4), 394.4, 28, 0.8, ".S.", Quality.NOT_BACKGROUND));
    assertThat(record.co2(YearMonth.of(2010, 2))).isEmpty();
    assertThat(record.co2(YearMonth.of(2010, 4))).hasValue(394.4);
    assertThat(reading.leftOutByFlag()).isEqualTo("1 with flag *..");
  }

  private static final String COLUMNS =
      "site_wdcgg_id st_year st_month st_day st_hour st_minute st_second end_year end_month end_day"
          + " end_hour end_minute end_second value value_wmo_scale value_sd value_unc_1 nvalue"
          + " latitude longitude altitude elevation intake_height flask_no ORG_QCflag QCflag scale";

  /** WDCGG since 2018; the columns stand in the last line of the header. */
  private static String wdcgg(String notes, String... months) {
    List<String> header = new ArrayList<>();
    header.add("# dataset_name: co2_alt_surface-flask_2_3001-9999_monthly");
    header.add("# dataset_parameter: co2");
    header.add("# value:units : ppm");
    header.add("# site_wdcgg_id: ALT");
    header.add("# site_name: Alert");
    header.add("# platform: surface");
    header.add("# sampling: flask");
    header.add("# calibration_scale: WMO CO2 X2019");
    if (!notes.isEmpty()) {
      header.addAll(notes.lines().map(line -> "# " + line).toList());
    }
    header.add("# VARIABLE ORDER");
    header.add("# " + COLUMNS);
    header.add(0, "# header_lines : " + (header.size() + 1));
    return String.join("\n", header) + "\n" + String.join("\n", months) + "\n";
  }

  private static String month(int month, String value, String onScale, String n, String flags) {
    return "ALT 2010 "
        + month
        + " 1 0 0 0 -999 -9 -9 -9 -9 -9 "
        + value
        + " "
        + onScale
        + " 0.5 -999.999 "
        + n
        + " 82.45 -62.51 195.0 185.0 10.0 -9 "
        + flags
        + " 1";
  }

  @Test
  void wdcggSince2018() {
    Reading reading =
        Text.read(
            "co2_alt_surface-flask_2_3001-9999_monthly.txt",
            wdcgg(
                "",
                month(1, "392.11", "392.11", "4", "1 1"),
                month(2, "393.00", "393.25", "4", "1 1"),
                month(3, "-999.999", "-999.999", "-9", "3 3"),
                month(4, "399.00", "399.00", "4", "x 3"),
                month(5, "393.90", "-999.999", "1", "-9 -9"),
                month(6, "394.10", "394.10", "4", "x 2")));
    StationRecord record = reading.record();
    assertThat(reading.format()).isEqualTo(RecordFormat.WDCGG);
    assertThat(record.code()).isEqualTo("ALT");
    assertThat(record.sampling()).isEqualTo(SamplingType.FLASK);
    assertThat(record.declared()).isEqualTo("surface-flask");
    assertThat(record.place()).isEqualTo(new RecordPlace(82.45, -62.51, 185, 10));
    assertThat(record.co2(YearMonth.of(2010, 1))).hasValue(392.11);
    assertThat(record.co2(YearMonth.of(2010, 2))).as("on the scale of WMO").hasValue(393.25);
    assertThat(record.co2(YearMonth.of(2010, 3))).isEmpty();
    assertThat(record.co2(YearMonth.of(2010, 4))).as("flag 3").isEmpty();
    assertThat(record.co2(YearMonth.of(2010, 5))).as("no flag").hasValue(393.9);
    assertThat(record.co2(YearMonth.of(2010, 6))).as("valid").hasValue(394.1);
    assertThat(record.months().get(0).samples()).isEqualTo(4);
    assertThat(record.months().get(0).standardDeviation()).isEqualTo(0.5);
    assertThat(record.months().get(2).samples()).isEqualTo(-1);
    assertThat(reading.leftOutByFlag()).isEqualTo("1 with flag 3");
  }

  @Test
  void flagsAreThoseOfTheContributorWhereWdcggGivesNone() {
    String notes =
        "ORG_QCflag:comment : Flag 'U' = data correct, 'K' = data incorrect after control";
    StationRecord record =
        Text.read(
                "co2_alt.txt",
                wdcgg(
                    notes,
                    month(1, "392.11", "392.11", "4", "U -9"),
                    month(2, "393.11", "393.11", "4", "K -9")))
            .record();
    assertThat(record.co2(YearMonth.of(2010, 1))).hasValue(392.11);
    assertThat(record.co2(YearMonth.of(2010, 2))).isEmpty();
  }

  @Test
  void headerEntriesAndLinesMayStandInAnyOrder() {
    String[] months = new String[12];
    for (int m = 0; m < 12; m++) {
      months[m] = month(m + 1, "39" + m % 10 + ".5", "39" + m % 10 + ".5", "4", "1 1");
    }
    String text = wdcgg("", months);
    StationRecord expected = Text.read("co2_alt.txt", text).record();
    assertThat(expected.months()).hasSize(12);
    List<String> lines = text.lines().toList();
    for (int seed = 1; seed <= 10; seed++) {
      List<String> header = new ArrayList<>(lines.subList(0, 9));
      List<String> data = new ArrayList<>(lines.subList(11, lines.size()));
      data.addAll(data.subList(0, seed));
      Collections.shuffle(header, new Random(seed));
      Collections.shuffle(data, new Random(seed));
      header.addAll(lines.subList(9, 11));
      header.addAll(data);
      String end = seed % 2 == 0 ? "\r\n" : "\n";
      Reading reading =
          Text.read("co2_alt.txt", String.join(seed % 3 == 0 ? "  " + end : end, header));
      assertThat(reading.record()).isEqualTo(expected);
      assertThat(reading.repeated()).isEqualTo(seed);
    }
  }

  @Test
  void anotherUnitIsConvertedOrRefused() {
    String[] one = {month(1, "0.00039211", "0.00039211", "4", "1 1").replace(" 0.5 ", " 5e-7 ")};
    String text = wdcgg("", one);
    MonthlyMean mean =
        Text.read("co2_alt.txt", text.replace("units : ppm", "units : mol mol-1"))
            .record()
            .months()
            .get(0);
    assertThat(mean.co2()).isCloseTo(392.11, within(1e-9));
    assertThat(mean.standardDeviation()).isCloseTo(0.5, within(1e-9));
    assertThat(Text.read("co2_alt.txt", text.replace("units : ppm", "units : mol mol^-1")))
        .isNotNull();
    assertThatThrownBy(() -> Text.read("co2_alt.txt", text.replace(": ppm", ": furlongs")))
        .hasMessageContaining("furlongs");
    assertThatThrownBy(() -> Text.read("co2_alt.txt", text)).hasMessageContaining("implausible");
  }

  @Test
  void aLongitudeOf99DegreesWestIsNotMissing() {
    StationRecord record = Text.read("co2.txt", IN_SITU.replace("-156.611", "-99.0")).record();
    assertThat(record.place().lon()).isEqualTo(-99);
  }
}
