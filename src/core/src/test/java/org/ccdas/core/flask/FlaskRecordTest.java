package org.ccdas.core.flask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlaskRecordTest {
  private static FlaskRecord record(String samplingType, int... samples) {
    List<FlaskMonth> months = new ArrayList<>();
    for (int i = 0; i < samples.length; i++) {
      months.add(new FlaskMonth(YearMonth.of(2010, 1).plusMonths(i), 390, samples[i], 0.5, "..."));
    }
    return new FlaskRecord("ABC", "", "", 0, 0, 0, "ppm", samplingType, "", months);
  }

  @Test
  void manySamplesAMonthAreNoFlasksWhateverIsDeclared() {
    assertThat(record("surface-flask", 27, 30, -1, 2).label())
        .isEqualTo(FlaskRecord.Label.CONTINUOUS);
    assertThat(record("surface-flask", 4, 8, 10).label()).isEqualTo(FlaskRecord.Label.FLASK);
    assertThat(record("surface-flask", -1, -1).label()).isEqualTo(FlaskRecord.Label.FLASK);
    assertThat(record("surface-flask", -1, -1).meanSamples()).isEmpty();
  }

  @Test
  void aDeclaredAnalyserIsContinuous() {
    assertThat(record("surface-INSITU", 5).label()).isEqualTo(FlaskRecord.Label.CONTINUOUS);
  }

  @Test
  void monthsMustRise() {
    FlaskMonth january = FlaskMonth.of(YearMonth.of(2010, 1), 390);
    assertThatThrownBy(
            () -> new FlaskRecord("ABC", "", "", 0, 0, 0, "ppm", "", "", List.of(january, january)))
        .hasMessageContaining("2010-01");
  }

  @Test
  void givesTheValueOfAMonth() {
    FlaskRecord record = record("surface-flask", 4, 4);
    assertThat(record.co2(YearMonth.of(2010, 2))).hasValue(390);
    assertThat(record.co2(YearMonth.of(2010, 3))).isEmpty();
  }

  @Test
  void countsValidMonthsBetweenDates() {
    FlaskRecord record = record("surface-flask", 4, 4, 4, 4);
    assertThat(record.validBetween(YearMonth.of(2010, 2), YearMonth.of(2010, 3))).isEqualTo(2);
    assertThat(record.validBetween(YearMonth.of(2011, 1), YearMonth.of(2011, 3))).isZero();
  }
}
