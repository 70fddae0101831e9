package org.ccdas.report.section;

import java.util.List;
import java.util.Optional;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.report.run.CellFluxes;
import org.ccdas.report.run.CostHistory;
import org.ccdas.report.run.EnsembleResult;
import org.ccdas.report.run.MoistureResult;
import org.ccdas.report.run.ParameterRow;
import org.ccdas.report.run.PosteriorResult;
import org.ccdas.report.run.ProfileResult;
import org.ccdas.report.run.RunFiles;
import org.ccdas.report.run.RunJson;
import org.ccdas.report.run.StationRecord;

/**
 * What the sections are made of.
 *
 * @param files of the run
 * @param summary numbers of the run
 * @param provenance what it was made of
 * @param progress an object for every evaluation
 * @param cost how it fell
 * @param parameters estimated parameters
 * @param stations CO2 at stations
 * @param fluxes of the land cells
 * @param posterior uncertainties
 * @param profile the cost around the minimum
 * @param ensemble members drawn from posterior and prior
 * @param moisture soil moisture by cell
 */
public record RunResults(
    RunFiles files,
    RunJson summary,
    Optional<RunJson> provenance,
    Optional<List<RunJson>> progress,
    Optional<CostHistory> cost,
    Optional<List<ParameterRow>> parameters,
    Optional<List<StationRecord>> stations,
    Optional<CellFluxes> fluxes,
    Optional<PosteriorResult> posterior,
    Optional<ProfileResult> profile,
    Optional<EnsembleResult> ensemble,
    Optional<MoistureResult> moisture) {

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
            .find("summary.json", RunJson::read)
            .orElseThrow(
                () ->
                    new InputException(
                        files.path("summary.json").toString(),
                        "",
                        "there is no such file, so this folder has no results",
                        "Name the folder of a run that has ended")),
        files.find("provenance.json", RunJson::read),
        files.find("progress.jsonl", RunJson::lines),
        files.find("cost.nc", CostHistory::read),
        files.find("parameters.nc", ParameterRow::read),
        files.find("stations.nc", StationRecord::read),
        files.find("fluxes.nc", CellFluxes::read),
        files.find("posterior.nc", PosteriorResult::read),
        files.find("posterior.nc", ProfileResult::read).flatMap(found -> found),
        files.find("ensemble.nc", EnsembleResult::read),
        files.find("soilmoisture.nc", MoistureResult::read));
  }

  /** Why the search ended, in words. */
  String stoppedBecause() {
    return summary.text(summary.has("stoppedBecause") ? "stoppedBecause" : "reason");
  }

  /** Why a section is left out whose file is missing. */
  static String missing(String file) {
    return "Left out: this run has no file " + file + ".";
  }
}
