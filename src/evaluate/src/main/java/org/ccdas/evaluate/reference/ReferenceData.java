package org.ccdas.evaluate.reference;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a data set gives for the comparison with a run.
 *
 * @param regions fluxes summed over regions
 * @param sites fluxes at towers
 * @param cells fluxes on the cells of the run
 */
public record ReferenceData(
    List<RegionSeries> regions, List<SiteSeries> sites, List<CellSeries> cells) {
  /** Copies the lists. */
  public ReferenceData {
    regions = List.copyOf(regions);
    sites = List.copyOf(sites);
    cells = List.copyOf(cells);
  }

  /** Fluxes of regions only. */
  public static ReferenceData ofRegions(List<RegionSeries> regions) {
    return new ReferenceData(regions, List.of(), List.of());
  }

  /** These and others. */
  public ReferenceData and(ReferenceData other) {
    return new ReferenceData(
        join(regions, other.regions), join(sites, other.sites), join(cells, other.cells));
  }

  private static <T> List<T> join(List<T> a, List<T> b) {
    return Stream.concat(a.stream(), b.stream()).toList();
  }
}
