package org.ccdas.inputs.region;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ccdas.inputs.grid.Cell;

/**
 * Regions and the shares of the cells that belong to them. The flux of a region is the sum over the
 * cells of share times the flux of the whole cell. Regions may overlap, as continents and latitude
 * bands do. Immutable.
 */
public final class Regions implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Name and set of the region of all cells. */
  public static final String GLOBE = "globe";

  private final ArrayList<Region> regions;
  private final HashMap<Integer, double[]> shares;

  private Regions(List<Region> regions, Map<Integer, double[]> shares) {
    this.regions = new ArrayList<>(regions);
    this.shares = new HashMap<>(shares);
    if (new HashSet<>(regions).size() < regions.size()) {
      throw new IllegalArgumentException("A region is there twice: " + regions);
    }
  }

  /**
   * Regions by the shares of cells.
   *
   * @param regions no two with the same set and name
   * @param shares by number of the cell, one for each region, 0..1
   */
  public static Regions of(List<Region> regions, Map<Integer, double[]> shares) {
    Map<Integer, double[]> copies = new HashMap<>();
    shares.forEach(
        (cell, row) -> {
          if (row.length != regions.size()) {
            throw new IllegalArgumentException(
                "cell " + cell + " has " + row.length + " shares of " + regions.size());
          }
          for (double share : row) {
            if (!(share >= 0 && share <= 1)) {
              throw new IllegalArgumentException("cell " + cell + " has a share of " + share);
            }
          }
          copies.put(cell, row.clone());
        });
    return new Regions(regions, copies);
  }

  /** The one region of all cells. */
  public static Regions globe(List<Cell> cells) {
    Map<Integer, double[]> shares = new HashMap<>();
    cells.forEach(cell -> shares.put(cell.id(), new double[] {1}));
    return of(List.of(new Region(GLOBE, GLOBE)), shares);
  }

  /** These regions, followed by others of the same cells. */
  public Regions and(Regions others) {
    List<Region> all = new ArrayList<>(regions);
    all.addAll(others.regions);
    Map<Integer, double[]> joined = new HashMap<>();
    HashSet<Integer> cells = new HashSet<>(shares.keySet());
    cells.addAll(others.shares.keySet());
    for (int cell : cells) {
      double[] row = Arrays.copyOf(shares(cell), all.size());
      System.arraycopy(others.shares(cell), 0, row, regions.size(), others.regions.size());
      joined.put(cell, row);
    }
    return new Regions(all, joined);
  }

  /** The regions, in order. */
  public List<Region> regions() {
    return List.copyOf(regions);
  }

  /** Number of regions. */
  public int size() {
    return regions.size();
  }

  /** Share of a cell that belongs to each region, 0..1; zeros for a cell that is in none. */
  public double[] shares(int cell) {
    double[] row = shares.get(cell);
    return row == null ? new double[regions.size()] : row.clone();
  }

  /** The region of a set that has most of a cell, the first of equals; empty when none has any. */
  public Optional<Region> leading(int cell, String set) {
    double[] row = shares(cell);
    int leading = -1;
    for (int r = 0; r < row.length; r++) {
      if (regions.get(r).set().equals(set)
          && row[r] > 0
          && (leading < 0 || row[r] > row[leading])) {
        leading = r;
      }
    }
    return leading < 0 ? Optional.empty() : Optional.of(regions.get(leading));
  }

  /** Area of each region, m2. */
  public double[] areas(List<Cell> cells) {
    double[] areas = new double[regions.size()];
    for (Cell cell : cells) {
      double[] row = shares(cell.id());
      for (int r = 0; r < areas.length; r++) {
        areas[r] += row[r] * cell.area();
      }
    }
    return areas;
  }
}
