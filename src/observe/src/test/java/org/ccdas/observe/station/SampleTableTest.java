package org.ccdas.observe.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.ccdas.inputs.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that list samples. */
class SampleTableTest {
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

  private static Reading parse(String text) {
    return Text.read("co2.txt", text);
  }

  @Test
  void makesMonthlyMeansWithSpread() {
    Reading reading = parse(NEW);
    SampleCounts counts = reading.samples().orElseThrow();
    assertThat(counts).isEqualTo(new SampleCounts(8, 0, 1, 1, 1, 1));
    assertThat(counts.used()).isEqualTo(4);
    assertThat(reading.format()).isEqualTo(RecordFormat.NOAA_EVENT);
    assertThat(reading.leftOutByFlag()).isEqualTo("1 with flag .X., 1 with flag N..");
    StationRecord record = reading.record();
    assertThat(record.code()).isEqualTo("BRW");
    assertThat(record.place().lat()).isEqualTo(71.32);
    assertThat(record.months())
        .extracting(MonthlyMean::month)
        .containsExactly(YearMonth.of(2010, 1), YearMonth.of(2010, 2));
    MonthlyMean january = record.months().get(0);
    assertThat(january.samples()).isEqualTo(3);
    // of 390.0, 390.4, 391.4
    assertThat(january.co2()).isCloseTo(390.6, within(1e-12));
    assertThat(january.standardDeviation()).isCloseTo(Math.sqrt(0.52), within(1e-12));
    MonthlyMean february = record.months().get(1);
    assertThat(february.co2()).isEqualTo(392.0);
    assertThat(february.standardDeviation()).as("of one sample").isNaN();
    assertThat(record.sampling()).isEqualTo(SamplingType.FLASK);
  }

  @Test
  void commentsMayFollow() {
    assertThat(parse(NEW + "# end of the file\n").record()).isEqualTo(parse(NEW).record());
  }

  @Test
  void readsTheNamesOfOldFiles() {
    assertThat(parse(OLD).record().co2(YearMonth.of(2010, 1))).hasValue(390.0);
    assertThat(parse(OLD).record().place().elevation()).isEqualTo(16);
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
    "71.30 -156.60 16.0 ..P, 97.0 -156.60 16.0 ..P, line 5, There is no place at latitude 97.0",
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
    // mol mol-1 that the header does not declare
    assertThatThrownBy(() -> parse(OLD.replace("390.0", "3.9e-4")))
        .hasMessageContaining("1 outliers (values are within 200 to 600 ppm)")
        .hasMessageContaining("value:units");
  }

  private static final String EVENTS =
      """
      # header_lines : 4
      # dataset_parameter: co2
      # site_code: MLO
      site_code year month day hour minute second air_sample_container_id value value_unc latitude longitude altitude elevation intake_height event_number qcflag
      """;

  private static String event(int day, String container, double value, int number, String flag) {
    return String.format(
        Locale.ROOT,
        "MLO 2010 1 %d 20 0 0 %s %.2f 0.07 19.53 -155.58 3437.0 3397.0 40.0 %d %s%n",
        day,
        container,
        value,
        number,
        flag);
  }

  private static final String PAIR =
      event(5, "1001-99", 388.0, 1001, "...") + event(5, "1002-99", 388.4, 1002, "...");

  /** One event three times, one missing, one not of the background: four samples. */
  @Test
  void aRepeatedEventCountsOnce() {
    String once = event(12, "1003-99", 390, 1003, "...");
    String text =
        EVENTS
            + PAIR
            + once
            + once
            + once
            + event(19, "1004-99", -999.99, 1004, "*..")
            + event(26, "1005-99", 395, 1005, ".C.")
            + event(27, "1006-99", 389, 1006, "..P");
    Reading reading = Text.read("co2_mlo_surface-flask_1_ccgg_event.txt", text);
    MonthlyMean january = reading.record().months().get(0);
    // (388.0 + 388.4 + 390.0 + 389.0) / 4
    assertThat(january.co2()).isCloseTo(388.85, within(1e-10));
    assertThat(january.samples()).isEqualTo(4);
    // deviations -0.85 -0.45 1.15 0.15
    assertThat(january.standardDeviation())
        .isCloseTo(Math.sqrt((0.7225 + 0.2025 + 1.3225 + 0.0225) / 3), within(1e-10));
    assertThat(reading.samples()).contains(new SampleCounts(8, 2, 1, 0, 1, 0));
    assertThat(reading.notices())
        .containsExactly(
            "2 lines repeat another one and are counted once",
            "values left out by their flags: 1 with flag .C.");
    assertThat(reading.record().place()).isEqualTo(new RecordPlace(19.53, -155.58, 3397, 40));
  }

