package org.ccdas.observe.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.netcdf.NetcdfOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** NetCDF files as ObsPack and WDCGG lay them out. */
class NetcdfRecordsTest {
  @TempDir private Path folder;

  private record Sampled(LocalDateTime time, double ppm, String flag, int representative) {}

  private static Sampled sample(int day, int hour, double ppm, String flag, int representative) {
    return new Sampled(LocalDateTime.of(2015, 3, day, hour, 0), ppm, flag, representative);
  }

  private static double[] all(List<Sampled> samples, ToDoubleFunction<Sampled> number) {
    return samples.stream().mapToDouble(number).toArray();
  }

  /** An ObsPack file of BRW; single precision, as the real ones. */
  private Location obspack(String project, boolean components, List<Sampled> samples)
      throws IOException {
    int n = samples.size();
    NetcdfOutput output = NetcdfOutput.titled("obspack");
    output.attribute("site_code", "BRW");
    output.attribute("site_name", "Barrow");
    output.attribute("site_latitude", 71.323);
    output.attribute("site_longitude", -156.611);
    output.attribute("site_elevation", 11);
    output.attribute("dataset_parameter", "co2");
    output.attribute("dataset_project", project);
    output.attribute("dataset_calibration_scale", "WMO CO2 X2019");
    output.attribute("lab_1_abbr", "NOAA");
    output.attribute("obspack_name", "obspack_co2_1_TEST");
    output.dimension("obs", n).dimension("calendar_components", 6);
    output
        .floats("value", "obs")
        .units("mol mol-1")
        .attribute("_FillValue", -999.99f)
        .values(all(samples, s -> s.ppm() < 0 ? -999.99 : s.ppm() * 1e-6));
    output
        .doubles("time", "obs")
        .units("seconds since 1970-01-01T00:00:00Z")
        .values(all(samples, s -> s.time().toEpochSecond(ZoneOffset.UTC)));
    if (components) {
      double[] parts = new double[6 * n];
      for (int i = 0; i < n; i++) {
        LocalDateTime time = samples.get(i).time();
        parts[6 * i] = time.getYear();
        parts[6 * i + 1] = time.getMonthValue();
        parts[6 * i + 2] = time.getDayOfMonth();
        parts[6 * i + 3] = time.getHour();
      }
      output.ints("time_components", "obs", "calendar_components").values(parts);
    }
    output.floats("latitude", "obs").values(all(samples, s -> 71.5));
    output.floats("longitude", "obs").values(all(samples, s -> -156.5));
    output.floats("altitude", "obs").values(all(samples, s -> 28));
    output.floats("intake_height", "obs").values(all(samples, s -> 16));
    output.ints("obs_flag", "obs").values(all(samples, Sampled::representative));
    output.strings("qcflag", "obs", samples.stream().map(Sampled::flag).toList());
    Location file = Location.of(folder.resolve("co2_brw_" + project + "_1.nc"));
    output.write(file);
    return file;
  }

  private static Reading read(Location file) {
    return RecordFiles.read(file, RecordFormat.AUTO, Set.of());
  }

  private static final List<Sampled> FLASKS =
      List.of(
          sample(3, 20, 400.0, "...", 1),
          sample(3, 20, 400.6, "..P", 1),
          sample(17, 21, 401.4, "...", 1),
          sample(18, 21, 409.0, "N..", 1),
          sample(19, 21, 408.0, ".X.", 1),
          sample(20, 21, 407.0, "...", 0),
          sample(21, 21, -1, "...", 1));

