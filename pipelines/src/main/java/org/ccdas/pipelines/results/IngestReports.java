package org.ccdas.pipelines.results;

import java.io.IOException;
import java.util.List;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.pipelines.config.SoilMoistureSettings;
import org.ccdas.pipelines.run.RunFolder;

/**
 * What the ingest of the soil moisture told of itself, kept with the results: counts and maps of
 * what screening rejected, the quarantine list, the summary.
 */
final class IngestReports {
  /** Folder of the copies. */
  static final String FOLDER = "ingest";

  /** The files that an ingest leaves beside its products. */
  private static final List<String> NAMES =
      List.of("screening.csv", "screening.nc", "quarantine.csv", "summary.json");

  private IngestReports() {}

  /**
   * Copies the files from the folder of the products; those of a former run go.
   *
   * @param settings null when there is no soil moisture
   */
  static void copy(SoilMoistureSettings settings, RunFolder run) throws IOException {
    for (String name : NAMES) {
      Location copy = run.result(FOLDER).resolve(name);
      Location source =
          settings == null || settings.folder() == null
              ? null
              : settings.folder().path().resolve(name);
      if (source != null && StoredFiles.exists(source)) {
        StoredFiles.write(copy, StoredFiles.read(source));
      } else {
        StoredFiles.delete(copy);
      }
    }
  }
}
