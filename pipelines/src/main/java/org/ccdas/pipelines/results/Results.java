package org.ccdas.pipelines.results;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.observe.flask.FlaskRecord;
import org.ccdas.pipelines.run.RunFolder;
import org.ccdas.pipelines.run.RunOutcome;

/**
 * Writes the results of a run into its folder: {@value #PARAMETERS}, {@value #FLUXES}, {@value
 * #STATIONS}, {@value #COST}, {@value #POSTERIOR}, {@code summary.json} and {@code
 * provenance.json}. The page {@code docs/results.md} describes them. Each file is replaced as a
 * whole; the same outcome gives the same bytes, but for the provenance, which has a clock.
 */
public final class Results {
  /** Estimated parameters. */
  public static final String PARAMETERS = "parameters.nc";

  /** Monthly fluxes of the cells. */
  public static final String FLUXES = "fluxes.nc";

  /** Modelled and observed CO2. */
  public static final String STATIONS = "stations.nc";

  /** History of the cost. */
  public static final String COST = "cost.nc";

  /** Uncertainty of parameters and fluxes. */
  public static final String POSTERIOR = "posterior.nc";

  /** Fit to soil moisture. */
  public static final String SOIL_MOISTURE = "soilmoisture.nc";

  /** All files that a run may leave and whose digest its provenance names. */
  static final List<String> FILES =
      List.of(PARAMETERS, FLUXES, STATIONS, COST, SOIL_MOISTURE, POSTERIOR, "summary.json");

  private Results() {}

  /** Writes the results of a run. */
  public static void write(RunOutcome outcome, RunFolder folder) throws IOException {
    write(outcome, folder, Optional.empty());
  }

  /**
   * Writes the results of a run.
   *
   * @param twin how near a twin experiment came to its truth; empty with real observations
   */
  public static void write(RunOutcome outcome, RunFolder folder, Optional<TwinErrors> twin)
      throws IOException {
    RunFindings findings = RunFindings.of(outcome, twin);
    ParametersFile.write(findings, folder.result(PARAMETERS));
    FluxesFile.write(findings, folder.result(FLUXES));
    if (!findings.stations().isEmpty()) {
      StationsFile.write(findings, folder.result(STATIONS));
    }
    CostFile.write(findings, folder.result(COST));
    if (!findings.moisture().isEmpty()) {
      SoilMoistureFile.write(findings, folder.result(SOIL_MOISTURE));
    }
    if (outcome.uncertainty().isPresent()) {
      PosteriorFile.write(findings, outcome.uncertainty().get(), folder.result(POSTERIOR));
    }
    IngestReports.copy(outcome.problem().experiment().observations().soilMoisture(), folder);
    StoredFiles.write(folder.summary(), JsonText.of(Summary.of(findings)));
    StoredFiles.write(
        folder.provenance(), JsonText.of(Provenance.of(outcome, folder, Instant.now())));
  }

  /** The word for a label in files and tables. */
  static String word(FlaskRecord.Label label) {
    return label.name().toLowerCase(Locale.ROOT);
  }
}
