package org.ccdas.inputs.land;

import java.io.Serializable;
import org.ccdas.inputs.grid.Cell;

/**
 * One plant functional type within a cell.
 *
 * @param pft number 1..13 of spec section 4.2
 * @param fraction share of the cell's area that it covers, 0..1
 * @param texture soil texture number 1..6 of spec section 4.3
 */
public record Tile(int pft, double fraction, int texture) implements Serializable {
  /** Checks the ranges. */
  public Tile {
    if (pft < 1 || pft > Cell.PFTS) {
      throw new IllegalArgumentException("PFT " + pft + " is not within 1..13");
    }
    if (!(fraction >= 0 && fraction <= 1)) {
      throw new IllegalArgumentException("cover fraction " + fraction + " is not within 0..1");
    }
    SoilTextures.require(texture);
  }
}
