package org.ccdas.inputs.forcing;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.GriddedField;
import org.ccdas.inputs.grid.LatLonGrid.Registration;
import org.ccdas.inputs.netcdf.CfCoordinates;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.netcdf.NetcdfVariable;
import org.ccdas.inputs.netcdf.ReadingNote;
import org.ccdas.inputs.netcdf.TimeCells;

/**
 * Daily weather generated from a gridded monthly climatology. A cell takes the area-weighted means
 * over its land: the grid points at which all three variables are valid, each on its own grid. Such
 * weather carries no inter-annual signal.
 */
public final class ClimatologyForcing implements Forcing {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final ClimatologyVariables variables;
  private final WeatherGenerator generator;
  private final double reach;

  private ClimatologyForcing(
      String file, ClimatologyVariables variables, WeatherGenerator generator, double reach) {
    this.file = file;
    this.variables = variables;
    this.generator = generator;
    this.reach = reach;
  }

  /** A forcing from this file, which is read when cells are asked for. */
  public static ClimatologyForcing of(
      Location file, ClimatologyVariables variables, WeatherGenerator generator) {
    return new ClimatologyForcing(file.toString(), variables, generator, 0);
  }

  /**
   * The same, where a cell without any land in the file takes the nearest land up to so many
   * degrees away.
   */
  public ClimatologyForcing withReach(double degrees) {
    return new ClimatologyForcing(file, variables, generator, degrees);
  }

  @Override
  public DailyForcing read(List<Cell> cells, LocalDate first, LocalDate last) {
    return generator.generate(cells, climates(cells), first, last);
  }

  @Override
  public List<String> notes() {
    List<ReadingNote> notes = new ArrayList<>();
    try (NetcdfInput input = NetcdfInput.open(Location.of(file))) {
      for (SourceVariable variable :
          List.of(variables.temperature(), variables.precipitation(), variables.sunshine())) {
        TimeCells cells = TimeCells.of(input, variable.in(input));
        cells.monthsOfYear();
        notes.addAll(cells.notes());
      }
    }
    return ReadingNote.told(notes);
  }

  /**
   * The mean climates of cells.
   *
   * @throws InputException when a cell has none, or an impossible one
   */
  public List<MonthlyClimate> climates(List<Cell> cells) {
    double[][][] values = new double[3][cells.size()][MonthlyClimate.MONTHS];
    try (NetcdfInput input = NetcdfInput.open(Location.of(file))) {
      List<GriddedField> fields =
          List.of(
              twelveMonths(input, variables.temperature().in(input).in("degC")),
              twelveMonths(
                  input,
                  variables
                      .precipitation()
                      .in(input)
                      .asWaterDepthIn(variables.precipitationIsTotal() ? "mm" : "mm d-1")),
              twelveMonths(input, variables.sunshine().in(input).in("1")));
      List<GridSampler> samplers =
          fields.stream().map(field -> new GridSampler(field, cells, reach)).toList();
      List<Possible> possible =
          List.of(
              Possible.TEMPERATURE,
              variables.precipitationIsTotal() ? Possible.MONTHLY_RAIN : Possible.PRECIPITATION,
              Possible.SHARE);
      int[][] places = new int[fields.size()][];
      for (int v = 0; v < places.length; v++) {
        places[v] = TimeCells.of(input, fields.get(v).variable()).monthsOfYear();
      }
      CommonLand land = CommonLand.of(fields.stream().map(GriddedField::grid).toList());
      for (int m = 0; m < MonthlyClimate.MONTHS; m++) {
        double[][] maps = new double[fields.size()][];
        for (int v = 0; v < maps.length; v++) {
          maps[v] = fields.get(v).at(places[v][m]);
          samplers.get(v).check(maps[v], possible.get(v), english(Month.of(m + 1)));
        }
        double[][] onLand = land.of(maps);
        for (int v = 0; v < maps.length; v++) {
          double[] means = samplers.get(v).sample(onLand[v]);
          for (int c = 0; c < means.length; c++) {
            values[v][c][m] = means[c];
          }
        }
      }
    }
    List<MonthlyClimate> climates = new ArrayList<>(cells.size());
    for (int c = 0; c < cells.size(); c++) {
      climates.add(climate(cells.get(c), values[0][c], values[1][c], values[2][c]));
    }
    return climates;
  }

  private static String english(Month month) {
    return month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private GriddedField twelveMonths(NetcdfInput input, NetcdfVariable variable) {
    return twelveMonths(input, variable, variables.registration());
  }

  /** The field of a variable that has twelve months. */
  static GriddedField twelveMonths(
      NetcdfInput input, NetcdfVariable variable, Registration registration) {
    int time = CfCoordinates.of(input, variable).timeDimension();
    int[] shape = variable.shape();
    if (time < 0 || shape[time] != MonthlyClimate.MONTHS) {
      throw variable.problem(
          "has the dimensions " + String.join(", ", variable.dimensions()),
          "Give it over 12 months, latitude and longitude",
          null);
    }
    return GriddedField.of(input, variable, registration);
  }

  private MonthlyClimate climate(
      Cell cell, double[] temperature, double[] precipitation, double[] sunshine) {
    for (int m = 0; m < MonthlyClimate.MONTHS; m++) {
      if (Double.isNaN(temperature[m])) {
        throw problem(cell, "has no land in the file in month " + (m + 1), null);
      }
      if (!variables.precipitationIsTotal()) {
        precipitation[m] *= Month.of(m + 1).minLength();
      }
      // Shares of 100 percent may exceed it by rounding.
      sunshine[m] = sunshine[m] > 1 && sunshine[m] < 1.001 ? 1 : sunshine[m];
    }
    try {
      return new MonthlyClimate(temperature, precipitation, sunshine);
    } catch (IllegalArgumentException e) {
      throw problem(cell, "is impossible: " + e.getMessage(), e);
    }
  }

  private InputException problem(Cell cell, String problem, Throwable cause) {
    return new InputException(
        file,
        "cell " + cell.id(),
        "the climate at " + cell.lat() + " north, " + cell.lon() + " east " + problem,
        cause == null
            ? "Allow the nearest land, or leave the cell out"
            : "Correct unit and scale of the variables in the configuration",
        cause);
  }
}
