package org.ccdas.observe.local;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;

/**
 * What the ingest of a product told of itself, kept with the results: counts and maps of what
 * screening rejected, the quarantine list, the summary.
 *
 * @param products folder of the product files, beside which an ingest leaves its reports; empty
 *     when the files were named one by one
 */
public record ProductReports(Optional<Location> products) {
  /** Folder of the copies. */
  private static final String FOLDER = "ingest";

  /** The files that an ingest leaves beside its products. */
  private static final List<String> NAMES =
      List.of("screening.csv", "screening.nc", "quarantine.csv", "summary.json");

  /** Copies the files into the folder of a run; those of a former run go. */
  void copy(Location run) throws IOException {
    for (String name : NAMES) {
      Location copy = run.resolve(FOLDER).resolve(name);
      Optional<Location> source = products.map(folder -> folder.resolve(name));
      if (source.isPresent() && StoredFiles.exists(source.get())) {
        StoredFiles.write(copy, StoredFiles.read(source.get()));
      } else {
        StoredFiles.delete(copy);
      }
    }
  }
}
