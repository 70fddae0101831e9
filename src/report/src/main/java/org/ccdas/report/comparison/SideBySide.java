package org.ccdas.report.comparison;

import static org.ccdas.report.page.Numbers.fixed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.ccdas.report.compared.ComparedRun;
import org.ccdas.report.page.HtmlTable;
import org.ccdas.report.run.RunSummary;
import org.ccdas.report.stream.FitStatistic;
import org.ccdas.report.stream.StreamPages;

/**
 * The numbers of all runs in one table, the same for page and terminal.
 *
 * @param names of the columns
 * @param rows of the table
 */
record SideBySide(List<String> names, List<Row> rows) {
  private static final int YEAR = 12;

  /**
   * A row.
   *
   * @param label quantity and unit
   * @param cells one a column
   */
  record Row(String label, List<String> cells) {}

  static SideBySide of(List<ComparedRun> runs) {
    List<Row> rows = new ArrayList<>();
    add(rows, runs, "cost J", run -> fixed(run.cost(), 3));
    add(rows, runs, "J of the prior, ½|x|²", run -> fixed(run.cost(RunSummary.Cost.PRIOR_TERM), 3));
    List<String> streams =
        runs.stream().flatMap(run -> run.run().streams().stream()).distinct().toList();
    for (String stream : streams) {
      String label = "J of " + StreamPages.title(stream);
      add(rows, runs, label, run -> fixed(run.cost(stream), 3));
    }
    for (String stream : streams) {
      for (RunSummary.Data part : RunSummary.Data.values()) {
        fit(rows, runs, stream, part);
      }
    }
    add(rows, runs, "degrees of freedom for signal", run -> fixed(run.degreesOfFreedom(), 1));
    add(rows, runs, "parameters known twice as well", SideBySide::halved);
    add(rows, runs, "NEP of the globe, PgC yr⁻¹", run -> withSigma(run, "NEP", 2));
    add(rows, runs, "GPP of the globe, PgC yr⁻¹", run -> withSigma(run, "GPP", 1));
    add(rows, runs, "standard deviation of yearly NEP, PgC", run -> fixed(variability(run), 3));
    add(rows, runs, "iterations", run -> search(run, RunSummary::iterations));
    add(rows, runs, "passes", run -> search(run, RunSummary::passes));
    add(rows, runs, "converged", SideBySide::converged);
    return new SideBySide(runs.stream().map(ComparedRun::name).toList(), rows);
  }

  /** A row, unless no run has anything in it. */
  private static void add(
      List<Row> rows, List<ComparedRun> runs, String label, Function<ComparedRun, String> cell) {
    List<String> cells = runs.stream().map(cell).toList();
    if (!cells.stream().allMatch(c -> c.equals(fixed(Double.NaN, 0)))) {
      rows.add(new Row(label, cells));
    }
  }

  /** Number of values, chi-square, and statistics with their labels. */
  private static void fit(
      List<Row> rows, List<ComparedRun> runs, String stream, RunSummary.Data part) {
    String what = StreamPages.title(stream) + " " + part.words();
    add(rows, runs, what + ": values", run -> fixed(run.run().summary().values(stream, part), 0));
    add(rows, runs, what + ": chi-square", run -> fixed(run.fit(stream, part, "chiSquare"), 3));
    for (FitStatistic statistic : StreamPages.statistics(stream)) {
      add(
          rows,
          runs,
          what + ": " + statistic.label(),
          run -> fixed(run.fit(stream, part, statistic.key()), statistic.decimals()));
    }
  }

  private static String halved(ComparedRun run) {
    return run.reductions()
        .map(all -> String.valueOf(Arrays.stream(all).filter(r -> r >= 50).count()))
        .orElse(fixed(Double.NaN, 0));
  }

  private static String withSigma(ComparedRun run, String quantity, int decimals) {
    return run.globalMean(quantity)
        .map(t -> fixed(run.value(t), decimals) + " ± " + fixed(run.sigma(t), decimals))
        .orElseGet(
            () -> {
              RunSummary.Budget mean = run.run().summary().global().mean();
              return fixed(run.number(quantity.equals("NEP") ? mean.nep() : mean.gpp()), decimals);
            });
  }

  /** Standard deviation of the sums over whole years; NaN where they carry no signal. */
  static double variability(ComparedRun run) {
    double[] years =
        run.run().summary().global().years().stream()
            .filter(year -> year.months() == YEAR)
            .mapToDouble(year -> run.number(year.budget().nep()))
            .toArray();
    if (run.hasSameWeather() || years.length < 3) {
      return Double.NaN;
    }
    double mean = Arrays.stream(years).average().orElseThrow();
    double squares = Arrays.stream(years).map(y -> (y - mean) * (y - mean)).sum();
    return Math.sqrt(squares / (years.length - 1));
  }

  private static String search(ComparedRun run, ToIntFunction<RunSummary> count) {
    return run.member().isEmpty()
        ? fixed(Double.NaN, 0)
        : fixed(count.applyAsInt(run.run().summary()), 0);
  }

  private static String converged(ComparedRun run) {
    return run.member().isEmpty()
        ? fixed(Double.NaN, 0)
        : run.run().summary().converged() ? "yes" : "no";
  }

  /** As a table of the page. */
  HtmlTable html() {
    HtmlTable table =
        new HtmlTable(
                "All runs at their minimum. A run that assimilates a stream has it in its cost; a"
                    + " chi-square of 1 says that misfits are as large as the stated errors.")
            .manyColumns()
            .texts("");
    names.forEach(table::numbers);
    for (Row row : rows) {
      List<String> cells = new ArrayList<>(List.of(row.label()));
      cells.addAll(row.cells());
      table.row(cells.toArray(String[]::new));
    }
    return table;
  }

  /** As lines of text. */
  List<String> lines() {
    int first = width(rows.stream().map(Row::label).toList());
    List<StringBuilder> lines = new ArrayList<>();
    lines.add(new StringBuilder(padded("", first)));
    rows.forEach(row -> lines.add(new StringBuilder(padded(row.label(), first))));
    for (int c = 0; c < names.size(); c++) {
      int column = c;
      List<String> cells = new ArrayList<>(List.of(names.get(c)));
      rows.forEach(row -> cells.add(row.cells().get(column)));
      int width = width(cells);
      for (int r = 0; r < cells.size(); r++) {
        String cell = cells.get(r);
        lines.get(r).append("  ").append(" ".repeat(width - cell.length())).append(cell);
      }
    }
    return lines.stream().map(StringBuilder::toString).toList();
  }

  private static int width(List<String> texts) {
    return texts.stream().mapToInt(String::length).max().orElse(0);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
