package org.ccdas.inputs.grid;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ccdas.inputs.grid.LatLonGrid.Registration;
import org.ccdas.inputs.netcdf.CfCoordinates;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.netcdf.NetcdfVariable;
import org.ccdas.inputs.netcdf.ReadingNote;
import org.ccdas.inputs.netcdf.TimeCells;

/**
 * A monthly flux per degree of latitude from NetCDF, over rows from pole to pole. The text of the
 * unit may be written for plots ({@code Pg C yr$^{-1}$ degree$^{-1}$}), which no units library
 * reads.
 *
 * @param months of the file, as they come
 * @param rows edges of the rows, degrees north
 * @param values [month][row], PgC yr-1 degree-1, all finite
 * @param notes what was taken for granted in reading
 */
public record ZonalDensity(
    List<YearMonth> months, AxisOverlap.Intervals rows, double[][] values, List<String> notes) {
  /** More than the land and the sea of a degree exchange with the air, PgC yr-1 degree-1. */
  private static final double MOST = 90;

  /**
   * Reads a variable over time and latitude, in either order.
   *
   * @param registration what the latitudes mean
   * @throws org.ccdas.inputs.InputException when it has another form or unit, a missing or an
   *     impossible value
   */
  public static ZonalDensity read(NetcdfInput input, String name, Registration registration) {
    NetcdfVariable variable = input.variable(name);
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
    TimeCells cells = TimeCells.of(input, variable);
    return new ZonalDensity(
        cells.months(),
        rows,
        values(variable, cells.months(), time < latitude),
        ReadingNote.told(cells.notes()));
  }

  /** Whether a unit is PgC yr-1 degree-1, however it is spelled. */
  private static boolean isUnit(String unit) {
    return unit.replaceAll("[\\s$^{}*.]", "")
        .toLowerCase(Locale.ROOT)
        .matches("(pg|gt)c(/(yr|year|a)|(yr|year|a)-1)(/deg(ree)?s?|deg(ree)?s?-1)");
  }

  /** Rows from pole to pole; what little the outermost lack, as on Gaussian grids, is theirs. */
  private static AxisOverlap.Intervals rows(NetcdfVariable variable, GridAxis axis) {
    try {
      return axis.fromPoleToPole();
    } catch (IllegalArgumentException e) {
      throw variable.problem(e.getMessage(), "Give rows from pole to pole", e);
    }
  }

  private static double[][] values(
      NetcdfVariable variable, List<YearMonth> months, boolean timeFirst) {
    double[] values = variable.read();
    int rows = values.length / months.size();
    List<double[]> densities = new ArrayList<>();
    for (int t = 0; t < months.size(); t++) {
      int at = t;
      double[] density = new double[rows];
      Arrays.setAll(density, i -> values[timeFirst ? at * rows + i : i * months.size() + at]);
      for (double value : density) {
        if (!Double.isFinite(value)) {
          throw variable.problem(
              "has a missing value at " + months.get(t), "Give a flux at every latitude", null);
        }
        if (Math.abs(value) > MOST) {
          throw variable.impossible(
              value, months.get(t).toString(), "fluxes are within -" + MOST + " to " + MOST);
        }
      }
      densities.add(density);
    }
    return densities.toArray(double[][]::new);
  }

  /** What a row exchanges in a month, PgC yr-1: the density times the degrees of the row. */
  public double flux(int month, int row) {
    return values[month][row] * (rows.high()[row] - rows.low()[row]);
  }

  /** What a row exchanges in a month within a band, of which it may have a part, PgC yr-1. */
  public double flux(int month, int row, double south, double north) {
    double degrees = Math.min(north, rows.high()[row]) - Math.max(south, rows.low()[row]);
    return values[month][row] * Math.max(0, degrees);
  }
}
