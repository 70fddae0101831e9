package org.ccdas.pipelines.problem;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ccdas.assimilate.evaluation.MoistureSetup;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFile;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.region.Region;
import org.ccdas.inputs.region.Regions;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.moisture.BiasTreatment;
import org.ccdas.observe.moisture.MoistureError;
import org.ccdas.observe.moisture.RegionNames;
import org.ccdas.observe.moisture.SoilMoistureFiles;
import org.ccdas.pipelines.config.BiasKind;
import org.ccdas.pipelines.config.DataPath;
import org.ccdas.pipelines.config.MoistureWeight;
import org.ccdas.pipelines.config.SoilMoistureSettings;

/** Finds the soil-moisture files of an experiment and says how they enter the cost. */
final class SoilMoistureReader {
  private static final String ELSEWHERE = "elsewhere";

  private final SoilMoistureSettings settings;
  private final List<Location> files;

  /**
   * @param settings null when there is no soil moisture
   */
  SoilMoistureReader(SoilMoistureSettings settings) {
    this.settings = settings;
    this.files = settings == null ? List.of() : list(settings);
  }

  private static List<Location> list(SoilMoistureSettings settings) {
    if (settings.folder() == null) {
      return settings.files().stream().map(DataPath::path).toList();
    }
    Location folder = settings.folder().path();
    List<Location> found;
    try {
      found =
          StoredFiles.list(folder).stream()
              .map(StoredFile::location)
              .filter(file -> file.name().matches("soil-moisture.*\\.nc"))
              .toList();
    } catch (IOException e) {
      throw new InputException(
          folder.toString(),
          "",
          "the folder of soil-moisture files cannot be read",
          "Check observations.soilMoisture.folder in the experiment file, or make it with ccdas"
              + " ingest",
          e);
    }
    if (found.isEmpty()) {
      throw new InputException(
          folder.toString(),
          "",
          "the folder has no file named soil-moisture*.nc",
          "Make them with ccdas ingest, or name the files in observations.soilMoisture.files");
    }
    return found;
  }

  /** The files that will be read. */
  List<Location> files() {
    return files;
  }

  /** The product; empty when there is none. */
  Optional<SoilMoistureFiles> product(MonthAxis window) {
    if (files.isEmpty()) {
      return Optional.empty();
    }
    SoilMoistureFiles product = SoilMoistureFiles.scan(files);
    if (product.last().isBefore(window.firstDay()) || product.first().isAfter(window.lastDay())) {
      throw new InputException(
          files.get(0).toString(),
          "variable time",
          "the files reach from "
              + product.first()
              + " to "
              + product.last()
              + ", outside the window "
              + window.first()
              + " to "
              + window.last(),
          "Name the files of the window");
    }
    return Optional.of(product);
  }

  /** How it enters the cost. */
  MoistureSetup setup(MonthAxis window, Regions regions, List<Cell> cells) {
    if (settings == null) {
      return MoistureSetup.none();
    }
    Set<Integer> heldOut = new TreeSet<>(settings.heldOutYears());
    if (!settings.assimilate()) {
      for (int year = window.first().getYear(); year <= window.last().getYear(); year++) {
        heldOut.add(year);
      }
    }
    RegionNames names = names(regions, cells);
    requireKnown(names);
    return MoistureSetup.of(
            new MoistureError(
                settings.weight() == MoistureWeight.AR1
                    ? MoistureError.Weight.AR1
                    : MoistureError.Weight.FACTOR,
                settings.correlationDays(),
                settings.factor(),
                settings.errorInflation()),
            new BiasTreatment(
                kind(settings.bias()),
                settings.offsetSigma(),
                settings.gainSigma(),
                settings.logDet()),
            heldOut,
            names)
        .withoutRegions(Set.copyOf(settings.heldOutRegions()));
  }

  private void requireKnown(RegionNames names) {
    for (String region : settings.heldOutRegions()) {
      if (!names.names().contains(region)) {
        throw new InputException(
            "observations.soilMoisture.heldOutRegions",
            region,
            "no cell is counted in a region of this name",
            "The regions here are " + String.join(", ", names.names()));
      }
    }
  }

  private static BiasTreatment.Kind kind(BiasKind bias) {
    return switch (bias) {
      case OFFSET -> BiasTreatment.Kind.OFFSET;
      case NONE -> BiasTreatment.Kind.NONE;
      case OFFSET_GAIN -> BiasTreatment.Kind.OFFSET_GAIN;
      case LINEAR -> BiasTreatment.Kind.LINEAR;
      case CDF -> BiasTreatment.Kind.CDF;
    };
  }

  /** Every cell is counted in one region: the leading one of the last set of the experiment. */
  private static RegionNames names(Regions regions, List<Cell> cells) {
    List<Region> all = regions.regions();
    String set = all.get(all.size() - 1).set();
    List<String> names = new ArrayList<>();
    Map<Integer, Integer> regionOf = new HashMap<>();
    for (Cell cell : cells) {
      String name = regions.leading(cell.id(), set).map(Region::name).orElse(ELSEWHERE);
      if (!names.contains(name)) {
        names.add(name);
      }
      regionOf.put(cell.id(), names.indexOf(name));
    }
    return new RegionNames(names, regionOf);
  }
}
