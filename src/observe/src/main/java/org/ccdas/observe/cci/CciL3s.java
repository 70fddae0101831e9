package org.ccdas.observe.cci;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.grid.LatLonGrid;
import org.ccdas.inputs.netcdf.PackedFile;
import org.ccdas.inputs.netcdf.PackedVariable;
import org.ccdas.inputs.netcdf.TimeAxis;
import org.ccdas.observe.satellite.Criterion;
import org.ccdas.observe.satellite.FileIdentity;
import org.ccdas.observe.satellite.Layer;
import org.ccdas.observe.satellite.Overpass;
import org.ccdas.observe.satellite.ProductBytes;
import org.ccdas.observe.satellite.Retrievals;
import org.ccdas.observe.satellite.Screening;
import org.ccdas.observe.satellite.SoilMoistureProduct;

/**
 * Daily soil moisture of the ESA Climate Change Initiative, Level 3S, COMBINED and PASSIVE, in
 * volumetric units on a regular grid of 0.25 degree.
 */
public final class CciL3s implements SoilMoistureProduct {
  /** Name of the product. */
  public static final String NAME = "esa-cci-sm-l3s";

  /** Bit of snow cover or frozen ground, in {@link Layer#SCIENCE_FLAGS}. */
  public static final int SNOW_OR_FROZEN = 1;

  /** Bit of dense vegetation. */
  public static final int DENSE_VEGETATION = 2;

  /** All other bits: no convergence, and what later versions add. */
  public static final int OTHER = ~3;

  private static final Pattern FILE =
      Pattern.compile(
          "ESACCI-SOILMOISTURE-L3S-SS[MV]([VS])-([A-Z_]+)-(\\d{8})\\d{6}-fv(\\d+\\.\\d+)\\.nc");

  // 0 <= SM <= 1, 0 < error, no flag; a value without an error cannot be weighted
  private static final Screening SCREENING =
      new Screening(
          List.of(
              new Criterion.Range("range", Layer.SOIL_MOISTURE, 0, 1, true),
              new Criterion.Range("uncertainty", Layer.STANDARD_ERROR, Float.MIN_VALUE, 1, true),
              new Criterion.Range("acquisition-time", Layer.ACQUISITION_HOURS, -12, 36, false),
              new Criterion.Flags("snow-or-frozen", Layer.SCIENCE_FLAGS, SNOW_OR_FROZEN, true),
              new Criterion.Flags("dense-vegetation", Layer.SCIENCE_FLAGS, DENSE_VEGETATION, true),
              new Criterion.Flags("other-flag", Layer.SCIENCE_FLAGS, OTHER, true)));

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<FileIdentity> identify(String fileName) {
    Matcher name = FILE.matcher(fileName);
    if (!name.matches()) {
      return Optional.empty();
    }
    if (name.group(1).equals("S")) {
      throw new InputException(
          fileName,
          "",
          "holds degrees of saturation, not volumetric soil moisture",
          "Give the COMBINED or PASSIVE product");
    }
    try {
      LocalDate date = LocalDate.parse(name.group(3), DateTimeFormatter.BASIC_ISO_DATE);
      return Optional.of(
          new FileIdentity(NAME, date, Overpass.COMBINED, "v" + name.group(4) + " " + fileName));
    } catch (DateTimeException e) {
      throw new InputException(
          fileName, "", "has the impossible date " + name.group(3), "Correct the name", e);
    }
  }

  @Override
  public Screening screening() {
    return SCREENING;
  }

  @Override
  public Retrievals read(ProductBytes bytes, FileIdentity identity, Set<String> layers) {
    try (PackedFile file = PackedFile.open(bytes.name(), bytes.bytes())) {
      LatLonGrid grid = grid(file);
      checkDate(file, identity.date());
      Map<String, float[]> values = new LinkedHashMap<>();
      Map<String, int[]> flags = new LinkedHashMap<>();
      values.put(Layer.SOIL_MOISTURE, checked(file.variable("sm"), grid).in("m3 m-3").floats());
      values.put(
          Layer.STANDARD_ERROR,
          checked(file.variable("sm_uncertainty"), grid).in("m3 m-3").floats());
      if (layers.contains(Layer.SCIENCE_FLAGS)) {
        flags.put(Layer.SCIENCE_FLAGS, flags(checked(file.variable("flag"), grid)));
      }
      Optional<PackedVariable> times = file.find("t0");
      if (layers.contains(Layer.ACQUISITION_HOURS) && times.isPresent()) {
        values.put(Layer.ACQUISITION_HOURS, hours(checked(times.get(), grid), identity.date()));
      }
      return new Retrievals(bytes.name(), identity, grid, values, flags);
    }
  }

