package org.ccdas.observe.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/**
 * ObsPack as text: a made file in the form of those of GLOBALVIEWplus, with their header lines,
 * fill values of -1e+34, mole fractions in mol mol-1 and names of columns below the header.
 */
class ObspackTextTest {
  private static final String NAME = "co2_ryo_surface-flask_19_allvalid.txt";

  private static final String FILE =
      """
      # header_lines : 40
      # ------------------------------------------------------------->>>>
      # Product: obspack_co2_1_GLOBALVIEWplus_v8.0_2022-08-27
      #
      # Data Set: co2_ryo_surface-flask_19_allvalid
      #
      # obspack_description: This package is intended for inverse modeling and satellite validation
      # site_code : RYO
      # site_name : Ryori
      # site_country_flag : http://www.gml.noaa.gov/JAPA0001.GIF
      # site_latitude : 39.0319
      # site_longitude : 141.8222
      # site_elevation : -1e+34
      # site_utc2lst : 9.0
      # dataset_name : co2_ryo_surface-flask_19_allvalid
      # dataset_parameter : co2
      # dataset_project : surface-flask
      # dataset_platform : fixed
      # dataset_selection : All valid measurements
      # dataset_selection_tag : allvalid
      # dataset_calibration_scale : WMO CO2 X2019
      # dataset_data_frequency_unit : minute
      # lab_1_abbr : JMA
      # obspack_name : obspack_co2_1_GLOBALVIEWplus_v8.0_2022-08-27
      #
      # VARIABLE ATTRIBUTES
      #
      # time:units : seconds since 1970-01-01T00:00:00Z
      # value:_FillValue : -1e+34
      # value:units : mol mol-1
      # nvalue:_FillValue : -9
      # latitude:_FillValue : -1e+34
      # elevation:_FillValue : -1e+34
      # qcflag:comment : This quality control flag is provided by the contributing PIs.
      # obs_flag:_FillValue : -9
      # obs_flag:comment : Determined by data provider (1: large spatial scale representation; 0: local/regional influence).
      #
      # VARIABLE ORDER
      #
      year month day hour minute second time time_decimal value nvalue latitude longitude altitude elevation intake_height qcflag obs_flag obs_num obspack_num obspack_id
      2011 2 16 2 17 30 1297822650 2011.12 3.9250e-04 1 39.0319 141.8222 280.0 -1e+34 20.0 1 1 1 5536255 obspack_co2_1~co2_ryo~5536255
      2011 2 17 2 26 30 1297909590 2011.13 3.9350e-04 1 39.0319 141.8222 280.0 260.0 20.0 0 1 2 5536256 obspack_co2_1~co2_ryo~5536256
      2011 2 18 2 33 30 1297996410 2011.13 4.1000e-04 1 -1.0e+34 141.8222 280.0 260.0 20.0 1 0 3 5536257 obspack_co2_1~co2_ryo~5536257
      2011 2 19 2 40 30 1298083230 2011.13 -1e+34 -9 39.0319 141.8222 280.0 260.0 20.0 1 -9 4 5536258 obspack_co2_1~co2_ryo~5536258
      2011 3 1 2 40 30 1298947230 2011.16 3.9500e-04 1 39.0319 141.8222 280.0 -999.999 20.0 1 -9 5 5536259 obspack_co2_1~co2_ryo~5536259
      """;

  /** Numbers of the laboratory inform: invalid values were taken out before. */
  @Test
  void isRead() {
    Reading reading = Text.read(NAME, FILE);
    assertThat(reading.format()).isEqualTo(RecordFormat.OBSPACK);
    StationRecord record = reading.record();
    assertThat(record.code()).isEqualTo("RYO");
    assertThat(record.contributor()).isEqualTo("JMA");
    assertThat(record.sampling()).isEqualTo(SamplingType.FLASK);
    assertThat(record.scale()).isEqualTo("WMO CO2 X2019");
    assertThat(record.place()).isEqualTo(new RecordPlace(39.0319, 141.8222, 260, 20));
    assertThat(record.months())
        .extracting(MonthlyMean::month)
        .containsExactly(YearMonth.of(2011, 2), YearMonth.of(2011, 3));
    // (392.5 + 393.5) / 2; the third is local, the fourth missing
    assertThat(record.months().get(0).co2()).isCloseTo(393, within(1e-9));
    assertThat(record.months().get(0).samples()).isEqualTo(2);
    assertThat(record.months().get(1).co2()).isCloseTo(395, within(1e-9));
    assertThat(reading.samples()).contains(new SampleCounts(5, 0, 1, 0, 1, 0));
  }

  /** The third sample is local, which no quality flag says. */
  @Test
  void whatIsLocalIsNamedByItsOwnFlag() {
    assertThat(Text.read(NAME, FILE).leftOutByFlag()).isEqualTo("1 with obs_flag 0 (local air)");
  }

  /**
   * A line under another number of the database is the same air; with another value it is another
   * flask.
   */
  @Test
  void linesThatDifferInTheirNumbersOnlyCountOnce() {
    String first = FILE.lines().filter(line -> line.startsWith("2011 2 16")).findFirst().get();
    String again = first.replace("5536255", "5536999").replace(" 1 1 1 ", " 1 1 77 ");
    assertThat(again).isNotEqualTo(first);
    Reading repeated = Text.read(NAME, FILE + again + "\n");
    assertThat(repeated.samples()).contains(new SampleCounts(6, 1, 1, 0, 1, 0));
    // (392.5 + 393.5) / 2, not (392.5 + 392.5 + 393.5) / 3
    assertThat(repeated.record().months().get(0).co2()).isCloseTo(393, within(1e-9));
    Reading pair = Text.read(NAME, FILE + again.replace("3.9250e-04", "3.9310e-04") + "\n");
    // (392.5 + 393.1 + 393.5) / 3
    assertThat(pair.record().months().get(0).co2()).isCloseTo(393.0333333, within(1e-6));
    assertThat(pair.record().months().get(0).samples()).isEqualTo(3);
  }

  /** Of the header as of the lines. */
  @Test
  void placesThatAreNoneAreNamedWithTheirLine() {
    String elsewhere = FILE.replace(" 39.0319 141.8222", " -1e+34 141.8222");
    assertThat(Text.read(NAME, elsewhere).record().place().lat()).isEqualTo(39.0319);
    assertThatThrownBy(
            () -> Text.read(NAME, elsewhere.replace("latitude : 39.0319", "latitude : -156")))
        .hasMessageContaining("line 11")
        .hasMessageContaining("site_latitude -156");
    assertThatThrownBy(() -> Text.read(NAME, FILE.replace("141.8222 280.0 260", "403 280.0 260")))
        .hasMessageContaining("line 42")
        .hasMessageContaining("longitude 403");
  }

  /** A set of another selection may have values that its numbers reject. */
  @Test
  void numbersOfOtherSetsAreUnexplained() {
    assertThatThrownBy(() -> Text.read(NAME, FILE.replace("allvalid", "allhours")))
        .hasMessageContaining("with flag 1")
        .hasMessageContaining("acceptedFlags");
  }

  @Test
  void otherGasesAndAircraftAreRefused() {
    assertThatThrownBy(() -> Text.read(NAME, FILE.replace("parameter : co2", "parameter : ch4")))
        .hasMessageContaining("The file holds ch4");
    assertThatThrownBy(() -> Text.read(NAME, FILE.replace("surface-flask", "aircraft-flask")))
        .hasMessageContaining("not of a station");
  }
}
