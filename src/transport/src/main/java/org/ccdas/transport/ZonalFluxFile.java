package org.ccdas.transport;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.AxisOverlap;
import org.ccdas.inputs.grid.GridAxis;
import org.ccdas.inputs.grid.LatLonGrid;
import org.ccdas.inputs.grid.LatLonGrid.Registration;
import org.ccdas.inputs.netcdf.CfCoordinates;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.netcdf.NetcdfVariable;
import org.ccdas.inputs.netcdf.ReadingNote;
import org.ccdas.inputs.netcdf.TimeCells;

/**
 * A zonal monthly flux from NetCDF, PgC yr-1 per degree of latitude: the file's own months where a
 * year is complete, else its climatology over the complete years. The text of the unit may be
 * written for plots ({@code Pg C yr$^{-1}$ degree$^{-1}$}), which no units library reads.
 */
public final class ZonalFluxFile implements FluxPattern {
  /** More than the land and the sea of a degree exchange with the air, PgC yr-1 degree-1. */
  private static final double MOST = 90;

  private final Map<YearMonth, double[]> own;
  private final double[][] climatology;
  private final List<String> notes;

  private ZonalFluxFile(Map<YearMonth, double[]> own, double[][] climatology, List<String> notes) {
    this.own = own;
    this.climatology = climatology;
    this.notes = notes;
  }

  /**
   * Reads a variable over time and latitude.
   *
   * @param registration what the latitudes mean
   * @param regions whose fluxes {@link #fluxes} gives, PgC yr-1
   * @throws InputException when the file has another form or unit
   */
  public static ZonalFluxFile read(
      Location path,
      String variableName,
      Registration registration,
      List<TransportRegion> regions) {
    try (NetcdfInput input = NetcdfInput.open(path)) {
      NetcdfVariable variable = input.variable(variableName);
      CfCoordinates coordinates = CfCoordinates.of(input, variable);
      int[] shape = variable.shape();
      int time = coordinates.timeDimension();
      int latitude = coordinates.latitudeDimension();
      // one longitude may be left, as by cdo zonmean
      if (time == CfCoordinates.ABSENT
          || latitude == CfCoordinates.ABSENT
          || variable.size() != (long) shape[time] * shape[latitude]) {
        throw variable.problem(
            "has the dimensions " + String.join(", ", variable.dimensions()),
            "Give a variable over time and latitude",
            null);
      }
      if (!isUnit(variable.unit().orElse(""))) {
        throw variable.problem(
            "has the units \"" + variable.unit().orElse("") + "\"",
            "Give a flux in Pg C yr-1 degree-1",
            null);
      }
      AxisOverlap.Intervals rows = rows(variable, LatLonGrid.rows(coordinates, registration));
      double[] south = rows.low();
      double[] north = rows.high();
      CellRegions overlap = CellRegions.ofBands(input.file(), south, north, regions);
      TimeCells cells = TimeCells.of(input, variable);
      Map<YearMonth, double[]> months = months(variable, cells.months(), time < latitude);
      months.replaceAll(
          (date, density) -> {
            double[] band = new double[density.length];
            for (int i = 0; i < band.length; i++) {
              // PgC yr-1 degree-1 times the degrees that the row stands for
              band[i] = density[i] * (north[i] - south[i]);
            }
            return overlap.toRegions(band, 1);
          });
      return of(input.file(), months, regions.size(), ReadingNote.told(cells.notes()));
    }
  }

  /** Whether a unit is PgC yr-1 degree-1, however it is spelled. */
  private static boolean isUnit(String unit) {
    return unit.replaceAll("[\\s$^{}*.]", "")
        .toLowerCase(Locale.ROOT)
        .matches("(pg|gt)c(/(yr|year|a)|(yr|year|a)-1)(/deg(ree)?s?|deg(ree)?s?-1)");
  }

  private static ZonalFluxFile of(
      String file, Map<YearMonth, double[]> months, int regions, List<String> notes) {
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
    return new ZonalFluxFile(own, climatology, notes);
  }

  private static boolean isComplete(Map<YearMonth, double[]> months, int year) {
    for (int month = 1; month <= 12; month++) {
      if (!months.containsKey(YearMonth.of(year, month))) {
        return false;
      }
    }
    return true;
  }

  private static Map<YearMonth, double[]> months(
      NetcdfVariable variable, List<YearMonth> times, boolean timeFirst) {
    double[] values = variable.read();
    int rows = values.length / times.size();
    Map<YearMonth, double[]> months = new HashMap<>();
    for (int t = 0; t < times.size(); t++) {
      double[] density = new double[rows];
      for (int i = 0; i < rows; i++) {
        density[i] = values[timeFirst ? t * rows + i : i * times.size() + t];
      }
      for (double value : density) {
        if (!Double.isFinite(value)) {
          throw variable.problem(
              "has a missing value at " + times.get(t), "Give a flux at every latitude", null);
        }
        if (Math.abs(value) > MOST) {
          throw variable.impossible(
              value, times.get(t).toString(), "fluxes are within -" + MOST + " to " + MOST);
        }
      }
      months.put(times.get(t), density);
    }
    return months;
  }

  /** Rows from pole to pole; what little the outermost lack, as on Gaussian grids, is theirs. */
  private static AxisOverlap.Intervals rows(NetcdfVariable variable, GridAxis axis) {
    try {
      return axis.fromPoleToPole();
    } catch (IllegalArgumentException e) {
      throw variable.problem(e.getMessage(), "Give rows from pole to pole", e);
    }
  }

  @Override
  public List<String> notes() {
    return notes;
  }

  @Override
  public double[] fluxes(YearMonth month) {
    return Optional.ofNullable(own.get(month))
        .orElse(climatology[month.getMonthValue() - 1])
        .clone();
  }
}
