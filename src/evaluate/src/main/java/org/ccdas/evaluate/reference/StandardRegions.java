package org.ccdas.evaluate.reference;

import java.util.List;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.region.LatitudeBands;
import org.ccdas.inputs.region.Region;
import org.ccdas.inputs.region.Regions;

/** The globe and the three latitude bands that global carbon fluxes are usually split into. */
public final class StandardRegions {
  /** Edges of the bands, degrees north. */
  private static final double[] EDGES = {-90, -30, 30, 90};

  /** All land. */
  public static final Region GLOBE = new Region(Regions.GLOBE, Regions.GLOBE);

  /** South of 30 S. */
  public static final Region SOUTH = new Region(LatitudeBands.SET, "90S-30S");

  /** 30 S to 30 N: tropics and subtropics. */
  public static final Region TROPICS = new Region(LatitudeBands.SET, "30S-30N");

  /** North of 30 N. */
  public static final Region NORTH = new Region(LatitudeBands.SET, "30N-90N");

  private StandardRegions() {}

  /** Globe and bands, in the order of the constants. */
  public static List<Region> all() {
    return List.of(GLOBE, SOUTH, TROPICS, NORTH);
  }

  /** Southern edge of one of these, degrees north. */
  static double south(Region region) {
    return region.equals(GLOBE) ? EDGES[0] : EDGES[all().indexOf(region) - 1];
  }

  /** Northern edge of one of these, degrees north. */
  static double north(Region region) {
    return region.equals(GLOBE) ? EDGES[EDGES.length - 1] : EDGES[all().indexOf(region)];
  }

  /** The same with the shares of cells. */
  public static Regions of(List<Cell> cells) {
    return Regions.globe(cells).and(LatitudeBands.of(EDGES, cells));
  }
}
