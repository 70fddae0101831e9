package org.ccdas.inputs.land;

import java.util.ArrayList;
import java.util.List;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.CellTable;

/** Puts the land surface together. */
public final class LandSurface {
  private LandSurface() {}

  /**
   * The land cells in the order of the table.
   *
   * @param fractions cover fractions of each cell's tiles
   * @param textures soil texture of each cell, 1..6
   * @param elevations m, of each cell
   */
  public static List<LandCell> of(
      CellTable table, List<double[]> fractions, int[] textures, double[] elevations) {
    int count = table.size();
    if (fractions.size() != count || textures.length != count || elevations.length != count) {
      throw new IllegalArgumentException("Not one entry for each of " + count + " cells");
    }
    List<LandCell> cells = new ArrayList<>(count);
    for (int c = 0; c < count; c++) {
      Cell cell = table.cells().get(c);
      List<Tile> tiles = new ArrayList<>();
      for (int t = 0; t < cell.pfts().size(); t++) {
        tiles.add(new Tile(cell.pfts().get(t), fractions.get(c)[t], textures[c]));
      }
      cells.add(new LandCell(cell, elevations[c], tiles));
    }
    return List.copyOf(cells);
  }

  /** Without any input: fractions by rule, loam, at sea level. */
  public static List<LandCell> byRule(CellTable table) {
    return of(
        table,
        CoverFractions.byRule(table),
        SoilTextures.loam(table),
        Elevations.uniform(table, 0));
  }
}
