package org.ccdas.observe.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.forcing.CfForcing;
import org.ccdas.inputs.forcing.ClimatologyForcing;
import org.ccdas.inputs.forcing.ClimatologyVariables;
import org.ccdas.inputs.forcing.DailyForcing;
import org.ccdas.inputs.forcing.ForcingVariables;
import org.ccdas.inputs.forcing.MonthlyClimate;
import org.ccdas.inputs.forcing.SourceVariable;
import org.ccdas.inputs.forcing.WeatherGenerator;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.inputs.grid.LatLonGrid.Registration;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.netcdf.NetcdfOutput;
import org.ccdas.inputs.netcdf.OutputVariable;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.transport.BackgroundFluxes;
import org.ccdas.transport.BackgroundSource;
import org.ccdas.transport.TransportRegion;
import org.ccdas.transport.ZonalBox;

/**
 * One and the same content, written as different tools would: markers, packing, precision, units,
 * stamps, bounds, calendars and reference times are drawn. It must be read as the same weather,
 * fluxes, climate and observations. What is right is computed here, from the formulas of the
 * content.
 */
class ShuffledFilesTest {
  private static final double[] LATS = {41, 43, 45};
  private static final double[] LONS = {11, 13};
  private static final int GONE = 4;
  private static final LocalDate FIRST = LocalDate.of(2009, 12, 30);
  private static final int DAYS = 5;
  private static final List<Cell> CELLS =
      List.of(Cell.of(1, 43, 12, new LatLonBox(40, 46, 10, 14), List.of(9)));

  private Path folder;

  @BeforeTry
  void makeFolder() throws IOException {
    folder = Files.createTempDirectory("shuffled");
  }

  @AfterTry
  void removeFolder() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Where in its interval a value is stamped, and whether bounds say so. */
  enum Stamp {
    START(0, true),
    MIDDLE(0.5, true),
    END(1, true),
    FIRST_MOMENT(0, false),
    NOON(0.5, false);

    private final double share;
    private final boolean bounded;

    Stamp(double share, boolean bounded) {
      this.share = share;
      this.bounded = bounded;
    }
  }

  /** What tells that a value is missing. */
  enum Marker {
    FILL_VALUE,
    MISSING_VALUE,
    TEXT,
    RANGE,
    DEFAULT
  }

  /** How numbers are stored. */
  enum Storage {
    SHORT,
    INT,
    FLOAT,
    DOUBLE
  }

  /** How times are counted. */
  enum Clock {
    DAYS("days since 2009-11-01", 1, 0),
    HOURS("hours since 2009-11-01 06:00:00", 24, 6),
    SECONDS("seconds since 2009-11-01 01:00 +01:00", 86400, 0),
    MILLISECONDS("milliseconds since 2009-10-31T18:30:00-05:30", 86_400_000, 0),
    NANOSECONDS("nanoseconds since 2009-11-01", 8.64e13, 0);

    private final String units;
    private final double perDay;
    private final double hours;

    Clock(String units, double perDay, double hours) {
      this.units = units;
      this.perDay = perDay;
      this.hours = hours;
    }

    /** The number of a time, given in days since the start of November 2009, UTC. */
    double number(double days) {
      return (days - hours / 24) * perDay;
    }
  }

  private static void time(
      NetcdfOutput output, Clock clock, String calendar, Stamp stamp, double[] edges) {
    int count = edges.length - 1;
    double[] times = new double[count];
    double[] bounds = new double[2 * count];
    for (int i = 0; i < count; i++) {
      times[i] = clock.number(edges[i] + stamp.share * (edges[i + 1] - edges[i]));
      bounds[2 * i] = clock.number(edges[i]);
      bounds[2 * i + 1] = clock.number(edges[i + 1]);
    }
    output.dimension("time", count);
    OutputVariable axis =
        output
            .doubles("time", "time")
            .units(clock.units)
            .attribute("calendar", calendar)
            .values(times);
    if (stamp.bounded) {
      output.dimension("nv", 2);
      axis.attribute("bounds", "time_bnds");
      output.doubles("time_bnds", "time", "nv").values(bounds);
    }
  }

  private static void grid(NetcdfOutput output) {
    output.dimension("lat", LATS.length).dimension("lon", LONS.length);
    output.doubles("lat", "lat").units("degrees_north").values(LATS);
    output.doubles("lon", "lon").units("degrees_east").values(LONS);
  }

