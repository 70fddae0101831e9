package org.ccdas.evaluate.reference;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFile;
import org.ccdas.inputs.file.StoredFiles;

/**
 * The independent data in a folder and the folders in it, by the data set that reads them.
 *
 * @param files of each data set of which there are any, in the order of their names
 */
public record ReferenceFolder(Map<ReferenceDataset, List<Location>> files) {
  /** The data sets on the classpath, in the order of their names. */
  public static List<ReferenceDataset> installed() {
    return ServiceLoader.load(ReferenceDataset.class, ReferenceFolder.class.getClassLoader())
        .stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(ReferenceDataset::name))
        .toList();
  }

  /**
   * Looks for files by their names; those that no data set knows are passed over.
   *
   * @throws InputException when there is none at all
   */
  public static ReferenceFolder of(Location folder, List<ReferenceDataset> datasets)
      throws IOException {
    List<StoredFile> all = StoredFiles.listAll(folder);
    Map<ReferenceDataset, List<Location>> files = new LinkedHashMap<>();
    for (ReferenceDataset dataset : datasets) {
      List<Location> found = new ArrayList<>();
      all.stream()
          .map(StoredFile::location)
          .filter(file -> dataset.reads(file.name()))
          .sorted()
          .forEach(found::add);
      if (!found.isEmpty()) {
        files.put(dataset, List.copyOf(found));
      }
    }
    if (files.isEmpty()) {
      throw new InputException(
          folder.toString(),
          "",
          "no file in it belongs to a known data set",
          "Name a folder with data of "
              + datasets.stream().map(ReferenceDataset::name).collect(Collectors.joining(", "))
              + "; docs/judging.md says which files each has");
    }
    return new ReferenceFolder(files);
  }
}