  private static LatLonGrid grid(PackedFile file) {
    PackedVariable lat = file.variable("lat");
    PackedVariable lon = file.variable("lon");
    if (lat.shape().length != 1
        || lon.shape().length != 1
        || lat.size() * lon.size() > 10_000_000) {
      throw lat.problem("and lon make no grid of daily maps", "Give the daily product", null);
    }
    double[] lats = lat.doubles();
    double[] lons = lon.doubles();
    try {
      return LatLonGrid.of(lats, lons, LatLonGrid.Registration.CENTRE);
    } catch (IllegalArgumentException e) {
      throw lat.problem(
          "and lon make no regular grid: " + e.getMessage(), "Give the daily product", e);
    }
  }

  private static void checkDate(PackedFile file, LocalDate date) {
    PackedVariable time = file.variable("time");
    try {
      TimeAxis axis =
          TimeAxis.decode(
              time.attribute("units").orElse(""),
              time.attribute("calendar").orElse(""),
              time.doubles());
      if (axis.size() != 1 || !axis.date(0).equals(date)) {
        throw time.problem(
            "says " + axis.times() + ", the name says " + date,
            "Check that the file is what its name says",
            null);
      }
    } catch (IllegalArgumentException e) {
      throw time.problem("is not read: " + e.getMessage(), "Get the file again", e);
    }
  }

  private static PackedVariable checked(PackedVariable variable, LatLonGrid grid) {
    int[] shape = variable.shape();
    int rank = shape.length;
    if (rank < 2
        || shape[rank - 2] != grid.rows()
        || shape[rank - 1] != grid.columns()
        || variable.size() != grid.size()) {
      throw variable.problem(
          "has the shape " + Arrays.toString(shape), "Give files of one day each", null);
    }
    return variable;
  }

  /**
   * The flags as bits. Version 2 numbers its classes (3 is "others"); later ones set bits. Which it
   * is follows from the meanings.
   */
  private static int[] flags(PackedVariable variable) {
    int[] flags = variable.bits();
    List<String> meanings =
        new ArrayList<>(
            List.of(variable.attribute("flag_meanings").orElse("").strip().split("\\s+")));
    double[] values = variable.numbers("flag_values");
    boolean classes =
        variable.numbers("flag_masks").length == 0
            && values.length == meanings.size()
            && values.length > 3
            && values[3] == 3
            && meanings.get(3).startsWith("others");
    for (int i = 0; classes && i < flags.length; i++) {
      if (flags[i] == 3) {
        flags[i] = 4;
      }
    }
    return flags;
  }

  /** Hours from the start of a day to each acquisition, by the units of the file. */
  private static float[] hours(PackedVariable variable, LocalDate date) {
    double[] times = variable.doubles();
    double start;
    double perUnit;
    try {
      String units = variable.attribute("units").orElse("");
      // two known times give the line from stored times to hours
      List<LocalDateTime> line = TimeAxis.decode(units, "", new double[] {0, 1}).times();
      perUnit = hoursFrom(line.get(0), line.get(1));
      start = hoursFrom(date.atStartOfDay(), line.get(0));
    } catch (IllegalArgumentException e) {
      throw variable.problem("is not read: " + e.getMessage(), "Get the file again", e);
    }
    float[] hours = new float[times.length];
    for (int i = 0; i < hours.length; i++) {
      hours[i] = (float) (start + perUnit * times[i]);
    }
    return hours;
  }

  private static double hoursFrom(LocalDateTime from, LocalDateTime to) {
    return java.time.Duration.between(from, to).toMillis() / 3.6e6;
  }
}
