package org.ccdas.transport;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.CsvTable;
import org.ccdas.inputs.file.Location;
import org.ccdas.transport.surface.Spread;

/** Flux patterns from CSV tables: fluxes by region and month, or shares of latitude bands. */
final class TabledPatterns {
  private static final double SHARE_TOLERANCE = 1e-6;

  private TabledPatterns() {}

  /** Columns {@code year}, {@code month} and one a region; PgC yr-1. */
  static FluxPattern byRegion(Location folder, String name, List<TransportRegion> regions) {
    List<String> columns = new ArrayList<>(List.of("year", "month"));
    regions.forEach(region -> columns.add(region.name()));
    CsvTable table = BackgroundSource.table(folder, name, columns.toArray(String[]::new));
    if (table.columns().size() != columns.size()) {
      throw new InputException(
          table.file(),
          "header",
          "there are columns of no transport region: " + String.join(", ", table.columns()),
          "Give " + String.join(", ", columns));
    }
    Map<YearMonth, double[]> fluxes = new HashMap<>();
    for (CsvTable.Row row : table.rows()) {
      double[] flux = regions.stream().mapToDouble(region -> row.number(region.name())).toArray();
      YearMonth date = date(row);
      if (fluxes.put(date, flux) != null) {
        throw row.problem("the month " + date + " stands twice", "Keep one line a month");
      }
    }
    return date -> {
      double[] flux = fluxes.get(date);
      if (flux == null) {
        throw new InputException(
            table.file(), "", "the month " + date + " is missing", "Add a line for it");
      }
      return flux.clone();
    };
  }

  private static YearMonth date(CsvTable.Row row) {
    int year = row.integer("year");
    int month = row.integer("month");
    try {
      return YearMonth.of(year, month);
    } catch (DateTimeException e) {
      throw row.problem(
          "year " + year + " and month " + month + " are no month", "Correct the line", e);
    }
  }

  /** Columns {@code lat_south}, {@code lat_north}, {@code share}; the same in all months. */
  static FluxPattern byBand(
      Location folder, String name, List<TransportRegion> regions, Spread spread) {
    CsvTable table = BackgroundSource.table(folder, name, "lat_south", "lat_north", "share");
    int n = table.rows().size();
    double[] south = new double[n];
    double[] north = new double[n];
    double[] share = new double[n];
    double sum = 0;
    for (int band = 0; band < n; band++) {
      CsvTable.Row row = table.rows().get(band);
      south[band] = row.number("lat_south");
      north[band] = row.number("lat_north");
      share[band] = row.number("share");
      sum += share[band];
      if (!(south[band] >= -90 && south[band] < north[band] && north[band] <= 90)) {
        throw row.problem(
            "latitudes " + south[band] + " to " + north[band] + " are no band",
            "Give lat_south below lat_north, within -90 and 90");
      }
    }
    if (Math.abs(sum - 1) > SHARE_TOLERANCE) {
      throw new InputException(
          table.file(), "column share", "the shares sum to " + sum, "Make them sum to 1");
    }
    double[] flux =
        CellRegions.ofBands(table.file(), south, north, regions, spread).toRegions(share, 1);
    return date -> flux.clone();
  }
}
