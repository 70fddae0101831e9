package org.ccdas.observe.moisture;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Region of each cell, by which soil moisture is counted and attributed; each cell belongs to one.
 *
 * @param names of the regions, at least one
 * @param regionOf index of the region by cell number; other cells belong to region 0
 */
public record RegionNames(List<String> names, Map<Integer, Integer> regionOf)
    implements Serializable {
  /** Copies both. */
  public RegionNames {
    names = new ArrayList<>(names);
    regionOf = new HashMap<>(regionOf);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("No region");
    }
  }

  /** All cells in one region. */
  public static RegionNames globe() {
    return new RegionNames(List.of("globe"), Map.of());
  }

  /** Index of the region of a cell. */
  public int of(int cell) {
    return regionOf.getOrDefault(cell, 0);
  }
}
