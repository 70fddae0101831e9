package org.ccdas.inputs.land;

import java.io.Serializable;
import java.util.List;
import org.ccdas.inputs.grid.Cell;

/**
 * A cell with all that does not change in time. The fractions of its tiles sum to at most 1; the
 * rest has no fluxes (spec section 4.1).
 *
 * @param cell the cell
 * @param elevation mean height of its land, m above the sea
 * @param tiles one for each PFT of the cell, in that order
 */
public record LandCell(Cell cell, double elevation, List<Tile> tiles) implements Serializable {
  private static final double ROUNDING = 1e-6;

  /** Checks that tiles and cell belong together. */
  public LandCell {
    tiles = List.copyOf(tiles);
    if (!(elevation >= -500 && elevation <= 9000)) {
      throw new IllegalArgumentException(
          "cell " + cell.id() + ": elevation " + elevation + " m is not within -500..9000");
    }
    if (!tiles.stream().map(Tile::pft).toList().equals(cell.pfts())) {
      throw new IllegalArgumentException(
          "cell " + cell.id() + " has PFTs " + cell.pfts() + ", not those of " + tiles);
    }
    double cover = tiles.stream().mapToDouble(Tile::fraction).sum();
    if (cover > 1 + ROUNDING) {
      throw new IllegalArgumentException("cell " + cell.id() + ": cover fractions sum to " + cover);
    }
  }
}
