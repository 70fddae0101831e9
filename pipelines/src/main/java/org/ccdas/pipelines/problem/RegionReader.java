package org.ccdas.pipelines.problem;

import java.util.List;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.region.LatitudeBands;
import org.ccdas.inputs.region.RegionAreas;
import org.ccdas.inputs.region.Regions;
import org.ccdas.inputs.region.TransCom;
import org.ccdas.pipelines.config.Experiment;
import org.ccdas.pipelines.config.RegionSettings;

/** Reads the regions of an experiment: the globe, and the sets that it names. */
public final class RegionReader {
  private static final double[] STANDARD_BANDS = {-90, -30, 30, 90};

  private RegionReader() {}

  /**
   * Reads the regions.
   *
   * @throws InputException when a file is missing or bad
   */
  static Regions read(Experiment experiment, List<Cell> cells) {
    Regions all = Regions.globe(cells);
    if (experiment.regions().isEmpty()) {
      return all.and(LatitudeBands.of(STANDARD_BANDS, cells));
    }
    for (RegionSettings settings : experiment.regions()) {
      all = all.and(read(settings, cells));
    }
    return all;
  }

  /**
   * Reads one set of regions.
   *
   * @throws InputException when its file is missing or bad
   */
  public static Regions read(RegionSettings settings, List<Cell> cells) {
    return switch (settings.kind()) {
      case TRANSCOM ->
          TransCom.read(
              settings.file().path(), settings.variable(), settings.registration(), cells);
      case AREAS -> RegionAreas.read(settings.file().path(), settings.name(), cells);
      case LATITUDES ->
          LatitudeBands.of(
              settings.edges().stream().mapToDouble(Double::doubleValue).toArray(), cells);
    };
  }

  /** The files that were read. */
  static List<Location> files(Experiment experiment) {
    return experiment.regions().stream()
        .filter(settings -> settings.file() != null)
        .map(settings -> settings.file().path())
        .toList();
  }
}