  @Test
  void flasksOfObspack() throws IOException {
    for (boolean components : new boolean[] {true, false}) {
      Reading reading = read(obspack("surface-flask", components, FLASKS));
      assertThat(reading.format()).isEqualTo(RecordFormat.OBSPACK);
      StationRecord record = reading.record();
      assertThat(record.code()).isEqualTo("BRW");
      assertThat(record.name()).isEqualTo("Barrow");
      assertThat(record.contributor()).isEqualTo("NOAA");
      assertThat(record.scale()).isEqualTo("WMO CO2 X2019");
      assertThat(record.sampling()).isEqualTo(SamplingType.FLASK);
      assertThat(record.place()).isEqualTo(new RecordPlace(71.5, -156.5, 11, 16));
      assertThat(record.months()).hasSize(1);
      MonthlyMean march = record.months().get(0);
      assertThat(march.month()).isEqualTo(YearMonth.of(2015, 3));
      // (400.0 + 400.6 + 401.4) / 3, stored in single precision
      assertThat(march.co2()).isCloseTo(400.6666667, within(1e-4));
      assertThat(march.samples()).isEqualTo(3);
      assertThat(reading.samples()).contains(new SampleCounts(7, 0, 1, 1, 2, 0));
    }
  }

  @Test
  void hoursOfAnAnalyser() throws IOException {
    List<Sampled> hours = new ArrayList<>();
    for (int day = 1; day <= 28; day++) {
      for (int hour = 0; hour < 24; hour++) {
        hours.add(sample(day, hour, 400 + day % 2 + (hour % 2 == 0 ? 0.5 : -0.5), "...", 1));
      }
    }
    Reading reading = read(obspack("surface-insitu", true, hours));
    MonthlyMean march = reading.record().months().get(0);
    assertThat(reading.record().sampling()).isEqualTo(SamplingType.IN_SITU);
    // 14 days of 401 and 14 of 400: sd = 0.5 sqrt(28 / 27)
    assertThat(march.co2()).isCloseTo(400.5, within(1e-4));
    assertThat(march.samples()).isEqualTo(28);
    assertThat(march.standardDeviation()).isCloseTo(0.5 * Math.sqrt(28 / 27.0), within(1e-4));
    List<Sampled> shuffled = new ArrayList<>(hours);
    shuffled.addAll(hours.subList(100, 150));
    Collections.shuffle(shuffled, new Random(3));
    Reading other = read(obspack("tower-insitu", false, shuffled));
    assertThat(other.record().months().get(0).co2()).isCloseTo(march.co2(), within(1e-9));
    assertThat(other.samples()).contains(new SampleCounts(28 * 24 + 50, 50, 0, 0, 0, 0));
    hours.add(sample(5, 5, 390, "...", 1));
    Location contradiction = obspack("surface-insitu", true, hours);
    assertThatThrownBy(() -> read(contradiction))
        .hasMessageContaining("sample 672")
        .hasMessageContaining("sample 101");
  }

  @Test
  void unknownUnitsAndOtherFilesAreRefused() throws IOException {
    NetcdfOutput output = NetcdfOutput.titled("no unit").attribute("site_code", "BRW");
    output.dimension("obs", 2);
    output.doubles("value", "obs").values(400, 401);
    output.doubles("time", "obs").units("days since 2015-01-01").values(1, 2);
    output.ints("obs_num", "obs").values(1, 2);
    Location file = Location.of(folder.resolve("brw.nc"));
    output.write(file);
    assertThatThrownBy(() -> read(file)).hasMessageContaining("CO2 has no unit");
    NetcdfOutput other = NetcdfOutput.titled("a field");
    other.dimension("lat", 2);
    other.doubles("tas", "lat").values(1, 2);
    Location field = Location.of(folder.resolve("field.nc"));
    other.write(field);
    assertThatThrownBy(() -> read(field)).hasMessageContaining("There is no variable value");
  }

