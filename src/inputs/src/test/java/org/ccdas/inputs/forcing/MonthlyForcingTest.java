package org.ccdas.inputs.forcing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.RealData;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.forcing.MonthlyVariables.Extra;
import org.ccdas.inputs.forcing.MonthlyVariables.LightKind;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.CellTable;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.inputs.grid.LatLonGrid.Registration;
import org.ccdas.inputs.netcdf.NetcdfOutput;
import org.ccdas.inputs.time.MonthAxis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonthlyForcingTest {
  private static final long SEED = 7;
  private static final MonthAxis THREE_YEARS =
      MonthAxis.of(YearMonth.of(2011, 1), YearMonth.of(2013, 12));

  /** Land at 10 to 14 and 16 to 18 degrees east; the point at 15 has no precipitation. */
  private static final Cell LAND = cell(1, 52, 12);

  private static final Cell COAST = cell(2, 52, 16);
  private static final Cell SEA = cell(3, 52, 20);

  @TempDir Path folder;

  private static Cell cell(int id, double lat, double lon) {
    return Cell.of(id, lat, lon, LatLonBox.around(lat, lon, 2, 2), List.of(9));
  }

  private static MonthlyVariables variables(Extra range, Extra wetDays) {
    return new MonthlyVariables(
        List.of(SourceVariable.named("tas")),
        SourceVariable.named("pr"),
        false,
        SourceVariable.named("rsds"),
        LightKind.SHORTWAVE,
        range,
        wetDays,
        Registration.CENTRE);
  }

  private static double temperature(int month) {
    return 8 - 10 * Math.cos(2 * Math.PI * (month % 12) / 12) + 0.5 * Math.sin(month);
  }

  private static double rate(int month) {
    return month % 12 == 7 ? 0 : 2 + Math.cos(month);
  }

  private static double light(int month) {
    return 120 - 90 * Math.cos(2 * Math.PI * (month % 12) / 12) + 4 * Math.sin(2.0 * month);
  }

  /** Months on a grid of one degree around the cells; K, kg m-2 s-1, W m-2; plus range and days. */
  private Location write(String name, MonthAxis months) throws IOException {
    NetcdfOutput output = NetcdfOutput.titled("test");
    output.dimension("time", months.count()).dimension("lat", 4).dimension("lon", 14);
    double[] times = new double[months.count()];
    for (int m = 0; m < times.length; m++) {
      times[m] = months.at(m).atDay(1).toEpochDay();
    }
    output.doubles("time", "time").units("days since 1970-01-01").values(times);
    output.doubles("lat", "lat").units("degrees_north").values(50.5, 51.5, 52.5, 53.5);
    double[] lons = new double[14];
    Arrays.setAll(lons, i -> 8.5 + i);
    output.doubles("lon", "lon").units("degrees_east").values(lons);
    int offset = THREE_YEARS.indexOf(months.first());
    field(output, "tas", "K", m -> 273.15 + temperature(offset + m), months.count(), -1);
    field(output, "pr", "kg m-2 s-1", m -> rate(offset + m) / 86400, months.count(), 6);
    field(output, "rsds", "W m-2", m -> light(offset + m), months.count(), -1);
    field(output, "dtr", "degC", m -> 9 + (offset + m) % 3, months.count(), -1);
    field(output, "wet", "d", m -> 10, months.count(), -1);
    Location file = Location.of(folder.resolve(name));
    output.write(file);
    return file;
  }

  private interface OfMonth {
    double value(int month);
  }

  private static void field(
      NetcdfOutput output, String name, String unit, OfMonth of, int months, int hole) {
    output
        .doubles(name, "time", "lat", "lon")
        .units(unit)
        .attribute("_FillValue", -9999.0)
        .slabs(
            m -> {
              double[] slab = new double[4 * 14];
              for (int i = 0; i < slab.length; i++) {
                int column = i % 14;
                // 8.5 to 17.5 east is land.
                slab[i] = column < 10 && column != hole ? of.value(m) : -9999;
              }
              return slab;
            });
  }

  private static double mean(float[] field, DailyForcing forcing, YearMonth month) {
    double sum = 0;
    int start = (int) (month.atDay(1).toEpochDay() - forcing.first().toEpochDay());
    for (int d = 0; d < month.lengthOfMonth(); d++) {
      sum += field[start + d];
    }
    return sum / month.lengthOfMonth();
  }

  private static DailyForcing read(MonthlyForcing forcing, Cell... cells) {
    return forcing.read(List.of(cells), LocalDate.of(2011, 1, 1), LocalDate.of(2013, 12, 31));
  }

  @Test
  void everyMonthKeepsItsMeans() throws IOException {
    Location file = write("all.nc", THREE_YEARS);
    MonthlyVariables variables =
        variables(
            new Extra(SourceVariable.named("dtr"), null, null),
            new Extra(SourceVariable.named("wet"), null, null));
    DailyForcing forcing = read(MonthlyForcing.of(List.of(file), variables, SEED), LAND);
    int wet = 0;
    for (int m = 0; m < 36; m++) {
      YearMonth month = THREE_YEARS.at(m);
      double low = mean(forcing.tmin()[0], forcing, month);
      double high = mean(forcing.tmax()[0], forcing, month);
      assertThat(0.5 * (low + high)).isCloseTo(temperature(m), within(1e-3));
      // dtr is given in degC, of which a difference is the same number of K.
      assertThat(high - low).isCloseTo(9 + m % 3, within(1e-3));
      assertThat(mean(forcing.precipitation()[0], forcing, month))
          .isCloseTo(rate(m), within(1e-6 * rate(m)));
      assertThat(mean(forcing.shortwave()[0], forcing, month))
          .isCloseTo(light(m), within(1e-6 * light(m)));
    }
    for (float amount : forcing.precipitation()[0]) {
      wet += amount > 0 ? 1 : 0;
    }
    // 10 days in each of 33 months; three Augusts are dry. Of 330 days the spread is some 20.
    assertThat(wet).isBetween(270, 390);
  }

  @Test
  void yearsWithTheSameMonthsAreTheSame() {
    int years = 4;
    MonthAxis months = new MonthAxis(YearMonth.of(2010, 1), 12 * years);
    double[] t = new double[12 * years];
    double[] p = new double[12 * years];
    double[] n = new double[12 * years];
    for (int m = 0; m < t.length; m++) {
      t[m] = temperature(m % 12);
      p[m] = rate(m % 12);
      n[m] = 0.5;
    }
    MonthlySeries series =
        new MonthlySeries(months, t, p, n, true, Optional.empty(), Optional.empty());
    DailyForcing forcing = DailyForcing.empty(1, months.firstDay(), months.lastDay());
    SeriesWeather.fill(forcing, 0, SEED, LAND, series);
    int leapYear = 2 * 365;
    for (int d = 0; d < 365; d++) {
      assertThat(forcing.precipitation()[0][365 + d]).isEqualTo(forcing.precipitation()[0][d]);
    }
    // What begins the series, and a longer February, fade by a factor of six a month.
    for (int d = 180; d < 365; d++) {
      assertThat(forcing.tmin()[0][365 + d]).isCloseTo(forcing.tmin()[0][d], within(0.02f));
      assertThat(forcing.tmin()[0][leapYear + 1 + d])
          .isCloseTo(forcing.tmin()[0][d], within(0.02f));
      assertThat(forcing.precipitation()[0][leapYear + 1 + d])
          .isEqualTo(forcing.precipitation()[0][d]);
    }
    // and the year is that of the climatology, whose curve closes to a circle of common years
    DailyForcing repeated =
        new WeatherGenerator(SEED, true)
            .generate(
                List.of(LAND),
                List.of(new MonthlyClimate(Arrays.copyOf(t, 12), totals(p), Arrays.copyOf(n, 12))),
                LocalDate.of(2011, 1, 1),
                LocalDate.of(2011, 12, 31));
    for (int d = 0; d < 365; d++) {
      assertThat(repeated.tmax()[0][d]).isCloseTo(forcing.tmax()[0][365 + d], within(0.02f));
      assertThat(repeated.shortwave()[0][d])
          .isCloseTo(forcing.shortwave()[0][365 + d], within(1e-3f));
      assertThat(repeated.precipitation()[0][d])
          .isCloseTo(forcing.precipitation()[0][365 + d], within(1e-4f));
    }
  }

  private static double[] totals(double[] rates) {
    double[] totals = new double[12];
    for (int m = 0; m < 12; m++) {
      totals[m] = rates[m] * YearMonth.of(2011, m + 1).lengthOfMonth();
    }
    return totals;
  }

  @Test
  void filesFollowEachOtherAndPeriodsAgree() throws IOException {
    Location whole = write("whole.nc", THREE_YEARS);
    Location early =
        write("x-early.nc", MonthAxis.of(YearMonth.of(2011, 1), YearMonth.of(2012, 7)));
    Location late = write("a-late.nc", MonthAxis.of(YearMonth.of(2012, 8), YearMonth.of(2013, 12)));
    MonthlyForcing one = MonthlyForcing.of(List.of(whole), variables(null, null), SEED);
    MonthlyForcing two = MonthlyForcing.of(List.of(early, late), variables(null, null), SEED);
    DailyForcing all = read(one, LAND);
    assertThat(read(two, LAND).tmin()).isDeepEqualTo(all.tmin());
    LocalDate day = LocalDate.of(2012, 6, 20);
    DailyForcing part = two.read(List.of(LAND), day, day.plusDays(20));
    int start = (int) (day.toEpochDay() - all.first().toEpochDay());
    for (int d = 0; d < part.days(); d++) {
      assertThat(part.tmin()[0][d]).isCloseTo(all.tmin()[0][start + d], within(1e-5f));
      assertThat(part.precipitation()[0][d]).isEqualTo(all.precipitation()[0][start + d]);
    }
  }

  @Test
  void coastTakesItsLandAndTheSeaTheNearest() throws IOException {
    Location file = write("w.nc", THREE_YEARS);
    MonthlyForcing forcing = MonthlyForcing.of(List.of(file), variables(null, null), SEED);
    assertThat(forcing.borrowing(List.of(LAND, COAST, SEA))).isEqualTo(1);
    // The land ends at 18 degrees east, so that the centre of its last point is 1.54 degrees off.
    YearMonth may = YearMonth.of(2012, 5);
    List<MonthlySeries> series = forcing.withReach(3).series(List.of(LAND, COAST, SEA), may, may);
    int m = THREE_YEARS.indexOf(may);
    for (MonthlySeries cell : series) {
      assertThat(cell.temperature()[cell.months().indexOf(may)])
          .isCloseTo(temperature(m), within(1e-9));
    }
    assertThatThrownBy(() -> forcing.withReach(1).series(List.of(SEA), may, may))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("tas, cell 3")
        .hasMessageContaining("no land");
  }

  @Test
  void refusesMonthsThatAreMissingOrTwice() throws IOException {
    Location early = write("early.nc", MonthAxis.of(YearMonth.of(2011, 1), YearMonth.of(2012, 7)));
    Location late = write("late.nc", MonthAxis.of(YearMonth.of(2012, 9), YearMonth.of(2013, 12)));
    Location twice = write("twice.nc", MonthAxis.of(YearMonth.of(2012, 7), YearMonth.of(2013, 12)));
    MonthlyForcing gap = MonthlyForcing.of(List.of(early, late), variables(null, null), SEED);
    assertThatThrownBy(() -> read(gap, LAND)).hasMessageContaining("there is no 2012-08");
    assertThatThrownBy(() -> MonthlyForcing.of(List.of(early, twice), variables(null, null), SEED))
        .hasMessageContaining("has 2012-07, which")
        .hasMessageContaining("early.nc has too");
    assertThatThrownBy(
            () -> gap.read(List.of(LAND), LocalDate.of(2010, 1, 1), LocalDate.of(2011, 1, 1)))
        .hasMessageContaining("2010-01 to 2011-01")
        .hasMessageContaining("2011-01 to 2013-12")
        .hasMessageContaining("repeat");
  }

  @Test
  void realMonthsOfGldasAreReadAsTheyAre() {
    String folder = "weather/gldas21_monthly/gldas21_noah10_monthly_";
    List<Location> files =
        List.of(
            Location.of(RealData.require(folder + "2012_2015.nc")),
            Location.of(RealData.require(folder + "2016_2022_core.nc")));
    MonthlyForcing forcing = MonthlyForcing.of(files, gldas(), SEED).withReach(5);
    assertThat(forcing.first()).isEqualTo(YearMonth.of(2012, 1));
    assertThat(forcing.last()).isEqualTo(YearMonth.of(2022, 12));
    CellTable table = CellTable.read(Location.of(RealData.require("land/grid_tm2.csv")));
    YearMonth first = YearMonth.of(2015, 1);
    List<MonthlySeries> series = forcing.series(table.cells(), first, YearMonth.of(2016, 12));
    double area = 0;
    double rain = 0;
    for (int c = 0; c < table.size(); c++) {
      MonthlySeries own = series.get(c);
      int start = own.months().indexOf(first);
      area += table.cells().get(c).area();
      for (int m = start; m < start + 24; m++) {
        rain += table.cells().get(c).area() * own.precipitation()[m] * own.months().days(m) / 2;
      }
    }
    // The source's own sum over land is 795 to 850 mm a year, with Greenland.
    assertThat(rain / area).isBetween(650.0, 900.0);
    // The corn belt in July: 1.65 mm a day in the drought of 2012, 4.6 in 2015.
    Cell corn = Cell.of(1, 41, -91, LatLonBox.around(41, -91, 6, 10), List.of(9));
    YearMonth july = YearMonth.of(2012, 7);
    MonthlySeries belt = forcing.series(List.of(corn), july, YearMonth.of(2015, 7)).get(0);
    assertThat(belt.precipitation()[belt.months().indexOf(july)]).isBetween(1.0, 2.3);
    assertThat(belt.precipitation()[belt.months().indexOf(YearMonth.of(2015, 7))])
        .isBetween(3.8, 5.4);
  }

  private static MonthlyVariables gldas() {
    return new MonthlyVariables(
        List.of(SourceVariable.named("Tair_f_inst")),
        SourceVariable.named("Rainf_f_tavg"),
        false,
        SourceVariable.named("SWdown_f_tavg"),
        LightKind.SHORTWAVE,
        null,
        null,
        Registration.CENTRE);
  }
}
