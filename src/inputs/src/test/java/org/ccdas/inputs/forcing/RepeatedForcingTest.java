package org.ccdas.inputs.forcing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.LatLonBox;
import org.junit.jupiter.api.Test;

class RepeatedForcingTest {
  private static final List<Cell> CELLS =
      List.of(Cell.of(1, 50, 10, LatLonBox.around(50, 10, 2, 2), List.of(9)));

  /** Weather whose every number is the day since 2012-01-01, from which on alone it exists. */
  private static DailyForcing counted(List<Cell> cells, LocalDate first, LocalDate last) {
    assertThat(first).isAfterOrEqualTo(LocalDate.of(2012, 1, 1));
    DailyForcing forcing = DailyForcing.empty(cells.size(), first, last);
    for (float[][] field :
        List.of(forcing.tmin(), forcing.tmax(), forcing.precipitation(), forcing.shortwave())) {
      for (int d = 0; d < forcing.days(); d++) {
        field[0][d] = first.plusDays(d).toEpochDay() - LocalDate.of(2012, 1, 1).toEpochDay();
      }
    }
    return forcing;
  }

  private static float at(DailyForcing forcing, String date) {
    return forcing
        .shortwave()[0][(int) (LocalDate.parse(date).toEpochDay() - forcing.first().toEpochDay())];
  }

  @Test
  void lastRepeatedYearEndsWhereTheWeatherBegins() {
    RepeatedForcing forcing =
        RepeatedForcing.before(RepeatedForcingTest::counted, LocalDate.of(2012, 1, 1), 2012, 2013);
    DailyForcing weather =
        forcing.read(CELLS, LocalDate.of(2007, 7, 1), LocalDate.of(2012, 12, 31));
    // 2011, 2009 and 2007 have 2013, which begins on day 366; 2010 and 2008 have 2012.
    assertThat(at(weather, "2011-12-31")).isEqualTo(366 + 364);
    assertThat(at(weather, "2011-01-01")).isEqualTo(366);
    assertThat(at(weather, "2010-12-31")).isEqualTo(365);
    assertThat(at(weather, "2010-01-01")).isEqualTo(0);
    assertThat(at(weather, "2007-07-01")).isEqualTo(366 + 181);
    // 2010 has no leap day, 2008 has that of 2012
    assertThat(at(weather, "2010-03-01")).isEqualTo(60);
    assertThat(at(weather, "2008-02-29")).isEqualTo(59);
    // and from the start on the weather itself
    assertThat(at(weather, "2012-01-01")).isEqualTo(0);
    assertThat(at(weather, "2012-12-31")).isEqualTo(365);
    assertThat(weather.tmin()).isDeepEqualTo(weather.tmax());
  }

  @Test
  void leapDayOfACommonYearHasThe28th() {
    RepeatedForcing forcing =
        RepeatedForcing.before(RepeatedForcingTest::counted, LocalDate.of(2017, 1, 1), 2013, 2013);
    assertThat(forcing.source(LocalDate.of(2016, 2, 29))).isEqualTo(LocalDate.of(2013, 2, 28));
    assertThat(forcing.source(LocalDate.of(2016, 3, 1))).isEqualTo(LocalDate.of(2013, 3, 1));
  }

  @Test
  void yearsCountFromAStartInTheMiddleOfAYear() {
    RepeatedForcing forcing =
        RepeatedForcing.before(RepeatedForcingTest::counted, LocalDate.of(2012, 7, 1), 2012, 2013);
    assertThat(forcing.source(LocalDate.of(2012, 6, 30))).isEqualTo(LocalDate.of(2014, 6, 30));
    assertThat(forcing.source(LocalDate.of(2011, 7, 1))).isEqualTo(LocalDate.of(2013, 7, 1));
    assertThat(forcing.source(LocalDate.of(2011, 6, 30))).isEqualTo(LocalDate.of(2013, 6, 30));
    assertThat(forcing.source(LocalDate.of(2010, 7, 1))).isEqualTo(LocalDate.of(2012, 7, 1));
  }
}
