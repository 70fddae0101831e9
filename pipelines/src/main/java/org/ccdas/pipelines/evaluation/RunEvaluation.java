package org.ccdas.pipelines.evaluation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.ccdas.evaluate.judge.Comparison;
import org.ccdas.evaluate.judge.Comparisons;
import org.ccdas.evaluate.judge.GridComparison;
import org.ccdas.evaluate.judge.Judgement;
import org.ccdas.evaluate.judge.PublishedAbstract;
import org.ccdas.evaluate.reference.LandUseEmissions;
import org.ccdas.evaluate.reference.ReferenceData;
import org.ccdas.evaluate.reference.ReferenceDataset;
import org.ccdas.evaluate.reference.ReferenceFolder;
import org.ccdas.inputs.file.CsvTable;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.report.evaluation.EvaluationFiles;
import org.ccdas.report.evaluation.EvaluationPage;
import org.ccdas.transport.BackgroundSource;

/**
 * Judges a finished run by independent data.
 *
 * @param run folder of the run
 * @param data folder of the independent data, searched with the folders in it
 * @param out folder for table, numbers, page and pictures
 */
public record RunEvaluation(Location run, Location data, Location out) {
  private static final String BANDS = "landuse-bands.csv";

  /**
   * Reads, compares and writes.
   *
   * @param progress is told what begins
   */
  public Judgement write(Consumer<String> progress) throws IOException {
    EvaluatedRun judged = EvaluatedRun.read(run);
    ReferenceFolder found = ReferenceFolder.of(data, ReferenceFolder.installed());
    ReferenceData references = ReferenceData.ofRegions(List.of());
    List<String> titles = new ArrayList<>();
    for (Map.Entry<ReferenceDataset, List<Location>> entry : found.files().entrySet()) {
      ReferenceDataset dataset = entry.getKey();
      progress.accept(dataset.name() + ": " + entry.getValue().size() + " files");
      titles.add(dataset.title());
      references =
          references.and(
              dataset.read(entry.getValue(), judged.fluxes().cells(), judged.fluxes().months()));
    }
    List<Comparison> comparisons =
        new Comparisons(judged.fluxes(), judged.uncertainty(), emissions(found)).of(references);
    Judgement judgement =
        new Judgement(
            judged.title(),
            judged.notes(),
            titles,
            judged.fluxes(),
            comparisons,
            references.cells().stream()
                .map(series -> GridComparison.of(judged.fluxes(), series))
                .toList(),
            new PublishedAbstract(judged.facts(), comparisons).statements());
    StoredFiles.makeFolder(out);
    EvaluationFiles.write(out, judgement);
    EvaluationPage.write(out, judgement);
    return judgement;
  }

  private static Optional<LandUseEmissions> emissions(ReferenceFolder found) {
    return found.files().values().stream()
        .flatMap(List::stream)
        .filter(file -> LandUseEmissions.isTotals(file.name()))
        .findFirst()
        .map(
            file ->
                LandUseEmissions.of(
                    file,
                    CsvTable.resource(
                        BackgroundSource.class, BANDS, "lat_south", "lat_north", "share")));
  }
}
