package org.ccdas.transport;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.AxisOverlap;
import org.ccdas.inputs.grid.LatLonGrid.Registration;
import org.ccdas.inputs.grid.ZonalDensity;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.transport.surface.Spread;

/**
 * A zonal monthly flux from NetCDF, PgC yr-1 per degree of latitude: the file's own months where a
 * year is complete, else its climatology over the complete years.
 */
public final class ZonalFluxFile implements FluxPattern {
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
   * @param spread how the flux lies along circles of latitude
   * @throws InputException when the file has another form or unit
   */
  public static ZonalFluxFile read(
      Location path,
      String variableName,
      Registration registration,
      List<TransportRegion> regions,
      Spread spread) {
    try (NetcdfInput input = NetcdfInput.open(path)) {
      ZonalDensity density = ZonalDensity.read(input, variableName, registration);
      AxisOverlap.Intervals rows = density.rows();
      CellRegions overlap =
          CellRegions.ofBands(input.file(), rows.low(), rows.high(), regions, spread);
      Map<YearMonth, double[]> months = new HashMap<>();
      for (int t = 0; t < density.months().size(); t++) {
        int month = t;
        double[] band = new double[rows.low().length];
        Arrays.setAll(band, row -> density.flux(month, row));
        months.put(density.months().get(t), overlap.toRegions(band, 1));
      }
      return of(input.file(), months, regions.size(), density.notes());
    }
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

  @Override
  public List<String> notes() {
    return notes;
  }

  @Override
  public boolean hasOwn(YearMonth month) {
    return own.containsKey(month);
  }

  @Override
  public double[] fluxes(YearMonth month) {
    return Optional.ofNullable(own.get(month))
        .orElse(climatology[month.getMonthValue() - 1])
        .clone();
  }
}
