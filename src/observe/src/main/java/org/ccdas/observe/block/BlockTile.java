package org.ccdas.observe.block;

import java.io.Serializable;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.land.SoilTextures;

/**
 * A tile of a block: one plant functional type within a cell.
 *
 * @param cell index of the cell in the block
 * @param pft number of the plant functional type, 1..13
 * @param fraction share of the cell's area, above 0, at most 1
 * @param texture number of the soil texture, 1..6
 */
public record BlockTile(int cell, int pft, double fraction, int texture) implements Serializable {
  /** Checks the ranges. */
  public BlockTile {
    if (cell < 0
        || pft < 1
        || pft > Cell.PFTS
        || texture < 1
        || texture > SoilTextures.COUNT
        || !(fraction > 0 && fraction <= 1)) {
      throw new IllegalArgumentException(
          "Tile of cell "
              + cell
              + ", PFT "
              + pft
              + ", fraction "
              + fraction
              + ", texture "
              + texture);
    }
  }
}
