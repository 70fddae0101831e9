package org.ccdas.transport;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.netcdf.CfCoordinates;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.netcdf.NetcdfVariable;
import org.ccdas.inputs.netcdf.TimeAxis;

/**
 * A zonal monthly flux from NetCDF, PgC yr-1 per degree of latitude: the file's own months where a
 * year is complete, else its climatology over the complete years. The text of the unit may be
 * written for plots ({@code Pg C yr$^{-1}$ degree$^{-1}$}), which no units library reads.
 */
final class ZonalFluxFile implements FluxPattern {
  private static final String UNIT = "PgCyr-1degree-1";

  private final Map<YearMonth, double[]> own;
  private final double[][] climatology;

  private ZonalFluxFile(Map<YearMonth, double[]> own, double[][] climatology) {
    this.own = own;
    this.climatology = climatology;
  }

  static ZonalFluxFile read(Location path, String variableName, List<TransportRegion> regions) {
    try (NetcdfInput input = NetcdfInput.open(path)) {
      NetcdfVariable variable = input.variable(variableName);
      CfCoordinates coordinates = CfCoordinates.of(input, variable);
      int[] shape = variable.shape();
      if (shape.length != 2
          || coordinates.timeDimension() != 0
          || coordinates.latitudeDimension() != 1) {
        throw variable.problem(
            "has the dimensions " + String.join(", ", variable.dimensions()),
            "Give a variable over time and latitude",
            null);
      }
      if (!variable.unit().orElse("").replaceAll("[\\s$^{}]", "").equals(UNIT)) {
        throw variable.problem(
            "has the units \"" + variable.unit().orElse("") + "\"",
            "Give a flux in Pg C yr-1 degree-1",
            null);
      }
      double[] edges = edges(variable, coordinates.latitudes());
      double[] south = new double[shape[1]];
      double[] north = new double[shape[1]];
      for (int i = 0; i < shape[1]; i++) {
        south[i] = Math.min(edges[i], edges[i + 1]);
        north[i] = Math.max(edges[i], edges[i + 1]);
      }
      CellRegions overlap = CellRegions.ofBands(input.file(), south, north, regions);
      Map<YearMonth, double[]> months = months(variable, coordinates.times());
      months.replaceAll(
          (date, density) -> {
            double[] band = new double[density.length];
            for (int i = 0; i < band.length; i++) {
              // PgC yr-1 degree-1 times the degrees that the row stands for
              band[i] = density[i] * (north[i] - south[i]);
            }
            return overlap.toRegions(band, 1);
          });
      return of(input.file(), months, regions.size());
    }
  }

  private static ZonalFluxFile of(String file, Map<YearMonth, double[]> months, int regions) {
    int[] years =
        months.keySet().stream()
            .mapToInt(YearMonth::getYear)
            .distinct()
            .filter(year -> isComplete(months, year))
            .toArray();
    if (years.length == 0) {
      throw new InputException(
          file, "time", "No year has all twelve months", "Give at least one whole year");
    }
    double[][] climatology = new double[12][regions];
    Map<YearMonth, double[]> own = new HashMap<>();
    for (int year : years) {
      for (int month = 0; month < 12; month++) {
        double[] flux = months.get(YearMonth.of(year, month + 1));
        own.put(YearMonth.of(year, month + 1), flux);
        for (int region = 0; region < regions; region++) {
          climatology[month][region] += flux[region] / years.length;
        }
      }
    }
    return new ZonalFluxFile(own, climatology);
  }

  private static boolean isComplete(Map<YearMonth, double[]> months, int year) {
    for (int month = 1; month <= 12; month++) {
      if (!months.containsKey(YearMonth.of(year, month))) {
        return false;
      }
    }
    return true;
  }

  private static Map<YearMonth, double[]> months(NetcdfVariable variable, TimeAxis times) {
    double[] values = variable.read();
    int rows = values.length / times.size();
    Map<YearMonth, double[]> months = new HashMap<>();
    for (int t = 0; t < times.size(); t++) {
      double[] density = Arrays.copyOfRange(values, t * rows, (t + 1) * rows);
      for (double value : density) {
        if (!Double.isFinite(value)) {
          throw variable.problem(
              "has a missing value at " + times.date(t), "Give a flux at every latitude", null);
        }
      }
      if (months.put(YearMonth.from(times.date(t)), density) != null) {
        throw variable.problem(
            "has two times in " + YearMonth.from(times.date(t)), "Give monthly means", null);
      }
    }
    return months;
  }

  /** Edges half-way between the latitudes; the outermost at the poles. */
  private static double[] edges(NetcdfVariable variable, double[] lat) {
    int n = lat.length;
    double spacing = n > 1 ? lat[1] - lat[0] : 0;
    for (int i = 1; i < n; i++) {
      // negated, so that a NaN is caught as well
      if (!((lat[i] - lat[i - 1]) * spacing > 0)) {
        throw variable.problem(
            "has latitudes that neither rise nor fall", "Order the latitudes", null);
      }
    }
    double farthest = Math.min(Math.abs(lat[0]), Math.abs(lat[n - 1]));
    if (!(90 - farthest <= Math.abs(spacing) && lat[0] * lat[n - 1] < 0)) {
      throw variable.problem(
          "reaches only from " + lat[0] + " to " + lat[n - 1] + " degrees north",
          "Give rows from pole to pole",
          null);
    }
    double[] edges = new double[n + 1];
    edges[0] = -90 * Math.signum(spacing);
    edges[n] = 90 * Math.signum(spacing);
    for (int i = 1; i < n; i++) {
      edges[i] = (lat[i - 1] + lat[i]) / 2;
    }
    return edges;
  }

  @Override
  public double[] fluxes(YearMonth month) {
    return Optional.ofNullable(own.get(month))
        .orElse(climatology[month.getMonthValue() - 1])
        .clone();
  }
}
