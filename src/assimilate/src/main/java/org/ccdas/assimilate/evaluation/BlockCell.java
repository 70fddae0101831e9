package org.ccdas.assimilate.evaluation;

import java.io.Serializable;

/**
 * A land cell of a block.
 *
 * @param id number of the cell on the model grid
 * @param lat centre, degrees north
 * @param lon centre, degrees east
 * @param elevation m
 * @param area m2
 * @param regions indices of the transport regions that the cell touches, into the block's response
 * @param shares share of the cell's flux that goes to each of them; they sum to 1
 */
public record BlockCell(
    int id, double lat, double lon, double elevation, double area, int[] regions, double[] shares)
    implements Serializable {
  /** Checks the sizes. */
  public BlockCell {
    if (regions.length == 0 || regions.length != shares.length) {
      throw new IllegalArgumentException(
          "Cell " + id + " has " + regions.length + " regions and " + shares.length + " shares");
    }
  }
}
