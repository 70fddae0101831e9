package org.ccdas.core.transport;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ccdas.core.InputException;

/** Flux patterns from CSV tables: fluxes by region and month, or shares of latitude bands. */
final class TabledPatterns {
  private static final double SHARE_TOLERANCE = 1e-6;

  private TabledPatterns() {}

  /** Columns {@code year}, {@code month} and one a region; PgC yr-1. */
  static FluxPattern byRegion(Path folder, String name, List<TransportRegion> regions) {
    CsvTable table = CsvTable.read(folder, name);
    int year = table.column("year");
    int month = table.column("month");
    int[] column = regions.stream().mapToInt(region -> table.column(region.name())).toArray();
    if (table.columns().size() != regions.size() + 2) {
      throw new InputException(
          table.file(),
          "header",
          "There are columns of no transport region: " + String.join(", ", table.columns()),
          "Give year, month and the regions "
              + String.join(", ", regions.stream().map(TransportRegion::name).toList()));
    }
    Map<YearMonth, double[]> fluxes = new HashMap<>();
    for (CsvTable.Row row : table.rows()) {
      double[] flux = new double[column.length];
      for (int region = 0; region < flux.length; region++) {
        flux[region] = row.values()[column[region]];
      }
      YearMonth date = date(table, row, row.values()[year], row.values()[month]);
      if (fluxes.put(date, flux) != null) {
        throw new InputException(
            table.file(),
            "line " + row.line(),
            "The month " + date + " stands twice",
            "Keep one line a month");
      }
    }
    return date -> {
      double[] flux = fluxes.get(date);
      if (flux == null) {
        throw new InputException(
            table.file(), "", "The month " + date + " is missing", "Add a line for it");
      }
      return flux.clone();
    };
  }

  private static YearMonth date(CsvTable table, CsvTable.Row row, double year, double month) {
    try {
      if (year != Math.rint(year) || month != Math.rint(month)) {
        throw new DateTimeException("not whole");
      }
      return YearMonth.of((int) year, (int) month);
    } catch (DateTimeException e) {
      throw new InputException(
          table.file(),
          "line " + row.line(),
          "Year " + year + " and month " + month + " are no month",
          "Correct the line",
          e);
    }
  }

  /** Columns {@code lat_south}, {@code lat_north}, {@code share}; the same in all months. */
  static FluxPattern byBand(Path folder, String name, List<TransportRegion> regions) {
    CsvTable table = CsvTable.read(folder, name);
    int southColumn = table.column("lat_south");
    int northColumn = table.column("lat_north");
    int shareColumn = table.column("share");
    int n = table.rows().size();
    double[] south = new double[n];
    double[] north = new double[n];
    double[] share = new double[n];
    double sum = 0;
    for (int band = 0; band < n; band++) {
      CsvTable.Row row = table.rows().get(band);
      south[band] = row.values()[southColumn];
      north[band] = row.values()[northColumn];
      share[band] = row.values()[shareColumn];
      sum += share[band];
      if (!(south[band] >= -90 && south[band] < north[band] && north[band] <= 90)) {
        throw new InputException(
            table.file(),
            "line " + row.line(),
            "Latitudes " + south[band] + " to " + north[band] + " are no band",
            "Give lat_south below lat_north, within -90 and 90");
      }
    }
    if (Math.abs(sum - 1) > SHARE_TOLERANCE) {
      throw new InputException(
          table.file(), "column share", "The shares sum to " + sum, "Make them sum to 1");
    }
    double[] flux = BandOverlap.of(table.file(), south, north, regions).toRegions(share);
    return date -> flux.clone();
  }
}
