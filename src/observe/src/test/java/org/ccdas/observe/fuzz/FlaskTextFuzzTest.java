package org.ccdas.observe.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ccdas.observe.station.MonthlyMean;
import org.ccdas.observe.station.StationRecord;
import org.ccdas.observe.station.Text;

/** Flask files of every format, damaged in every way. */
class FlaskTextFuzzTest {
  private static final String SEED = "20100101";

  private static final String WDCGG =
      """
      REM01  EXPLANATORY 9-LINE FOR THE MONTHLY DATA
      REM02  FILENAME: co2_alt_surface-flask_monthly.txt
      REM03  STATION: Alert
      REM04  LATITUDE: 82 27' N
      REM05  LONGITUDE: 62 31' W
      REM06  ALTITUDE: 185 m
      REM07  UNIT: ppm
      REM08  M      CO2   V    ND      SD   F   RATIO_A   RATIO_B
      REM09        ppm
      2010 01 393.1 -99     4 0.4 -99  1.000000  0.000000
      2010 02 -9999999 -99     4 0.4 -99  1.000000  0.000000
      """;

  private static final String WDCGG_2018 =
      """
      # header_lines : 5
      # dataset_name: co2_alt_surface-flask_2_monthly
      # value:units : ppm
      # VARIABLE ORDER
      # site_wdcgg_id st_year st_month st_day st_hour value value_sd nvalue latitude longitude altitude QCflag
      ALT 2010 1 1 0 393.1 0.5 4 82.45 -62.51 195.0 1
      ALT 2010 2 1 0 -999.999 -999.999 -9 82.45 -62.51 195.0 3
      """;

  private static final String NOAA_MONTHLY =
      """
      # header_lines : 5
      # site_latitude : 53.326
      # site_longitude : -9.899
      # site_elevation : 5.0
      site year month value
      MHD 1991 6 356.58
      MHD 1991 7 -999.99
      """;

  private static final String NOAA_EVENT =
      """
      # number_of_header_lines: 2
      # data_fields: sample_site_code sample_year sample_month sample_day analysis_value analysis_flag sample_latitude sample_longitude sample_altitude
      BRW 2010 1 5 390.0 ... 71.3 -156.6 16.0
      BRW 2010 1 5 390.5 ... 71.3 -156.6 16.0
      BRW 2010 2 5 -999.99 *.. 71.3 -156.6 16.0
      """;

  private static final String SCRIPPS =
      """
      " Point Barrow, Alaska:   Latitude 71.3N Longitude 156.6W Elevation 11m "
        Yr, Mn,    Date,      Date,     CO2,seasonally,        fit,  seasonally,      CO2, seasonally
      2010, 01,   40193, 2010.0411,  393.30,    388.83,     393.44,      388.97,   393.30,    388.83
      2010, 02,   40224, 2010.1260,  -99.99,    -99.99,     393.78,      389.14,   393.78,    389.14
      """;

  @Provide
  Arbitrary<List<Damage>> damages() {
    return Damage.ofText();
  }

  @Property(tries = 600, seed = SEED)
  void wdcgg(@ForAll("damages") List<Damage> damages) {
    Refusal.refuses(() -> check(Text.read("co2", damaged(WDCGG, damages)).record()));
  }

  @Property(tries = 600, seed = SEED)
  void wdcggSince2018(@ForAll("damages") List<Damage> damages) {
    Refusal.refuses(() -> check(Text.read("co2", damaged(WDCGG_2018, damages)).record()));
  }

  @Property(tries = 600, seed = SEED)
  void noaaMonthly(@ForAll("damages") List<Damage> damages) {
    Refusal.refuses(() -> check(Text.read("co2", damaged(NOAA_MONTHLY, damages)).record()));
  }

  @Property(tries = 600, seed = SEED)
  void noaaEvent(@ForAll("damages") List<Damage> damages) {
    Refusal.refuses(() -> check(Text.read("co2", damaged(NOAA_EVENT, damages)).record()));
  }

  @Property(tries = 600, seed = SEED)
  void scripps(@ForAll("damages") List<Damage> damages) {
    Refusal.refuses(
        () -> check(Text.read("monthly_flask_co2_ptb.csv", damaged(SCRIPPS, damages)).record()));
  }

  @Property(tries = 300, seed = SEED)
  void anyBytes(@ForAll byte[] bytes) {
    assertThat(Refusal.refuses(() -> Text.read("monthly_flask_co2_ptb.csv", bytes))).isTrue();
  }

  /** What is read after all is a record that makes sense. */
  private static void check(StationRecord record) {
    assertThat(record.months()).isNotEmpty();
    for (MonthlyMean month : record.months()) {
      assertThat(month.month()).isBetween(YearMonth.of(1900, 1), YearMonth.of(2200, 12));
      assertThat(!month.valid() || month.co2() >= 200 && month.co2() <= 600).isTrue();
    }
  }

  private static byte[] damaged(String text, List<Damage> damages) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Damage.apply(damages, bytes, bytes.length);
  }
}
