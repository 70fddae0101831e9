package org.ccdas.inputs.forcing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.LatLonBox;
import org.junit.jupiter.api.Test;

class WeatherGeneratorTest {
  private static final WeatherGenerator GENERATOR = new WeatherGenerator(7, false);
  private static final LocalDate FIRST = LocalDate.of(2010, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2012, 12, 31);

  private static final Cell BOREAL = cell(1, 61);
  private static final Cell TROPICS = cell(2, -3);
  private static final Cell DESERT = cell(3, 25);
  private static final List<Cell> CELLS = List.of(BOREAL, TROPICS, DESERT);
  private static final List<MonthlyClimate> CLIMATES =
      List.of(
          climate(
              new double[] {-25, -22, -14, -3, 6, 13, 17, 14, 7, -2, -14, -22},
              new double[] {20, 15, 18, 22, 40, 60, 75, 70, 55, 40, 30, 25},
              new double[] {.1, .3, .4, .45, .5, .5, .5, .45, .35, .2, .1, .05}),
          climate(
              new double[] {26, 26, 26, 26, 26, 26, 26, 27, 27, 27, 27, 26},
              new double[] {260, 280, 310, 300, 260, 110, 80, 60, 80, 120, 170, 220},
              new double[] {.35, .3, .3, .35, .45, .6, .65, .7, .6, .55, .45, .4}),
          climate(
              new double[] {12, 15, 19, 24, 28, 32, 33, 33, 30, 25, 19, 14},
              new double[] {2, 1, 1, 0, 0, 0, 0, 0.5, 0, 0.2, 1, 2},
              new double[] {.8, .8, .8, .85, .9, .95, .95, .95, .9, .85, .8, .8}));

  private static Cell cell(int id, double lat) {
    return Cell.of(id, lat, 10, LatLonBox.around(lat, 10, 2, 2), List.of(9));
  }

  private static MonthlyClimate climate(double[] t, double[] p, double[] n) {
    return new MonthlyClimate(t, p, n);
  }

  private static int index(DailyForcing forcing, LocalDate date) {
    return (int) ChronoUnit.DAYS.between(forcing.first(), date);
  }

  private static double sum(float[] field, DailyForcing forcing, YearMonth month) {
    double sum = 0;
    for (int d = 0; d < month.lengthOfMonth(); d++) {
      sum += field[index(forcing, month.atDay(1)) + d];
    }
    return sum;
  }

  private static double mean(float[] field, DailyForcing forcing, YearMonth month) {
    return sum(field, forcing, month) / month.lengthOfMonth();
  }

  @Test
  void keepsMonthlyPrecipitationAndTemperature() {
    DailyForcing forcing = GENERATOR.generate(CELLS, CLIMATES, FIRST, LAST);
    for (int c = 0; c < 3; c++) {
      for (YearMonth m = YearMonth.of(2010, 1); m.getYear() < 2013; m = m.plusMonths(1)) {
        int month = m.getMonthValue() - 1;
        double total = CLIMATES.get(c).precipitation()[month];
        assertThat(sum(forcing.precipitation()[c], forcing, m))
            .isCloseTo(total, within(1e-6 * total));
        double temperature =
            0.5 * (mean(forcing.tmin()[c], forcing, m) + mean(forcing.tmax()[c], forcing, m));
        assertThat(temperature).isCloseTo(CLIMATES.get(c).temperature()[month], within(1e-3));
      }
    }
  }

  @Test
  void keepsMonthlyRadiationBelowAClearSky() {
    DailyForcing forcing = GENERATOR.generate(CELLS, CLIMATES, FIRST, LAST);
    for (int c = 0; c < 3; c++) {
      double lat = CELLS.get(c).lat();
      double[] sunshine = MeanPreservingCurve.daily(CLIMATES.get(c).sunshine(), false);
      for (YearMonth m = YearMonth.of(2010, 1); m.getYear() < 2011; m = m.plusMonths(1)) {
        double expected = 0;
        for (int d = 1; d <= m.lengthOfMonth(); d++) {
          int dayOfYear = m.atDay(d).getDayOfYear();
          double top = TopOfAtmosphere.dailyMean(lat, dayOfYear);
          double n = Math.max(0, Math.min(1, sunshine[dayOfYear - 1]));
          expected += (0.25 + 0.5 * n) * top / m.lengthOfMonth();
          assertThat((double) forcing.shortwave()[c][index(forcing, m.atDay(d))])
              .isLessThanOrEqualTo(0.7501 * top);
        }
        assertThat(mean(forcing.shortwave()[c], forcing, m))
            .isCloseTo(expected, within(1e-5 * expected));
      }
    }
  }

  @Test
  void wetDaysAreDarkerAndHaveASmallerRange() {
    DailyForcing forcing = GENERATOR.generate(CELLS, CLIMATES, FIRST, LAST);
    double[] light = new double[2];
    double[] range = new double[2];
    int[] count = new int[2];
    for (int year = 2010; year <= 2012; year++) {
      int start = index(forcing, LocalDate.of(year, 7, 1));
      for (int d = start; d < start + 31; d++) {
        int wet = forcing.precipitation()[0][d] > 0 ? 1 : 0;
        light[wet] += forcing.shortwave()[0][d];
        range[wet] += forcing.tmax()[0][d] - forcing.tmin()[0][d];
        count[wet]++;
      }
    }
    assertThat(count[0]).isGreaterThan(10);
    assertThat(count[1]).isGreaterThan(10);
    assertThat(light[1] / count[1]).isLessThan(0.85 * light[0] / count[0]);
    assertThat(range[1] / count[1]).isLessThan(0.95 * range[0] / count[0]);
  }

