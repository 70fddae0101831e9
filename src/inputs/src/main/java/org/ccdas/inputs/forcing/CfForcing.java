package org.ccdas.inputs.forcing;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.LatLonGrid.Registration;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.netcdf.NetcdfVariable;

/**
 * Daily weather from CF NetCDF files: one value a day over (time, lat, lon) in any order, or over
 * (time, cell) with latitude and longitude of the cells. Files may follow each other in time and
 * may each hold some of the variables; a calendar without leap days uses 28 February again on the
 * 29th. From a grid a cell takes the area-weighted mean of the valid values in it.
 *
 * <pre>{@code
 * Forcing forcing = CfForcing.of(files, ForcingVariables.cmip());
 * DailyForcing weather = forcing.read(cells, LocalDate.of(2009, 1, 1), LocalDate.of(2015, 12, 31));
 * }</pre>
 */
public final class CfForcing implements Forcing {
  private static final long serialVersionUID = 1L;

  private final ForcingFiles files;
  private final ForcingVariables variables;
  private final Registration registration;
  private final double reach;

  private CfForcing(
      ForcingFiles files, ForcingVariables variables, Registration registration, double reach) {
    this.files = files;
    this.variables = variables;
    this.registration = registration;
    this.reach = reach;
  }

  /** Looks through the files; they are read in the order of their names. */
  public static CfForcing of(List<Location> files, ForcingVariables variables) {
    return new CfForcing(
        ForcingFiles.scan(files, variables.names(), ForcingFiles.Step.DAY),
        variables,
        Registration.CF,
        0);
  }

  /**
   * The same, where a cell without any valid value takes the nearest valid grid point up to so many
   * degrees away; for coasts of land-only files.
   */
  public CfForcing withReach(double degrees) {
    return new CfForcing(files, variables, registration, degrees);
  }

  /** The same, where latitudes and longitudes of grids mean this. */
  public CfForcing registered(Registration meaning) {
    return new CfForcing(files, variables, meaning, reach);
  }

  /** First day that the files have of all variables. */
  public LocalDate first() {
    return files.first();
  }

  /** Last day that the files have of all variables. */
  public LocalDate last() {
    return files.last();
  }

  @Override
  public DailyForcing read(List<Cell> cells, LocalDate first, LocalDate last) {
    DailyForcing forcing = DailyForcing.empty(cells.size(), first, last);
    Possible temperature = Possible.TEMPERATURE;
    fill(variables.tmin(), v -> v.in("degC"), temperature, cells, forcing, forcing.tmin());
    fill(variables.tmax(), v -> v.in("degC"), temperature, cells, forcing, forcing.tmax());
    fill(
        variables.precipitation(),
        v -> v.asWaterDepthIn("mm d-1"),
        Possible.PRECIPITATION,
        cells,
        forcing,
        forcing.precipitation());
    fill(
        variables.shortwave(),
        v -> v.in("W m-2"),
        Possible.SHORTWAVE,
        cells,
        forcing,
        forcing.shortwave());
    ForcingCheck.apply(
        (variable, date) -> files.slots(variable, date, date).get(0).file(),
        variables,
        forcing,
        cells);
    return forcing;
  }

  @Override
  public List<String> notes() {
    return files.notes();
  }

  private void fill(
      SourceVariable source,
      UnaryOperator<NetcdfVariable> unit,
      Possible possible,
      List<Cell> cells,
      DailyForcing forcing,
      float[][] field) {
    List<ForcingFiles.Slot> slots = files.slots(source.name(), forcing.first(), forcing.last());
    int day = 0;
    while (day < slots.size()) {
      String file = slots.get(day).file();
      try (NetcdfInput input = NetcdfInput.open(Location.of(file))) {
        NetcdfVariable variable = unit.apply(source.in(input));
        CellSampler sampler = CellSampler.of(input, variable, registration, reach, cells);
        for (; day < slots.size() && slots.get(day).file().equals(file); day++) {
          String date = forcing.first().plusDays(day).toString();
          double[] values = sampler.at(slots.get(day).index(), possible, date);
          for (int c = 0; c < values.length; c++) {
            field[c][day] = (float) values[c];
          }
        }
      }
    }
  }
}