  @Test
  void twoValuesOfOneSampleAreRefused() {
    String other = event(5, "1002-99", 389.4, 1002, "...");
    assertThatThrownBy(() -> Text.read("co2.txt", EVENTS + PAIR + other))
        .isInstanceOfSatisfying(
            InputException.class, e -> assertThat(e.place()).isEqualTo("line 7"))
        .hasMessageContaining("The sample is that of line 6, with another value or flag");
    String flagged = event(5, "1002-99", 388.4, 1002, "*..");
    assertThatThrownBy(() -> Text.read("co2.txt", EVENTS + PAIR + flagged))
        .hasMessageContaining("line 6");
  }

  @Test
  void orderRepetitionBlanksAndLineEndsDoNotMatter() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      lines.add(event(1 + i / 3, 100 + i + "-99", 388 + 0.1 * (i % 7), 500 + i, "..."));
    }
    StationRecord expected =
        Text.read("co2_mlo_surface-flask.txt", EVENTS + String.join("", lines)).record();
    for (int seed = 1; seed <= 10; seed++) {
      List<String> shuffled = new ArrayList<>(lines);
      shuffled.addAll(lines.subList(0, 5 * seed));
      Collections.shuffle(shuffled, new Random(seed));
      String text = EVENTS + String.join(seed % 2 == 0 ? "\n" : "", shuffled);
      text = seed % 3 == 0 ? text.replace("\n", " \r\n").replace(" ", "  ") : text;
      Reading reading = Text.read("co2_mlo_surface-flask.txt", text);
      assertThat(reading.repeated()).isEqualTo(5 * seed);
      MonthlyMean mean = reading.record().months().get(0);
      assertThat(mean.samples()).isEqualTo(60);
      assertThat(mean.co2()).isCloseTo(expected.months().get(0).co2(), within(1e-9));
      assertThat(mean.standardDeviation())
          .isCloseTo(expected.months().get(0).standardDeviation(), within(1e-9));
      assertThat(reading.record().place()).isEqualTo(expected.place());
    }
  }

  /** Hours of an analyser: the mean of each day is a sample. */
  @Test
  void ofAnAnalyserDaysAreSamples() {
    StringBuilder text =
        new StringBuilder(
            """
            # header_lines : 4
            # dataset_project : tower-insitu
            # site_code : LEF
            site_code year month day hour value latitude longitude altitude qcflag
            """);
    // days 1 and 2 have 24 hours and 2 hours with means 400 and 403
    for (int hour = 0; hour < 24; hour++) {
      text.append(hour(1, hour, 400 + (hour % 2 == 0 ? 1 : -1), "..."));
    }
    text.append(hour(2, 3, 402, "..."));
    text.append(hour(2, 4, 404, "..."));
    text.append(hour(2, 5, 450, ".D."));
    Reading reading = Text.read("co2.txt", text.toString());
    MonthlyMean may = reading.record().months().get(0);
    assertThat(may.co2()).isCloseTo(401.5, within(1e-10));
    assertThat(may.samples()).isEqualTo(2);
    assertThat(may.standardDeviation()).isCloseTo(Math.sqrt(4.5), within(1e-10));
    assertThat(reading.record().sampling()).isEqualTo(SamplingType.IN_SITU);
    assertThatThrownBy(() -> Text.read("co2.txt", text + hour(2, 4, 405, "...")))
        .hasMessageContaining("The sample is that of line 30");
  }

  private static String hour(int day, int hour, int value, String flag) {
    return "LEF 2010 5 " + day + " " + hour + " " + value + " 45.95 -90.27 868 " + flag + "\n";
  }

  @Test
  void samplesOfAnAircraftOrAShipAreNoStation() {
    String aloft = NEW.replace("# site_name : Barrow", "# dataset_project : aircraft-pfp");
    assertThatThrownBy(() -> parse(aloft)).hasMessageContaining("aircraft-pfp, not of a station");
    String moving = NEW.replace("2010 1 19 20 391.4 0.1 71.32", "2010 1 19 20 391.4 0.1 11.32");
    assertThatThrownBy(() -> parse(moving)).hasMessageContaining("more than 5 degrees from 71.3 N");
  }
}