  @Test
  void monthsJoinAsSmoothlyAsDaysWithin() {
    LocalDate last = LocalDate.of(2109, 12, 31);
    DailyForcing forcing = GENERATOR.generate(List.of(BOREAL), CLIMATES.subList(0, 1), FIRST, last);
    double atBorder = 0;
    int borders = 0;
    double within = 0;
    int inside = 0;
    for (int d = 1; d < forcing.days(); d++) {
      double step =
          0.5
              * (forcing.tmin()[0][d]
                  + forcing.tmax()[0][d]
                  - forcing.tmin()[0][d - 1]
                  - forcing.tmax()[0][d - 1]);
      if (forcing.first().plusDays(d).getDayOfMonth() == 1) {
        atBorder += step * step;
        borders++;
      } else {
        within += step * step;
        inside++;
      }
    }
    assertThat(borders).isEqualTo(1199);
    assertThat(Math.sqrt(atBorder / borders))
        .isBetween(0.9 * Math.sqrt(within / inside), 1.1 * Math.sqrt(within / inside));
  }

  @Test
  void dependsOnKeyOnlyNotOnPeriodOrCompany() {
    DailyForcing whole = GENERATOR.generate(CELLS, CLIMATES, FIRST, LAST);
    LocalDate day = LocalDate.of(2011, 7, 14);
    DailyForcing alone =
        GENERATOR.generate(List.of(TROPICS), CLIMATES.subList(1, 2), day, day.plusDays(40));
    for (int d = 0; d < alone.days(); d++) {
      int index = index(whole, day) + d;
      assertThat(alone.tmin()[0][d]).isEqualTo(whole.tmin()[1][index]);
      assertThat(alone.precipitation()[0][d]).isEqualTo(whole.precipitation()[1][index]);
      assertThat(alone.shortwave()[0][d]).isEqualTo(whole.shortwave()[1][index]);
    }
    DailyForcing other = new WeatherGenerator(8, false).generate(CELLS, CLIMATES, FIRST, LAST);
    assertThat(other.precipitation()[1]).isNotEqualTo(whole.precipitation()[1]);
    assertThat(Arrays.copyOf(whole.tmin()[1], 365))
        .isNotEqualTo(Arrays.copyOfRange(whole.tmin()[1], 365, 730));
  }

  @Test
  void repeatedYearIsTheSameEveryYear() {
    DailyForcing forcing = new WeatherGenerator(7, true).generate(CELLS, CLIMATES, FIRST, LAST);
    for (int c = 0; c < 3; c++) {
      for (float[] field : List.of(forcing.tmin()[c], forcing.precipitation()[c])) {
        for (int d = 0; d < 365; d++) {
          LocalDate date = FIRST.plusDays(d);
          assertThat(field[index(forcing, date.withYear(2011))]).isEqualTo(field[d]);
          assertThat(field[index(forcing, date.withYear(2012))]).isEqualTo(field[d]);
        }
        assertThat(field[index(forcing, LocalDate.of(2012, 2, 29))])
            .isEqualTo(field[index(forcing, LocalDate.of(2012, 2, 28))]);
      }
    }
    YearMonth may = YearMonth.of(2011, 5);
    assertThat(sum(forcing.precipitation()[1], forcing, may)).isCloseTo(260, within(2.6e-4));
  }

  @Test
  void isTheSameOnEveryMachine() {
    DailyForcing forcing = GENERATOR.generate(CELLS, CLIMATES, FIRST, LAST);
    CRC32 crc = new CRC32();
    for (float[][] field :
        List.of(forcing.tmin(), forcing.tmax(), forcing.precipitation(), forcing.shortwave())) {
      for (float[] cell : field) {
        for (float value : cell) {
          int bits = Float.floatToIntBits(value);
          crc.update(
              new byte[] {
                (byte) (bits >> 24), (byte) (bits >> 16), (byte) (bits >> 8), (byte) bits
              });
        }
      }
    }
    // Frozen: a change means that all experiments on generated weather change with it.
    assertThat(String.format(Locale.ROOT, "%08x", crc.getValue())).isEqualTo("226d2b03");
  }

  @Test
  void contrastKeepsTheSumAndTheLimit() {
    double[] rain = {1, 0, 2, 3, 4};
    double[] values = {10, 10, 10, 10, 10};
    WetAndDry.contrast(values, 0, rain, 0.75, 1.3);
    assertThat(Arrays.stream(values).sum()).isCloseTo(50, within(1e-12));
    assertThat(values[1]).isCloseTo(13, within(1e-12));
    assertThat(values[0]).isCloseTo(37.0 / 4, within(1e-12));
    double[] free = {10, 10, 10};
    WetAndDry.contrast(free, 0, new double[] {1, 0, 0}, 0.75, 2);
    assertThat(free[0]).isCloseTo(7.5, within(1e-12));
    assertThat(free[1]).isCloseTo(11.25, within(1e-12));
    double[] allWet = {1, 2};
    WetAndDry.contrast(allWet, 0, new double[] {1, 1}, 0.75, 2);
    assertThat(allWet).containsExactly(1, 2);
  }

  @Test
  void refusesImpossibleClimates() {
    double[] twelve = new double[12];
    double[] bad = new double[12];
    bad[4] = 215;
    assertThatThrownBy(() -> new MonthlyClimate(bad, twelve, twelve))
        .hasMessageContaining("temperature of month 5 is 215.0 degC");
    assertThatThrownBy(() -> new MonthlyClimate(twelve, twelve, bad))
        .hasMessageContaining("sunshine of month 5");
    assertThatThrownBy(() -> new MonthlyClimate(twelve, new double[11], twelve))
        .hasMessageContaining("11 months");
    assertThatThrownBy(() -> GENERATOR.generate(CELLS, List.of(), FIRST, LAST))
        .hasMessageContaining("0 climates");
  }
}
