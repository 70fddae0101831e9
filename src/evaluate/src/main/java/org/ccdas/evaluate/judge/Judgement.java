package org.ccdas.evaluate.judge;

import java.util.List;

/**
 * A run put beside independent data.
 *
 * @param title of the run
 * @param notes what a reader must know of it
 * @param datasets titles of the data sets that were found
 * @param run its fluxes
 * @param comparisons with regions and towers
 * @param grids comparisons cell by cell
 * @param statements of the published abstract, with verdicts
 */
public record Judgement(
    String title,
    List<String> notes,
    List<String> datasets,
    RunFluxes run,
    List<Comparison> comparisons,
    List<GridComparison> grids,
    List<Statement> statements) {
  /** Copies the lists. */
  public Judgement {
    notes = List.copyOf(notes);
    datasets = List.copyOf(datasets);
    comparisons = List.copyOf(comparisons);
    grids = List.copyOf(grids);
    statements = List.copyOf(statements);
  }
}
