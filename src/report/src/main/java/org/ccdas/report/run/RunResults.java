package org.ccdas.report.run;

import java.util.List;
import java.util.Optional;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;

/**
 * What the sections are made of.
 *
 * @param files of the run
 * @param summary numbers of the run
 * @param provenance what it was made of
 * @param progress a line for every evaluation
 * @param cost how it fell
 * @param parameters estimated parameters
 * @param fluxes of the land cells
 * @param posterior uncertainties
 * @param profile the cost around the minimum
 * @param ensemble members drawn from posterior and prior
 */
public record RunResults(
    RunFiles files,
    RunSummary summary,
    Optional<RunProvenance> provenance,
    Optional<List<ProgressLine>> progress,
    Optional<CostHistory> cost,
    Optional<List<ParameterRow>> parameters,
    Optional<CellFluxes> fluxes,
    Optional<PosteriorResult> posterior,
    Optional<ProfileResult> profile,
    Optional<EnsembleResult> ensemble) {

  /**
   * Reads what is there.
   *
   * @throws InputException when the folder has no summary, or a file is damaged
   */
  public static RunResults read(Location folder) {
    RunFiles files = new RunFiles(folder);
    return new RunResults(
        files,
        files
            .find(RunSummary.FILE, path -> ResultJson.read(path, RunSummary.class))
            .orElseThrow(
                () ->
                    new InputException(
                        files.path(RunSummary.FILE).toString(),
                        "",
                        "there is no such file, so this folder has no results",
                        "Name the folder of a run that has ended")),
        files.find(RunProvenance.FILE, path -> ResultJson.read(path, RunProvenance.class)),
        files.find(ProgressLine.FILE, path -> ResultJson.lines(path, ProgressLine.class)),
        files.find("cost.nc", CostHistory::read),
        files.find("parameters.nc", ParameterRow::read),
        files.find("fluxes.nc", CellFluxes::read),
        files.find("posterior.nc", PosteriorResult::read),
        files.find("posterior.nc", ProfileResult::read).flatMap(found -> found),
        files.find("ensemble.nc", EnsembleResult::read));
  }

  /** Names of the streams of observations, in the order of the run. */
  public List<String> streams() {
    return List.copyOf(summary.observations().keySet());
  }

  /** Why a section is left out whose file is missing. */
  public static String missing(String file) {
    return "Left out: this run has no file " + file + ".";
  }
}
