package org.ccdas.inputs.region;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.CsvTable;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.Cell;

/**
 * Regions from a CSV table with a column {@code cell} and a column {@code NAME_m2} for each region:
 * the area of the region within the cell.
 */
public final class RegionAreas {
  private static final String SUFFIX = "_m2";

  /** A region may be larger than the cell by rounding in the table. */
  private static final double ROUNDING = 0.01;

  private RegionAreas() {}

  /**
   * Reads the table. A cell without a row is in no region.
   *
   * @param set name of the set of regions
   * @throws InputException naming the line
   */
  public static Regions read(Location path, String set, List<Cell> cells) {
    CsvTable table = CsvTable.read(path, "cell");
    List<String> columns =
        table.columns().stream()
            .filter(column -> column.toLowerCase(Locale.ROOT).endsWith(SUFFIX))
            .toList();
    List<Region> regions = new ArrayList<>();
    for (String column : columns) {
      String name = column.substring(0, column.length() - SUFFIX.length());
      regions.add(new Region(set, name.replace('_', ' ').replace('-', ' ')));
    }
    Map<Integer, Cell> byId = new HashMap<>();
    cells.forEach(cell -> byId.put(cell.id(), cell));
    Map<Integer, double[]> shares = new HashMap<>();
    for (CsvTable.Row row : table.rows()) {
      Cell cell = byId.get(row.integer("cell"));
      if (cell == null) {
        continue; // the table may cover more land than the run
      }
      double[] share = new double[columns.size()];
      for (int r = 0; r < share.length; r++) {
        share[r] = share(row, columns.get(r), cell);
      }
      if (shares.put(cell.id(), share) != null) {
        throw row.problem("cell " + cell.id() + " is there twice", "Delete one of the rows");
      }
    }
    if (regions.isEmpty() || shares.isEmpty()) {
      throw new InputException(
          table.file(),
          "",
          regions.isEmpty()
              ? "there is no column of areas, such as Europe_m2"
              : "no cell of the run is in the table",
          "Give a table of the areas of regions in the cells of the grid");
    }
    return Regions.of(regions, shares);
  }

  private static double share(CsvTable.Row row, String column, Cell cell) {
    double area = row.number(column);
    double share = area / cell.area();
    if (!(share >= 0 && share <= 1 + ROUNDING)) {
      throw row.problem(
          String.format(
              Locale.ROOT,
              "%s is %.4g m2, the area of cell %d is %.4g m2",
              column,
              area,
              cell.id(),
              cell.area()),
          "Give the table that belongs to the grid of the run");
    }
    return Math.min(1, share);
  }
}