  /** WDCGG's NetCDF has the columns of its text as variables. */
  @Test
  void monthsOfWdcgg() throws IOException {
    NetcdfOutput output = NetcdfOutput.titled("wdcgg");
    output.attribute("dataset_name", "co2_mnm_surface-insitu_19_9999-9999_monthly");
    output.attribute("site_wdcgg_id", "MNM");
    output.attribute("site_name", "Minamitorishima");
    output.attribute("dataset_parameter", "CO2");
    output.dimension("time", 4);
    output
        .doubles("start_time", "time")
        .units("days since 2009-01-01 00:00:00")
        .values(0, 31, 59, 90);
    output.doubles("time", "time").units("days since 2009-01-01 00:00:00").values(31, 59, 90, 120);
    output.doubles("value", "time").units("ppm").values(388.1, 388.9, 399.0, -999.999);
    output.doubles("value_sd", "time").units("ppm").values(0.4, 0.5, 0.6, -999.999);
    output.ints("nvalue", "time").values(28, 27, 20, -9);
    output.ints("QCflag", "time").values(1, 2, 3, -9);
    for (String name : List.of("latitude", "longitude", "altitude")) {
      double value = name.equals("latitude") ? 24.28 : name.equals("longitude") ? 153.98 : 27.1;
      double[] values = new double[4];
      Arrays.fill(values, value);
      output.doubles(name, "time").values(values);
    }
    Location file = Location.of(folder.resolve("co2_mnm_monthly.nc"));
    output.write(file);
    Reading reading = read(file);
    StationRecord record = reading.record();
    assertThat(reading.format()).isEqualTo(RecordFormat.WDCGG);
    assertThat(record.code()).isEqualTo("MNM");
    assertThat(record.sampling()).isEqualTo(SamplingType.IN_SITU);
    assertThat(record.place()).isEqualTo(new RecordPlace(24.28, 153.98, 27.1, Double.NaN));
    assertThat(record.months())
        .extracting(MonthlyMean::month)
        .containsExactly(
            YearMonth.of(2009, 1),
            YearMonth.of(2009, 2),
            YearMonth.of(2009, 3),
            YearMonth.of(2009, 4));
    assertThat(record.months())
        .extracting(MonthlyMean::valid)
        .containsExactly(true, true, false, false);
    assertThat(record.months().get(1).samples()).isEqualTo(27);
    assertThat(record.months().get(1).standardDeviation()).isEqualTo(0.5);
    assertThat(reading.leftOutByFlag()).isEqualTo("1 with flag 3");
  }

  /** Months of a laboratory that says in CF's way what its flags mean; 1 is not WDCGG's 1. */
  @Test
  void flagMeaningsDecide() throws IOException {
    NetcdfOutput output = NetcdfOutput.titled("a laboratory");
    output.attribute("dataset_name", "co2_ryo_surface-insitu_monthly");
    output.attribute("site_wdcgg_id", "RYO");
    output.dimension("time", 3);
    output.doubles("time", "time").units("days since 2009-01-01").values(0, 31, 59);
    output.doubles("value", "time").units("ppm").values(388, 399, 389);
    output
        .ints("QCflag", "time")
        .attribute("flag_values", "0, 1, 2")
        .attribute("flag_meanings", "valid calibration_gas valid_after_correction")
        .values(0, 1, 2);
    output.doubles("latitude", "time").values(39, 39, 39);
    output.doubles("longitude", "time").values(142, 142, 142);
    Location file = Location.of(folder.resolve("co2_ryo_monthly.nc"));
    output.write(file);
    Reading reading = read(file);
    assertThat(reading.record().months())
        .extracting(MonthlyMean::valid)
        .containsExactly(true, false, true);
    assertThat(reading.leftOutByFlag()).isEqualTo("1 with flag 1");
    output = NetcdfOutput.titled("a laboratory").attribute("site_wdcgg_id", "RYO");
    output.dimension("time", 1);
    output.doubles("time", "time").units("days since 2009-01-01").values(0);
    output.doubles("value", "time").units("ppm").values(388);
    output
        .ints("QCflag", "time")
        .attribute("flag_values", "0, 1")
        .attribute("flag_meanings", "valid")
        .values(0);
    output.write(file);
    assertThatThrownBy(() -> read(file)).hasMessageContaining("2 flag_values and 1 flag_meanings");
  }
}
