package org.ccdas.observe.local;

import java.io.Serializable;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the values of cells are weighed, and which of them are only compared with.
 *
 * @param error how errors of a cell depend on each other
 * @param bias how the bias of a cell is dealt with
 * @param heldOutYears years that are compared with and not assimilated
 * @param heldOutRegions names of the regions that are compared with and not assimilated
 * @param regions of the cells
 */
public record LocalMisfit(
    LocalError error,
    BiasTreatment bias,
    Set<Integer> heldOutYears,
    Set<String> heldOutRegions,
    RegionNames regions)
    implements Serializable {
  /**
   * Copies the sets.
   *
   * @throws IllegalArgumentException when a region held out is not among the names of the regions
   */
  public LocalMisfit {
    heldOutYears = new TreeSet<>(heldOutYears);
    heldOutRegions = new TreeSet<>(heldOutRegions);
    if (!regions.names().containsAll(heldOutRegions)) {
      throw new IllegalArgumentException(heldOutRegions + " are not all among " + regions.names());
    }
  }

  /** Nothing held out. */
  public static LocalMisfit of(LocalError error, BiasTreatment bias, RegionNames regions) {
    return new LocalMisfit(error, bias, Set.of(), Set.of(), regions);
  }

  /** The same with more years that are only compared with. */
  public LocalMisfit withoutYears(Set<Integer> years) {
    Set<Integer> all = new TreeSet<>(heldOutYears);
    all.addAll(years);
    return new LocalMisfit(error, bias, all, heldOutRegions, regions);
  }

  /** The same with more regions that are only compared with. */
  public LocalMisfit withoutRegions(Set<String> names) {
    Set<String> all = new TreeSet<>(heldOutRegions);
    all.addAll(names);
    return new LocalMisfit(error, bias, heldOutYears, all, regions);
  }

  /** The same with the bias dealt with in another way. */
  public LocalMisfit withBias(BiasTreatment other) {
    return new LocalMisfit(error, other, heldOutYears, heldOutRegions, regions);
  }

  /** The misfit to a series. */
  public LocalTerm term(LocalSeries series) {
    return new LocalTerm(series, error, bias);
  }

  /** Whether a cell's values of a year are compared with and not assimilated. */
  public boolean isHeldOut(int cell, int year) {
    return heldOutYears.contains(year)
        || heldOutRegions.contains(regions.names().get(regions.of(cell)));
  }
}
