package org.ccdas.observe.co2;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.netcdf.NetcdfOutput;
import org.ccdas.inputs.netcdf.OutputTime;
import org.ccdas.inputs.netcdf.OutputVariable;
import org.ccdas.inputs.station.Station;
import org.ccdas.inputs.time.MonthAxis;

/** {@code stations.nc}: monthly CO2 at the stations, observed, prior and posterior. */
final class StationsFile {
  /** What it holds. */
  static final String TITLE = "monthly CO2 at stations";

  private static final String STATION = "station";
  private static final String COORDINATES = "lat lon station_code";
  private static final String PPM = "1e-6";
  private static final String CO2 = "mole_fraction_of_carbon_dioxide_in_air";

  private StationsFile() {}

  /**
   * Writes the file.
   *
   * @param output titled, as {@link #TITLE} says
   * @param window months of the series
   */
  static void write(
      List<StationComparison> stations, MonthAxis window, NetcdfOutput output, Location path)
      throws IOException {
    output.attribute("featureType", "timeSeries");
    OutputTime.addMonthly(output, window);
    output.dimension(STATION, stations.size());
    output
        .strings(STATION + "_code", STATION, texts(stations, s -> s.station().code()))
        .longName("code of the station")
        .attribute("cf_role", "timeseries_id");
    output
        .strings(STATION + "_name", STATION, texts(stations, s -> s.station().name()))
        .standardName("platform_name")
        .longName("name of the station");
    place(output, stations, "lat", "latitude", "degrees_north", Station::lat);
    place(output, stations, "lon", "longitude", "degrees_east", Station::lon);
    // no vertical coordinate: CDO would take the stations for levels
    place(output, stations, "elevation", "surface_altitude", "m", Station::elevation)
        .attribute("coordinates", COORDINATES);
    output
        .ints("assimilated", STATION)
        .longName("whether the station is assimilated or only compared with")
        .flags("held_out", "assimilated")
        .attribute("coordinates", COORDINATES)
        .values(stations.stream().mapToDouble(s -> s.assimilated() ? 1 : 0).toArray());
    output
        .strings("label", STATION, texts(stations, s -> s.label().toString()))
        .longName("what the record is evidently made of: flask or in-situ");
    co2(output, stations, "co2_observed", "observed monthly mean", s -> s.observations().value())
        .attribute("ancillary_variables", "co2_sigma co2_assimilated");
    co2(
            output,
            stations,
            "co2_sigma",
            "standard deviation of the error of the observed monthly mean, transport error included",
            s -> s.observations().sigma())
        .standardName(CO2 + " standard_error");
    output
        .ints("co2_assimilated", "time", STATION)
        .longName("whether the monthly mean is assimilated; else it is held out or missing")
        .flags("held_out", "assimilated")
        .attribute("coordinates", COORDINATES)
        .values(assimilated(stations));
    co2(output, stations, "co2_prior", "modelled with the prior", StationComparison::prior);
    co2(
        output,
        stations,
        "co2_posterior",
        "modelled after assimilation",
        StationComparison::posterior);
    output.write(path);
  }

  private static double[] assimilated(List<StationComparison> stations) {
    int months = stations.get(0).prior().length;
    double[] flags = new double[months * stations.size()];
    for (int s = 0; s < stations.size(); s++) {
      for (int month : stations.get(s).used().months()) {
        flags[month * stations.size() + s] = 1;
      }
    }
    return flags;
  }

  private static List<String> texts(
      List<StationComparison> stations, Function<StationComparison, String> text) {
    return stations.stream().map(text).toList();
  }

  private static OutputVariable place(
      NetcdfOutput output,
      List<StationComparison> stations,
      String name,
      String standardName,
      String units,
      ToDoubleFunction<Station> value) {
    return output
        .doubles(name, STATION)
        .standardName(standardName)
        .longName(name + " of the station")
        .units(units)
        .values(stations.stream().map(StationComparison::station).mapToDouble(value).toArray());
  }

  private static OutputVariable co2(
      NetcdfOutput output,
      List<StationComparison> stations,
      String name,
      String longName,
      Function<StationComparison, double[]> series) {
    return output
        .doubles(name, "time", STATION)
        .mayBeMissing()
        .standardName(CO2)
        .longName("CO2 in dry air, " + longName)
        .units(PPM)
        .attribute("coordinates", COORDINATES)
        .attribute("cell_methods", "time: mean")
        .slabs(
            month ->
                stations.stream().mapToDouble(station -> series.apply(station)[month]).toArray());
  }
}
