package org.ccdas.inputs.grid;

import java.io.Serializable;
import java.util.List;

/**
 * One land cell of the model grid, with the plant functional types of its tiles.
 *
 * @param id number of the cell, unique within a table, above 0
 * @param lat latitude of the centre, degrees north, -90..90
 * @param lon longitude of the centre, degrees east, -180..360
 * @param box the cell's edges
 * @param area m2; the area of the box unless the table gives another
 * @param pfts numbers 1..13 of spec section 4.2, the leading type first; 1 to 3 of them; a type may
 *     be there twice, as in the original 2-degree grid
 */
public record Cell(int id, double lat, double lon, LatLonBox box, double area, List<Integer> pfts)
    implements Serializable {
  /** Number of plant functional types. */
  public static final int PFTS = 13;

  /** Most tiles of a cell. */
  public static final int MOST_TILES = 3;

  /** Checks the ranges; the reason of a failure is its message. */
  public Cell {
    pfts = List.copyOf(pfts);
    if (id < 1) {
      throw new IllegalArgumentException("cell number " + id + " is below 1");
    }
    if (!(lat >= -90 && lat <= 90)) {
      throw new IllegalArgumentException("latitude " + lat + " is not within -90..90");
    }
    if (!(lon >= -180 && lon <= 360)) {
      throw new IllegalArgumentException("longitude " + lon + " is not within -180..360");
    }
    if (!(area > 0 && area < 5.2e14)) {
      throw new IllegalArgumentException("area " + area + " m2 is impossible");
    }
    if (pfts.isEmpty() || pfts.size() > MOST_TILES) {
      throw new IllegalArgumentException("1 to 3 PFTs are wanted, got " + pfts);
    }
    for (int pft : pfts) {
      if (pft < 1 || pft > PFTS) {
        throw new IllegalArgumentException("PFT " + pft + " is not within 1..13");
      }
    }
  }

  /** A cell whose area is that of its box. */
  public static Cell of(int id, double lat, double lon, LatLonBox box, List<Integer> pfts) {
    return new Cell(id, lat, lon, box, box.area(), pfts);
  }
}
