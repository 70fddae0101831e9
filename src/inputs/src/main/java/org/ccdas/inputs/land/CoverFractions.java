package org.ccdas.inputs.land;

import java.util.List;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.CsvTable;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.CellTable;

/**
 * Shares of a cell's area that its tiles cover. No map of them is public for the original grids, so
 * there is a rule of thumb (spec section 4.1) and a table.
 */
public final class CoverFractions {
  private static final double[][] SHARES = {{1.0}, {0.6, 0.4}, {0.5, 0.3, 0.2}};
  private static final double VEGETATED = 0.85;
  private static final double VEGETATED_SHRUBLAND = 0.4;
  private static final double ROUNDING = 1e-6;

  private CoverFractions() {}

  /** By the rule of thumb: one array a cell, one element a tile. */
  public static List<double[]> byRule(CellTable table) {
    return byRule(table, VEGETATED, VEGETATED_SHRUBLAND);
  }

  /**
   * By the rule of thumb with other vegetated shares of a cell.
   *
   * @param vegetated f_v, above 0, at most 1
   * @param shrubland f_v where the first PFT is a shrub
   */
  public static List<double[]> byRule(CellTable table, double vegetated, double shrubland) {
    return table.cells().stream().map(cell -> byRule(cell, vegetated, shrubland)).toList();
  }

  private static double[] byRule(Cell cell, double share, double shrubland) {
    int leading = cell.pfts().get(0);
    // f_v of its own where the first PFT is a shrub (7, 8)
    double vegetated = leading == 7 || leading == 8 ? shrubland : share;
    double[] fractions = SHARES[cell.pfts().size() - 1].clone();
    for (int tile = 0; tile < fractions.length; tile++) {
      fractions[tile] *= vegetated;
    }
    return fractions;
  }

  /**
   * From a CSV table {@code cell,fraction1,fraction2,fraction3}, which must have every cell; cells
   * beyond the model grid are left out.
   *
   * @throws InputException naming the line
   */
  public static List<double[]> read(Location path, CellTable table) {
    CellRows rows = CellRows.of(CsvTable.read(path, "cell", "fraction1"));
    return table.cells().stream().map(cell -> fractions(rows.require(cell), cell)).toList();
  }

  private static double[] fractions(CsvTable.Row row, Cell cell) {
    double[] fractions = new double[cell.pfts().size()];
    double sum = 0;
    for (int tile = 0; tile < Cell.MOST_TILES; tile++) {
      String column = "fraction" + (tile + 1);
      if (tile >= fractions.length) {
        if (row.find(column).isPresent() && row.number(column) != 0) {
          throw row.problem(
              column + " is given but cell " + cell.id() + " has PFTs " + cell.pfts(),
              "Remove the fraction or add the tile to the cell table");
        }
        continue;
      }
      double fraction = row.number(column);
      if (!(fraction >= 0 && fraction <= 1)) {
        throw row.problem(column + " is " + fraction, "Give shares of the cell, 0..1");
      }
      fractions[tile] = fraction;
      sum += fraction;
    }
    if (sum > 1 + ROUNDING) {
      throw row.problem(
          "the fractions of cell " + cell.id() + " sum to " + sum, "Give shares of the cell");
    }
    return fractions;
  }
}
