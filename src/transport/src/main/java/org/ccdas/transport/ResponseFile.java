package org.ccdas.transport;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.netcdf.NetcdfOutput;
import org.ccdas.inputs.netcdf.NetcdfVariable;
import org.ccdas.inputs.netcdf.TimeAxis;
import org.ccdas.inputs.time.MonthAxis;

/**
 * Transport responses as NetCDF files; the format is described in {@code
 * docs/transport-response.md}. Any stations, any regions, up to 48 lags; seasonal (twelve start
 * months that stand for every year) or dated.
 */
public final class ResponseFile {
  /** Global attribute {@code format} of such files. */
  public static final String FORMAT = "ccdas-transport-response";

  /** Global attribute {@code format_version} of files that this class writes and reads. */
  public static final int VERSION = 1;

  private static final String UNIT = "1e-6 common_year kg-1";
  private static final String YEARS = "common_year";
  private static final List<String> DIMENSIONS = List.of("station", "start", "lag", "region");
  private static final String SEE = "Write it as docs/transport-response.md describes";

  private ResponseFile() {}

  /** Writes a response; an existing file is replaced at once. */
  public static void write(Location file, Response response) throws IOException {
    List<Receptor> stations = response.receptors();
    List<TransportRegion> regions = response.regions();
    int starts = response.starts().count();
    NetcdfOutput output =
        NetcdfOutput.titled("Response of monthly mean CO2 at stations to monthly regional fluxes")
            .attribute("format", FORMAT)
            .attribute("format_version", VERSION)
            .attribute("source", response.source())
            .dimension("station", stations.size())
            .dimension("start", starts)
            .dimension("lag", response.lags())
            .dimension("region", regions.size());
    output
        .strings("station_code", "station", stations.stream().map(Receptor::code).toList())
        .longName("station code");
    ofStations(output, "station_lat", "degrees_north", stations, Receptor::lat);
    ofStations(output, "station_lon", "degrees_east", stations, Receptor::lon);
    ofStations(output, "station_elevation", "m", stations, Receptor::elevation);
    output
        .strings("region_name", "region", regions.stream().map(TransportRegion::name).toList())
        .longName("name of the flux region");
    ofRegions(output, "region_south", "degrees_north", regions, LatLonBox::south);
    ofRegions(output, "region_north", "degrees_north", regions, LatLonBox::north);
    ofRegions(output, "region_west", "degrees_east", regions, LatLonBox::west);
    ofRegions(output, "region_east", "degrees_east", regions, LatLonBox::east);
    addStarts(output, response.starts());
    double[] duration = new double[starts];
    for (int start = 0; start < starts; start++) {
      duration[start] = response.duration(start);
    }
    output
        .doubles("flux_duration", "start")
        .units(YEARS)
        .longName("time that the unit flux of the start month lasts")
        .values(duration);
    output
        .doubles("response", DIMENSIONS.toArray(String[]::new))
        .units(UNIT)
        .longName(
            "monthly mean CO2, lag months after the start month, of a carbon flux of 1 kg yr-1"
                + " that lasts the start month")
        .values(response.values());
    output.write(file);
  }

  private static void addStarts(NetcdfOutput output, StartMonths starts) {
    double[] values = new double[starts.count()];
    if (starts instanceof StartMonths.Dated dated) {
      for (int start = 0; start < values.length; start++) {
        values[start] = dated.months().at(start).atDay(1).toEpochDay();
      }
      output
          .doubles("start_time", "start")
          .units("days since 1970-01-01")
          .standardName("time")
          .longName("first day of the start month")
          .attribute("calendar", "standard")
          .values(values);
    } else {
      for (int start = 0; start < values.length; start++) {
        values[start] = start + 1;
      }
      output
          .ints("start_month", "start")
          .units("1")
          .longName("calendar month of the flux, of every year")
          .values(values);
    }
  }

  private static void ofStations(
      NetcdfOutput output,
      String name,
      String unit,
      List<Receptor> stations,
      ToDoubleFunction<Receptor> value) {
    output
        .doubles(name, "station")
        .units(unit)
        .values(stations.stream().mapToDouble(value).toArray());
  }

  private static void ofRegions(
      NetcdfOutput output,
      String name,
      String unit,
      List<TransportRegion> regions,
      ToDoubleFunction<LatLonBox> edge) {
    output
        .doubles(name, "region")
        .units(unit)
        .values(regions.stream().mapToDouble(region -> edge.applyAsDouble(region.box())).toArray());
  }

