package org.ccdas.evaluate.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ccdas.inputs.file.Location;

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

  /**
   * Fluxes of regions from files that each stand for themselves.
   *
   * @param names of the files, which tell whose they are
   * @param read what a file of this name gives
   */
  static ReferenceData ofFiles(
      List<Location> files,
      Pattern names,
      BiFunction<Location, MatchResult, List<RegionSeries>> read) {
    List<RegionSeries> series = new ArrayList<>();
    for (Location file : files) {
      Matcher name = names.matcher(file.name());
      if (!name.matches()) {
        throw new IllegalArgumentException(file + " is none of these files");
      }
      series.addAll(read.apply(file, name));
    }
    return ofRegions(series);
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