  /** Values from 0 to 100 with two decimals, of which the missing are NaN. */
  private static OutputVariable variable(
      NetcdfOutput output, String name, Storage storage, Marker marker, double[] values) {
    boolean whole = storage == Storage.SHORT || storage == Storage.INT;
    double gone =
        switch (marker) {
          case DEFAULT ->
              storage == Storage.SHORT
                  ? -32767
                  : storage == Storage.INT ? -2147483647 : 9.969209968386869e36;
          default -> -9999;
        };
    double[] stored = new double[values.length];
    for (int i = 0; i < stored.length; i++) {
      double number = whole ? Math.rint((values[i] - 50) / 0.01) : values[i];
      stored[i] = Double.isNaN(values[i]) ? gone : number;
    }
    String[] over = {"time", "lat", "lon"};
    OutputVariable variable =
        switch (storage) {
          case SHORT -> output.shorts(name, over);
          case INT -> output.ints(name, over);
          case FLOAT -> output.floats(name, over);
          case DOUBLE -> output.doubles(name, over);
        };
    variable.values(stored);
    if (whole) {
      variable.attribute("scale_factor", 0.01).attribute("add_offset", 50.0);
    }
    Number typed = storage == Storage.SHORT ? (Number) (short) -9999 : (Number) (-9999);
    return switch (marker) {
      case FILL_VALUE ->
          variable.attribute(
              "_FillValue",
              storage == Storage.FLOAT
                  ? (Number) (-9999f)
                  : storage == Storage.DOUBLE ? (Number) (-9999.0) : typed);
      case MISSING_VALUE -> variable.attribute("missing_value", typed);
      case TEXT -> variable.attribute("missing_value", "-9999.");
      // physical, of floating-point type, also beside whole numbers
      case RANGE -> variable.attribute("valid_min", -5f).attribute("valid_max", 105f);
      default -> variable;
    };
  }

  /** The content: what a day has at a point, 0 to 100. */
  private static double content(int day, int point) {
    return 20 + 3 * day + point;
  }

