package org.ccdas.transforms.soilmoisture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.StoredFile;
import org.ccdas.observe.satellite.FileIdentity;
import org.ccdas.observe.satellite.SoilMoistureProducts;

/**
 * Which of the files that were found are read, by their names: those of one series, and of several
 * of one day and overpass the one of greatest precedence. Every file is either among those to be
 * read or has its outcome.
 *
 * @param files to be read
 * @param outcomes of the others
 */
record FileChoice(List<SoilMoistureFile> files, List<FileOutcome> outcomes) {
  /** Endings of what may well hold retrievals, under a name that no product knows. */
  private static final List<String> DATA =
      List.of(".nc", ".nc4", ".h5", ".hdf", ".dbl", ".tgz", ".gz", ".tar", ".zip");

  FileChoice {
    files = List.copyOf(files);
    outcomes = List.copyOf(outcomes);
  }

  /**
   * Chooses.
   *
   * @param input what the user named, for messages
   * @param found all files
   * @param products that are known
   * @param series of which files are read: {@code PRODUCT} or {@code PRODUCT:VARIANT}; empty when
   *     there must be one only
   * @param mostBytes larger files are refused
   * @throws InputException when files are of several series, naming a file of each, or most have
   *     names that no product knows
   */
  static FileChoice of(
      String input,
      List<StoredFile> found,
      SoilMoistureProducts products,
      String series,
      long mostBytes) {
    List<FileOutcome> outcomes = new ArrayList<>();
    TreeMap<String, List<SoilMoistureFile>> bySeries = new TreeMap<>();
    List<String> unknownData = new ArrayList<>();
    for (StoredFile file : found) {
      String path = file.location().toString();
      Optional<FileIdentity> identity;
      try {
        identity = products.identify(path).map(SoilMoistureProducts.Identified::identity);
      } catch (InputException e) {
        outcomes.add(FileOutcome.refused(path, e));
        continue;
      }
      if (identity.isPresent()) {
        bySeries
            .computeIfAbsent(identity.get().series(), name -> new ArrayList<>())
            .add(new SoilMoistureFile(path, file.bytes(), identity.get()));
      } else if (products.isCompanion(path)) {
        outcomes.add(FileOutcome.companion(path));
      } else {
        outcomes.add(FileOutcome.other(path, "no product that is installed knows this name"));
        if (DATA.stream().anyMatch(path.toLowerCase(Locale.ROOT)::endsWith)) {
          unknownData.add(path);
        }
      }
    }
    int known = bySeries.values().stream().mapToInt(List::size).sum();
    if (unknownData.size() > known) {
      throw new InputException(
          input,
          "",
          "most data files have names that no product knows, for example " + unknownData.get(0),
          "Give them the names of the data centre, or put a product that knows them on the class"
              + " path; known are "
              + String.join(", ", products.all().stream().map(product -> product.name()).toList()));
    }
    TreeMap<String, SoilMoistureFile> chosen = new TreeMap<>();
    for (SoilMoistureFile file : ofOneSeries(input, bySeries, series, outcomes)) {
      if (file.bytes() > mostBytes) {
        outcomes.add(
            FileOutcome.refused(
                file.path(),
                "has " + file.bytes() + " bytes; more than " + mostBytes + " are not read."));
        continue;
      }
      SoilMoistureFile better = chosen.putIfAbsent(file.identity().key(), file);
      if (better != null) {
        outcomes.add(FileOutcome.duplicate(file.path(), better.path()));
      }
    }
    return new FileChoice(List.copyOf(chosen.values()), outcomes);
  }

  /** The files of the series that is read, of duplicates the one to be used first. */
  private static List<SoilMoistureFile> ofOneSeries(
      String input,
      TreeMap<String, List<SoilMoistureFile>> bySeries,
      String series,
      List<FileOutcome> outcomes) {
    TreeMap<String, List<SoilMoistureFile>> wanted = new TreeMap<>();
    for (Map.Entry<String, List<SoilMoistureFile>> entry : bySeries.entrySet()) {
      if (series.isEmpty()
          || entry.getKey().equals(series)
          || entry.getValue().get(0).identity().product().equals(series)) {
        wanted.put(entry.getKey(), entry.getValue());
      } else {
        entry
            .getValue()
            .forEach(
                file ->
                    outcomes.add(
                        FileOutcome.other(
                            file.path(), "is of " + entry.getKey() + ", not of " + series)));
      }
    }
    if (wanted.isEmpty() && !bySeries.isEmpty()) {
      throw new InputException(
          input,
          "",
          "no file is of "
              + series
              + "; there are files of "
              + String.join(", ", bySeries.keySet()),
          "Choose one of these with --product");
    }
    if (wanted.size() > 1) {
      SoilMoistureFile one = wanted.firstEntry().getValue().get(0);
      SoilMoistureFile other = wanted.lastEntry().getValue().get(0);
      throw new InputException(
          input,
          "",
          "has files of different products, which are not mixed: "
              + one.path()
              + " is of "
              + one.identity().series()
              + ", "
              + other.path()
              + " is of "
              + other.identity().series(),
          "Choose one with --product: " + String.join(" or ", wanted.keySet()));
    }
    // of copies in several folders the first by path
    return wanted.values().stream()
        .flatMap(List::stream)
        .sorted(
            Comparator.comparing(SoilMoistureFile::identity)
                .reversed()
                .thenComparing(SoilMoistureFile::path))
        .toList();
  }
}
