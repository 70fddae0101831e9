package org.ccdas.inputs.forcing;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.netcdf.CfCoordinates;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.netcdf.NetcdfVariable;

/**
 * Daily weather generated from a gridded monthly climatology. A cell takes the area-weighted means
 * over its land: the grid points at which all three variables are valid. Such weather carries no
 * inter-annual signal.
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

  /**
   * The mean climates of cells.
   *
   * @throws InputException when a cell has none, or an impossible one
   */
  public List<MonthlyClimate> climates(List<Cell> cells) {
    double[][][] values = new double[3][cells.size()][MonthlyClimate.MONTHS];
    try (NetcdfInput input = NetcdfInput.open(Location.of(file))) {
      NetcdfVariable temperature = variables.temperature().in(input).in("degC");
      NetcdfVariable precipitation =
          variables
              .precipitation()
              .in(input)
              .asWaterDepthIn(variables.precipitationIsTotal() ? "mm" : "mm d-1");
      NetcdfVariable sunshine = variables.sunshine().in(input).in("1");
      CellSampler sampler =
          CellSampler.of(input, temperature, variables.registration(), reach, cells);
      for (int m = 0; m < MonthlyClimate.MONTHS; m++) {
        double[][] fields = {
          month(input, temperature, m), month(input, precipitation, m), month(input, sunshine, m)
        };
        keepWhereAllAreValid(fields, temperature);
        for (int v = 0; v < fields.length; v++) {
          double[] means = sampler.sample(fields[v]);
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

  private static double[] month(NetcdfInput input, NetcdfVariable variable, int month) {
    int time = CfCoordinates.of(input, variable).timeDimension();
    int[] shape = variable.shape();
    if (shape.length != 3 || time < 0 || shape[time] != MonthlyClimate.MONTHS) {
      throw variable.problem(
          "has the dimensions " + String.join(", ", variable.dimensions()),
          "Give it over 12 months, latitude and longitude",
          null);
    }
    int[] origin = new int[3];
    origin[time] = month;
    shape[time] = 1;
    return variable.read(origin, shape);
  }

  /** Files have sunshine over the sea too, which must not dilute that of the land. */
  private static void keepWhereAllAreValid(double[][] fields, NetcdfVariable variable) {
    if (fields[1].length != fields[0].length || fields[2].length != fields[0].length) {
      throw variable.problem("is on another grid than the others", "Regrid the file", null);
    }
    for (int i = 0; i < fields[0].length; i++) {
      if (Double.isNaN(fields[0][i] + fields[1][i] + fields[2][i])) {
        fields[0][i] = Double.NaN;
        fields[1][i] = Double.NaN;
        fields[2][i] = Double.NaN;
      }
    }
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
