package org.ccdas.transport.proof;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.inputs.grid.LatLonGrid.Registration;
import org.ccdas.inputs.station.Station;
import org.ccdas.inputs.station.StationTable;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.transport.CarbonUnits;
import org.ccdas.transport.FluxPattern;
import org.ccdas.transport.TransportRegion;
import org.ccdas.transport.ZonalFluxFile;
import org.ccdas.transport.surface.Raster;
import org.ccdas.transport.surface.Spread;

/** CarbonTracker: zonal surface fluxes, and the CO2 that TM5 makes of such fluxes at stations. */
public final class CarbonTrackerData {
  /** Months of the fluxes that are used. */
  public static final MonthAxis MONTHS = new MonthAxis(YearMonth.of(2000, 1), 17 * 12);

  private final Location zonal;
  private final Location stations;
  private final Location tracers;

  /**
   * The files of a data folder.
   *
   * @param data with {@code evaluation/inversions_zonal}, {@code co2_flask/ct_model} and {@code
   *     transport/so_station_tracers}
   */
  public CarbonTrackerData(Location data) {
    this.zonal = data.resolve("evaluation/inversions_zonal/CT2017_fluxes_za_ts_monthly.nc");
    this.stations = data.resolve("co2_flask/ct_model");
    this.tracers = data.resolve("transport/so_station_tracers/CT2017");
  }

  /** A kind of flux, in the names of the files, and where along longitude it is. */
  public enum Kind {
    /** The land biosphere, over the area of land. */
    LAND("SFCO2_LND", "LAND"),
    /** The ocean, over the area of sea. */
    OCEAN("SFCO2_OCN", "OCEAN"),
    /** Fossil fuel, over its centres. */
    FOSSIL("SFCO2_FFF", "FF");

    private final String variable;
    private final String folder;

    Kind(String variable, String folder) {
      this.variable = variable;
      this.folder = folder;
    }

    private double[] pattern() {
      return switch (this) {
        case LAND -> Raster.area(true);
        case OCEAN -> Raster.area(false);
        case FOSSIL -> Raster.fossil();
      };
    }
  }

  /** The flux of each month on the raster, ppm yr-1. */
  IntFunction<double[]> fluxes(Kind kind) {
    double[] edges = Raster.rowEdges();
    List<TransportRegion> rows = new ArrayList<>();
    for (int row = 0; row < Raster.ROWS; row++) {
      rows.add(
          new TransportRegion("row " + row, new LatLonBox(edges[row], edges[row + 1], -180, 180)));
    }
    FluxPattern file = ZonalFluxFile.read(zonal, kind.variable, Registration.CF, rows, Spread.EVEN);
    double[] pattern = kind.pattern();
    return month -> {
      double[] totals = file.fluxes(MONTHS.at(month));
      for (int row = 0; row < totals.length; row++) {
        // the mass of the calendar month within the model's twelfth of a year
        totals[row] *= CarbonUnits.years(MONTHS, month) * 12 / CarbonUnits.PGC_PER_PPM;
      }
      return Raster.spread(edges, totals, pattern);
    };
  }

  /** CO2 of CarbonTracker/TM5 at the stations that have a file, by code, ppm. */
  Map<String, double[]> atStations(List<String> files) {
    Map<String, double[]> series = new TreeMap<>();
    for (String name : files) {
      TextTable table = TextTable.read(stations.resolve(name + ".txt"));
      series.put(code(name), monthly(table, table.column("co2"), "yy", "mm"));
    }
    return series;
  }

  /** Station code of a file of the WDCGG, {@code brw471n0}. */
  static String code(String name) {
    return name.substring(0, 3).toUpperCase(Locale.ROOT);
  }

  /**
   * One tracer of CarbonTracker at the Southern Ocean records that are in the table, by station.
   */
  Map<String, double[]> tracer(Kind kind) {
    TextTable table = TextTable.read(tracers.resolve(kind.folder).resolve("SO_CO2_monthly.txt"));
    List<String> known = StationTable.standard().stations().stream().map(Station::code).toList();
    Map<String, double[]> series = new TreeMap<>();
    for (int column = 2; column < table.names().size(); column++) {
      String code = table.names().get(column).substring(0, 3);
      if (known.contains(code)) {
        series.putIfAbsent(code, monthly(table, column, "year", "month"));
      }
    }
    return series;
  }

  private static double[] monthly(TextTable table, int column, String year, String month) {
    double[] values = new double[MONTHS.count()];
    Arrays.fill(values, Double.NaN);
    for (int row = 0; row < table.size(); row++) {
      YearMonth date =
          YearMonth.of(
              table.integer(row, table.column(year)), table.integer(row, table.column(month)));
      if (MONTHS.contains(date)) {
        values[MONTHS.indexOf(date)] = table.value(row, column);
      }
    }
    return values;
  }
}
