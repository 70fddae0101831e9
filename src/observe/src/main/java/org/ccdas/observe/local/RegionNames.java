package org.ccdas.observe.local;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.land.LandCell;
import org.ccdas.inputs.region.Region;
import org.ccdas.inputs.region.Regions;

/**
 * Region of each cell, by which observations are counted and attributed; each cell belongs to one.
 *
 * @param names of the regions, at least one
 * @param regionOf index of the region by cell number; other cells belong to region 0
 */
public record RegionNames(List<String> names, Map<Integer, Integer> regionOf)
    implements Serializable {
  private static final String ELSEWHERE = "elsewhere";

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

  /**
   * Every cell in the region of the last set that has most of it.
   *
   * @param regions of an experiment
   */
  public static RegionNames leading(Regions regions, List<LandCell> cells) {
    List<Region> all = regions.regions();
    String set = all.get(all.size() - 1).set();
    List<String> names = new ArrayList<>();
    Map<Integer, Integer> regionOf = new HashMap<>();
    for (LandCell land : cells) {
      int id = land.cell().id();
      String name = regions.leading(id, set).map(Region::name).orElse(ELSEWHERE);
      if (!names.contains(name)) {
        names.add(name);
      }
      regionOf.put(id, names.indexOf(name));
    }
    return new RegionNames(names, regionOf);
  }

  /**
   * Refuses names that no cell is counted in.
   *
   * @param key of the settings that names them
   */
  public void requireKnown(String key, List<String> wanted) {
    for (String region : wanted) {
      if (!names.contains(region)) {
        throw new InputException(
            key,
            region,
            "no cell is counted in a region of this name",
            "The regions here are " + String.join(", ", names));
      }
    }
  }
}