  private static double[] maps(int steps) {
    int points = LATS.length * LONS.length;
    double[] values = new double[steps * points];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % points == GONE ? Double.NaN : content(i / points, i % points);
    }
    return values;
  }

  /** The mean over the cell, by the sines of latitude. */
  private static double mean(int step) {
    double sum = 0;
    double weights = 0;
    for (int point = 0; point < LATS.length * LONS.length; point++) {
      double lat = LATS[point / LONS.length];
      double weight = Math.sin(Math.toRadians(lat + 1)) - Math.sin(Math.toRadians(lat - 1));
      if (point != GONE) {
        sum += weight * content(step, point);
        weights += weight;
      }
    }
    return sum / weights;
  }

  private static double[] dayEdges() {
    double[] edges = new double[DAYS + 1];
    for (int d = 0; d <= DAYS; d++) {
      // 30 December is day 59 from 1 November
      edges[d] = 59 + d;
    }
    return edges;
  }

  private Location write(NetcdfOutput output) throws IOException {
    Location file = Location.of(folder.resolve("f.nc"));
    output.write(file);
    return file;
  }

  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void weatherIsTheSame(
      @ForAll Stamp stamp,
      @ForAll Marker marker,
      @ForAll Storage storage,
      @ForAll Clock clock,
      @ForAll @IntRange(max = 2) int calendar)
      throws IOException {
    NetcdfOutput output = NetcdfOutput.titled("weather");
    time(
        output,
        clock,
        List.of("standard", "proleptic_gregorian", "noleap").get(calendar),
        stamp,
        dayEdges());
    grid(output);
    String[] celsius = {"degC", "C", "celsius", "degrees C", "Celsius"};
    variable(output, "tasmin", storage, marker, maps(DAYS)).units(celsius[clock.ordinal()]);
    variable(output, "tasmax", storage, marker, maps(DAYS)).units("deg_C");
    variable(output, "pr", storage, marker, maps(DAYS)).units("kg/m2/day");
    variable(output, "rsds", storage, marker, maps(DAYS)).units("Wm-2");
    CfForcing forcing = CfForcing.of(List.of(write(output)), ForcingVariables.cmip());
    assertThat(forcing.first()).isEqualTo(FIRST);
    assertThat(forcing.notes().isEmpty()).isEqualTo(stamp != Stamp.FIRST_MOMENT);
    DailyForcing weather = forcing.read(CELLS, FIRST, FIRST.plusDays(DAYS - 1));
    for (int d = 0; d < DAYS; d++) {
      assertThat((double) weather.tmin()[0][d]).isCloseTo(mean(d), within(1e-4));
      assertThat((double) weather.precipitation()[0][d]).isCloseTo(mean(d), within(1e-4));
      assertThat((double) weather.shortwave()[0][d]).isCloseTo(mean(d), within(1e-4));
    }
  }

  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void observationsAreTheSameFromDiskAndMemory(
      @ForAll Stamp stamp, @ForAll Marker marker, @ForAll Storage storage, @ForAll Clock clock)
      throws IOException {
    NetcdfOutput output = NetcdfOutput.titled("moisture");
    time(output, clock, "standard", stamp, dayEdges());
    grid(output);
    variable(output, "sm", storage, marker, maps(DAYS)).units("%");
    Location file = write(output);
    ObservedField observed =
        GriddedFiles.scan(List.of(file), new GriddedVariables("sm", "", 0.04, "m3 m-3", 0, 1))
            .read(CELLS, FIRST, FIRST.plusDays(DAYS - 1));
    assertThat(observed.intervals()).isEqualTo(DAYS);
    for (int d = 0; d < DAYS; d++) {
      assertThat(observed.from()[d]).isEqualTo(d);
      assertThat((double) observed.value()[0][d]).isCloseTo(mean(d) / 100, within(1e-6));
    }
    try (NetcdfInput disk = NetcdfInput.open(file);
        NetcdfInput memory = NetcdfInput.open("f.nc", Files.readAllBytes(folder.resolve("f.nc")))) {
      assertThat(memory.variable("sm").in("1").floats())
          .containsExactly(disk.variable("sm").in("1").floats());
    }
  }

  /** Edges of months, in days since 1 January 2008 of a calendar. */
  private static double[] monthEdges(String calendar, int first, int count) {
    double[] edges = new double[count + 1];
    for (int m = 0; m <= count; m++) {
      int month = first + m;
      edges[m] =
          switch (calendar) {
            case "360_day" -> 30.0 * month;
            case "noleap" ->
                365.0 * (month / 12) + LocalDate.of(2009, month % 12 + 1, 1).getDayOfYear() - 1;
            default ->
                YearMonth.of(2008, 1).plusMonths(month).atDay(1).toEpochDay()
                    - LocalDate.of(2008, 1, 1).toEpochDay();
          };
    }
    return edges;
  }

  private static void monthlyTime(
      NetcdfOutput output, String calendar, Stamp stamp, double[] edges, List<Integer> order) {
    int count = order.size();
    output.dimension("time", count);
    double[] times = new double[count];
    double[] bounds = new double[2 * count];
    for (int i = 0; i < count; i++) {
      double from = edges[order.get(i)];
      double to = edges[order.get(i) + 1];
      times[i] = from + stamp.share * (to - from);
      bounds[2 * i] = from;
      bounds[2 * i + 1] = to;
    }
    OutputVariable axis =
        output
            .doubles("time", "time")
            .units("days since 2008-01-01")
            .attribute("calendar", calendar)
            .values(times);
    if (stamp.bounded) {
      output.dimension("nv", 2);
      axis.attribute("bounds", "time_bnds");
      output.doubles("time_bnds", "time", "nv").values(bounds);
    }
  }

  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void fluxesAreTheSame(
      @ForAll Stamp stamp,
      @ForAll @IntRange(max = 2) int calendar,
      @ForAll @IntRange(max = 11) int first,
      @ForAll boolean northFirst,
      @ForAll boolean bounded,
      @ForAll @IntRange(max = 3) int order)
      throws IOException {
    String name = List.of("standard", "noleap", "360_day").get(calendar);
    int months = 36;
    int rows = 18;
    NetcdfOutput output = NetcdfOutput.titled("fluxes");
    double[] edges = monthEdges(name, first, months);
    monthlyTime(output, name, stamp, edges, IntStream.range(0, months).boxed().toList());
    output.dimension("lat", rows).dimension("lon", 1).dimension("two", 2);
    double[] south =
        IntStream.range(0, rows)
            .mapToDouble(row -> northFirst ? 80 - 10 * row : -90 + 10 * row)
            .toArray();
    // with bounds, coordinates may be edges
    OutputVariable lat = output.doubles("lat", "lat").units("degrees_north");
    lat.values(Arrays.stream(south).map(edge -> bounded ? edge : edge + 5).toArray());
    if (bounded) {
      lat.attribute("bounds", "lat_bnds");
      double[] bounds = new double[2 * rows];
      Arrays.setAll(bounds, i -> south[i / 2] + 10 * (i % 2));
      output.doubles("lat_bnds", "lat", "two").values(bounds);
    }
    // one longitude is left by cdo zonmean
    output.doubles("lon", "lon").units("degrees_east").values(0);
    List<String[]> orders =
        List.of(
            new String[] {"time", "lat"},
            new String[] {"lat", "time"},
            new String[] {"time", "lat", "lon"},
            new String[] {"lon", "lat", "time"});
    boolean timeFirst = order % 2 == 0;
    output
        .doubles("flux", orders.get(order))
        .units("PgC/yr/degree")
        // m PgC yr-1 in month m of the year in the north, half of it in the south
        .values(
            IntStream.range(0, rows * months)
                .mapToDouble(
                    i -> {
                      int month = timeFirst ? i / rows : i % months;
                      int row = timeFirst ? i % rows : i / months;
                      return ((first + month) % 12 + 1) / (south[row] < 0 ? 180.0 : 90.0);
                    })
                .toArray());
    Location file = write(output);
    List<TransportRegion> regions = ZonalBox.regions();
    BackgroundFluxes fluxes =
        BackgroundFluxes.read(
            List.of(
                new BackgroundSource(
                    "f", BackgroundSource.Kind.ZONAL, file.toString(), "flux", null)),
            regions,
            new MonthAxis(YearMonth.of(2009, 1), 12),
            Location.of(folder));
    double[] flux = fluxes.components().get(0).flux();
    double[] northern = new double[12];
    double[] southern = new double[12];
    for (int i = 0; i < flux.length; i++) {
      boolean isNorthern = regions.get(i / 12).box().south() >= 0;
      (isNorthern ? northern : southern)[i % 12] += flux[i] / 1e12;
    }
    for (int m = 0; m < 12; m++) {
      assertThat(northern[m]).isCloseTo(m + 1, within(1e-9));
      assertThat(southern[m]).isCloseTo(0.5 * (m + 1), within(1e-9));
    }
    assertThat(fluxes.notes().isEmpty()).isEqualTo(stamp != Stamp.FIRST_MOMENT);
  }

  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void climatesAreTheSame(
      @ForAll Stamp stamp,
      @ForAll Marker marker,
      @ForAll Storage storage,
      @ForAll @IntRange(max = 2) int calendar,
      @ForAll int seed)
      throws IOException {
    String name = List.of("standard", "noleap", "360_day").get(calendar);
    List<Integer> order = new ArrayList<>(IntStream.range(0, 12).boxed().toList());
    Collections.shuffle(order, new Random(seed));
    NetcdfOutput output = NetcdfOutput.titled("climate");
    monthlyTime(output, name, stamp, monthEdges(name, 0, 12), order);
    grid(output);
    double[] inOrder = maps(12);
    double[] shuffled = new double[inOrder.length];
    int points = LATS.length * LONS.length;
    for (int i = 0; i < shuffled.length; i++) {
      shuffled[i] = inOrder[order.get(i / points) * points + i % points];
    }
    variable(output, "temp", storage, marker, shuffled).units("Celsius");
    variable(output, "prec", storage, marker, shuffled).units("mm");
    variable(output, "sun", storage, marker, shuffled).units("%");
    MonthlyClimate climate =
        ClimatologyForcing.of(
                write(output),
                new ClimatologyVariables(
                    SourceVariable.named("temp"),
                    SourceVariable.named("prec"),
                    true,
                    SourceVariable.named("sun"),
                    Registration.CF),
                new WeatherGenerator(1, true))
            .climates(CELLS)
            .get(0);
    for (int m = 0; m < 12; m++) {
      assertThat(climate.temperature()[m]).isCloseTo(mean(m), within(1e-5));
      assertThat(climate.precipitation()[m]).isCloseTo(mean(m), within(1e-5));
      assertThat(climate.sunshine()[m]).isCloseTo(mean(m) / 100, within(1e-7));
    }
  }

  @Example
  void theContentHasAMissingPoint() {
    assertThat(maps(1)).contains(Double.NaN);
  }
}
