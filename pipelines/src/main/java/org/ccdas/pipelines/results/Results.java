package org.ccdas.pipelines.results;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.observe.stream.StreamFindings;
import org.ccdas.pipelines.run.RunFolder;
import org.ccdas.pipelines.run.RunOutcome;
import org.ccdas.report.run.ResultJson;
import org.ccdas.report.run.RunSummary;
import org.ccdas.report.run.TwinErrors;

/**
 * Writes the results of a run into its folder: {@value #PARAMETERS}, {@value #FLUXES}, {@value
 * #COST}, {@value #POSTERIOR}, those of the streams of observations, {@code summary.json} and
 * {@code provenance.json}. The page {@code docs/results.md} describes them. Each file is replaced
 * as a whole; the same outcome gives the same bytes, but for the provenance, which has a clock.
 */
public final class Results {
  /** Estimated parameters. */
  public static final String PARAMETERS = "parameters.nc";

  /** Monthly fluxes of the cells. */
  public static final String FLUXES = "fluxes.nc";

  /** History of the cost. */
  public static final String COST = "cost.nc";

  /** Uncertainty of parameters and fluxes. */
  public static final String POSTERIOR = "posterior.nc";

  /** All files that a run may leave and whose digest its provenance names. */
  static List<String> files(RunFindings findings) {
    List<String> files = new ArrayList<>(List.of(PARAMETERS, FLUXES));
    findings.streams().forEach(stream -> files.addAll(stream.files()));
    files.addAll(List.of(COST, POSTERIOR, RunSummary.FILE));
    return files;
  }

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
    for (StreamFindings stream : findings.streams()) {
      stream.write(folder.root(), content -> NetcdfFiles.titled(findings, content));
    }
    CostFile.write(findings, folder.result(COST));
    if (outcome.uncertainty().isPresent()) {
      PosteriorFile.write(findings, outcome.uncertainty().get(), folder.result(POSTERIOR));
    }
    StoredFiles.write(folder.summary(), ResultJson.of(Summary.of(findings)));
    StoredFiles.write(
        folder.provenance(), ResultJson.of(Provenance.of(findings, folder, Instant.now())));
  }
}
