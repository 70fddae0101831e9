package org.ccdas.inputs.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.netcdf.NetcdfOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeatherPlanTest {
  private static final LocalDate DAY = LocalDate.of(2012, 2, 28);

  @TempDir Path folder;

  private static NetcdfOutput file(String units, String calendar, double... times) {
    NetcdfOutput output = NetcdfOutput.titled("test");
    output.dimension("time", times.length).dimension("lat", 2).dimension("lon", 3);
    output.doubles("time", "time").units(units).attribute("calendar", calendar).values(times);
    output.doubles("lat", "lat").units("degrees_north").values(10, 11);
    output.doubles("lon", "lon").units("degrees_east").values(0, 1, 2);
    return output;
  }

  private static void variable(NetcdfOutput output, String name, String unit, int times) {
    output
        .floats(name, "time", "lat", "lon")
        .units(unit)
        .slabs(
            t -> {
              double[] field = new double[6];
              Arrays.setAll(field, i -> 100 * t + i);
              return field;
            });
  }

  private Location write(NetcdfOutput output, String name) throws IOException {
    Location place = Location.of(folder.resolve(name));
    output.write(place);
    return place;
  }

  /** Hours 0 to 95 since the day before in a file of all that ERA5 gives. */
  private Location era5(String name, int from, int to) throws IOException {
    double[] times = IntStream.range(from, to).asDoubleStream().toArray();
    NetcdfOutput output = file("hours since 2012-02-27", "standard", times);
    variable(output, "t2m", "K", times.length);
    variable(output, "tp", "m", times.length);
    variable(output, "ssrd", "J m**-2", times.length);
    return write(output, name);
  }

  private static long hours(long seconds) {
    return (seconds - DAY.minusDays(1).atStartOfDay().toEpochSecond(ZoneOffset.UTC)) / 3600;
  }

  private static List<ReadTask> of(WeatherPlan plan, String name) {
    return plan.tasks().stream().filter(task -> task.name().equals(name)).toList();
  }

  @Test
  void everyStepIsReadOnceAndDuplicatesAreNamed() throws IOException {
    Location late = era5("b.nc", 40, 96);
    Location early = era5("a.nc", 0, 42);
    WeatherPlan plan =
        WeatherPlan.of(WeatherArchives.named("era5"), List.of(late, early), DAY, DAY);
    List<Long> starts = new ArrayList<>();
    of(plan, "tp").forEach(task -> Arrays.stream(task.starts()).forEach(s -> starts.add(hours(s))));
    // the amount of the hour that ends at the stamp
    assertThat(starts).containsExactlyElementsOf(LongStream.rangeClosed(-1, 72).boxed().toList());
    assertThat(plan.findings())
        .extracting(WeatherPlan.Finding::place)
        .contains("2012-02-28T16:00:00Z")
        .hasSize(6);
    assertThat(plan.findings().get(0).problem()).contains("a.nc").contains("b.nc");
    assertThat(plan.refused()).isZero();
  }

  @Test
  void badFilesAreQuarantinedAndMissingQuantitiesNamed() throws IOException {
    Path broken = folder.resolve("broken.nc");
    Files.writeString(broken, "no NetCDF");
    WeatherPlan plan =
        WeatherPlan.of(
            WeatherArchives.named("era5"),
            List.of(Location.of(broken), era5("a.nc", 0, 96)),
            DAY,
            DAY);
    assertThat(plan.refused()).isEqualTo(1);
    assertThat(plan.findings().get(0).consequence()).isEqualTo("quarantined");
    Location era5 = era5("a.nc", 0, 96);
    assertThatThrownBy(
            () -> WeatherPlan.of(WeatherArchives.named("crujra"), List.of(era5), DAY, DAY))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("tmin or tmp");
    assertThatThrownBy(
            () ->
                WeatherPlan.of(
                    WeatherArchives.named("era5"),
                    List.of(era5),
                    DAY.plusYears(1),
                    DAY.plusYears(1)))
        .hasMessageContaining("in the period");
  }

  @Test
  void aCalendarWithoutLeapDaysUsesThe28thAgain() throws IOException {
    NetcdfOutput output = file("days since 2012-02-27", "noleap", 0.5, 1.5, 2.5);
    for (String name : List.of("tasmin", "tasmax")) {
      variable(output, name, "degC", 3);
    }
    variable(output, "pr", "kg m-2 s-1", 3);
    variable(output, "rsds", "W m-2", 3);
    Location file = write(output, "noleap.nc");
    WeatherPlan plan =
        WeatherPlan.of(WeatherArchives.named("isimip"), List.of(file), DAY, DAY.plusDays(2));
    ReadTask task = of(plan, "pr").get(0);
    assertThat(Arrays.stream(task.starts()).map(s -> hours(s) / 24).toArray())
        .containsExactly(0, 1, 2, 3);
    assertThat(task.indices()).containsExactly(0, 1, 1, 2);
  }

  @Test
  void boundsOfTimeDecideWhereAStepLies() throws IOException {
    NetcdfOutput output = file("hours since 2012-02-28", "standard", 0, 3, 6);
    output.dimension("bnds", 2);
    output.doubles("time_bnds", "time", "bnds").values(0, 3, 3, 6, 6, 9);
    variable(output, "Tair_f_inst", "K", 3);
    variable(output, "Rainf_f_tavg", "kg m-2 s-1", 3);
    variable(output, "SWdown_f_tavg", "W m-2", 3);
    Location bare = write(output, "bare.nc");
    WeatherArchive gldas = WeatherArchives.named("gldas");
    ReadTask byStamp = of(WeatherPlan.of(gldas, List.of(bare), DAY, DAY), "Rainf_f_tavg").get(0);
    assertThat(Arrays.stream(byStamp.starts()).map(WeatherPlanTest::hours).toArray())
        .containsExactly(21, 24, 27);
    Path file = folder.resolve("bounds.nc");
    NetcdfOutput bounded = NetcdfOutput.titled("test");
    bounded.dimension("time", 3).dimension("lat", 2).dimension("lon", 3).dimension("bnds", 2);
    bounded
        .doubles("time", "time")
        .units("hours since 2012-02-28")
        .attribute("bounds", "time_bnds")
        .values(0, 3, 6);
    bounded.doubles("time_bnds", "time", "bnds").values(0, 3, 3, 6, 6, 9);
    bounded.doubles("lat", "lat").units("degrees_north").values(10, 11);
    bounded.doubles("lon", "lon").units("degrees_east").values(0, 1, 2);
    variable(bounded, "Tair_f_inst", "K", 3);
    variable(bounded, "Rainf_f_tavg", "kg m-2 s-1", 3);
    variable(bounded, "SWdown_f_tavg", "W m-2", 3);
    bounded.write(Location.of(file));
    WeatherPlan plan = WeatherPlan.of(gldas, List.of(Location.of(file)), DAY, DAY);
    assertThat(
            Arrays.stream(of(plan, "Rainf_f_tavg").get(0).starts())
                .map(WeatherPlanTest::hours)
                .toArray())
        .containsExactly(24, 27, 30);
  }

  @Test
  void fieldsAreReadInTheUnitsOfTheModelWithTheFirstValidVersion() throws IOException {
    NetcdfOutput output = NetcdfOutput.titled("final and preliminary");
    output.dimension("time", 2).dimension("expver", 2).dimension("lat", 2).dimension("lon", 3);
    output.doubles("time", "time").units("hours since 2012-02-28").values(12, 13);
    output.ints("expver", "expver").values(1, 5);
    output.doubles("lat", "lat").units("degrees_north").values(11, 10);
    output.doubles("lon", "lon").units("degrees_east").values(0, 1, 2);
    for (String name : List.of("t2m", "tp", "ssrd")) {
      output
          .floats(name, "time", "expver", "lat", "lon")
          .units(name.equals("t2m") ? "K" : name.equals("tp") ? "m" : "J m**-2")
          .attribute("_FillValue", -9.0f)
          .slabs(
              t -> {
                double[] slab = new double[12];
                // the first hour is final, the second preliminary
                Arrays.setAll(slab, i -> (i < 6) == (t == 0) ? 0.25 + t : -9);
                return slab;
              });
    }
    Location file = write(output, "expver.nc");
    WeatherArchive era5 = WeatherArchives.named("era5");
    WeatherPlan plan = WeatherPlan.of(era5, List.of(file), DAY, DAY);
    List<double[]> rain = new ArrayList<>();
    of(plan, "tp").get(0).read(era5, field -> rain.add(field.values()));
    // 0.25 m are 250 mm
    assertThat(rain.get(0)).containsOnly(250);
    assertThat(rain.get(1)).containsOnly(1250);
  }
}