  /**
   * Reads a response.
   *
   * @throws InputException when the file is absent or damaged, of another version, or when a
   *     variable is missing, has other dimensions or units, or a value that is not finite
   */
  public static Response read(Location path) {
    try (NetcdfInput input = NetcdfInput.open(path)) {
      checkVersion(input);
      NetcdfVariable response = input.variable("response");
      if (!response.dimensions().equals(DIMENSIONS)) {
        throw response.problem(
            "has the dimensions " + String.join(", ", response.dimensions()),
            "Order them as " + String.join(", ", DIMENSIONS),
            null);
      }
      int lags = response.shape()[2];
      return new Response(
              input.file(),
              receptors(input),
              regions(input),
              starts(input),
              lags,
              input.variable("flux_duration").readAs(YEARS),
              response.readAs(UNIT))
          .storedIn(path.absolute().toString());
    }
  }

  private static void checkVersion(NetcdfInput input) {
    String format = input.attribute("format").orElse("missing");
    String version = input.attribute("format_version").orElse("missing");
    if (!format.equals(FORMAT) || !version.equals(Integer.toString(VERSION))) {
      throw new InputException(
          input.file(),
          "attributes format, format_version",
          "The format is " + format + " " + version + ", read is " + FORMAT + " " + VERSION,
          SEE);
    }
  }

  private static List<Receptor> receptors(NetcdfInput input) {
    List<String> codes = input.variable("station_code").readStrings();
    double[] lat = input.variable("station_lat").readAs("degrees_north");
    double[] lon = input.variable("station_lon").readAs("degrees_east");
    double[] elevation = input.variable("station_elevation").readAs("m");
    requireLength(input, "station", codes.size(), lat, lon, elevation);
    List<Receptor> receptors = new ArrayList<>();
    for (int s = 0; s < codes.size(); s++) {
      receptors.add(new Receptor(codes.get(s), lat[s], lon[s], elevation[s]));
    }
    return receptors;
  }

  private static List<TransportRegion> regions(NetcdfInput input) {
    List<String> names = input.variable("region_name").readStrings();
    double[] south = input.variable("region_south").readAs("degrees_north");
    double[] north = input.variable("region_north").readAs("degrees_north");
    double[] west = input.variable("region_west").readAs("degrees_east");
    double[] east = input.variable("region_east").readAs("degrees_east");
    requireLength(input, "region", names.size(), south, north, west, east);
    List<TransportRegion> regions = new ArrayList<>();
    for (int r = 0; r < names.size(); r++) {
      try {
        regions.add(
            new TransportRegion(names.get(r), new LatLonBox(south[r], north[r], west[r], east[r])));
      } catch (IllegalArgumentException e) {
        throw new InputException(
            input.file(),
            "region " + r + " (" + names.get(r) + ")",
            "The region is no box: " + e.getMessage(),
            "Give edges with south below north and west below east",
            e);
      }
    }
    return regions;
  }

  private static void requireLength(
      NetcdfInput input, String dimension, int length, double[]... arrays) {
    for (double[] array : arrays) {
      if (array.length != length) {
        throw new InputException(
            input.file(),
            "dimension " + dimension,
            "Its variables have " + length + " and " + array.length + " values",
            SEE);
      }
    }
  }

  private static StartMonths starts(NetcdfInput input) {
    if (input.find("start_time").isPresent()) {
      TimeAxis times = input.time("start_time");
      LocalDate first = times.date(0);
      MonthAxis months = new MonthAxis(YearMonth.from(first), times.size());
      for (int start = 0; start < times.size(); start++) {
        if (!times.date(start).equals(months.at(start).atDay(1))) {
          throw input
              .variable("start_time")
              .problem(
                  "has " + times.date(start) + " where " + months.at(start).atDay(1) + " should be",
                  "Give the first day of every month from the first to the last",
                  null);
        }
      }
      return new StartMonths.Dated(months);
    }
    double[] months = input.variable("start_month").read();
    for (int start = 0; start < Math.max(12, months.length); start++) {
      if (months.length != 12 || months[start] != start + 1) {
        throw input
            .variable("start_month")
            .problem("is not 1, 2, ... 12", "Give the twelve months, or start_time", null);
      }
    }
    return new StartMonths.Seasonal();
  }
}
