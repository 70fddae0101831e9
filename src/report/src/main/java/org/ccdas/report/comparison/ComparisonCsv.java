package org.ccdas.report.comparison;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.ccdas.report.compared.ComparedRun;
import org.ccdas.report.compared.ComparisonIndex;
import org.ccdas.report.run.ParameterRow;
import org.ccdas.report.run.PosteriorResult;
import org.ccdas.report.run.RunSummary;
import org.ccdas.report.stream.FitStatistic;
import org.ccdas.report.stream.StreamPages;

/**
 * The comparison as a tidy table: one number a row. {@code docs/experiments.md} explains the
 * columns.
 */
final class ComparisonCsv {
  private static final String NOTHING = "";
  private static final String MEAN = "mean";

  private final StringBuilder text = new StringBuilder();
  private final CSVPrinter printer;

  private ComparisonCsv() throws IOException {
    printer =
        new CSVPrinter(
            text,
            CSVFormat.DEFAULT
                .builder()
                .setRecordSeparator('\n')
                .setHeader("member", "quantity", "item", "data", "year", "value", "sigma", "unit")
                .build());
  }

  /** The text of the file. */
  static String of(ComparisonIndex index, List<ComparedRun> runs) {
    try {
      ComparisonCsv csv = new ComparisonCsv();
      for (ComparisonIndex.Member member : index.members()) {
        boolean done = runs.stream().anyMatch(run -> run.name().equals(member.name()));
        csv.row(member.name(), "done", NOTHING, NOTHING, NOTHING, done ? 1 : 0, Double.NaN, "1");
      }
      for (ComparedRun run : runs) {
        csv.add(run);
      }
      return csv.text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(ComparedRun run) throws IOException {
    String name = run.name();
    one(name, "cost", "total", NOTHING, run.cost(), "1");
    one(name, "cost", "prior", NOTHING, run.cost(RunSummary.Cost.PRIOR_TERM), "1");
    for (String stream : run.run().streams()) {
      one(name, "cost", stream, NOTHING, run.cost(stream), "1");
    }
    for (RunSummary.Data data : RunSummary.Data.values()) {
      for (String stream : run.run().streams()) {
        fit(run, stream, data);
      }
    }
    one(name, "degreesOfFreedom", NOTHING, NOTHING, run.degreesOfFreedom(), "1");
    parameters(run);
    for (PosteriorResult.Target target :
        run.run().posterior().map(PosteriorResult::targets).orElse(List.of())) {
      row(
          name,
          target.quantity(),
          target.region(),
          NOTHING,
          target.year() == 0 ? MEAN : String.valueOf(target.year()),
          run.value(target),
          run.sigma(target),
          target.unit());
    }
    for (RunSummary.Year year : run.run().summary().global().years()) {
      year(name, "NEP", year, run.number(year.budget().nep()));
      year(name, "GPP", year, run.number(year.budget().gpp()));
    }
    one(name, "NEP", "standard deviation of years", NOTHING, SideBySide.variability(run), "PgC");
  }

  private void year(String member, String quantity, RunSummary.Year year, double value)
      throws IOException {
    String number = String.valueOf(year.year());
    row(member, quantity, "all land", NOTHING, number, value, Double.NaN, "PgC");
  }

  private void fit(ComparedRun run, String stream, RunSummary.Data data) throws IOException {
    one(run.name(), "values", stream, data.key(), run.run().summary().values(stream, data), "1");
    one(run.name(), "chiSquare", stream, data.key(), run.fit(stream, data, "chiSquare"), "1");
    for (FitStatistic statistic : StreamPages.statistics(stream)) {
      double value = run.fit(stream, data, statistic.key());
      one(run.name(), statistic.key(), stream, data.key(), value, statistic.unit());
    }
  }

  private void parameters(ComparedRun run) throws IOException {
    if (run.run().parameters().isEmpty()) {
      return;
    }
    for (ParameterRow parameter : run.run().parameters().get()) {
      double sigma =
          run.prior()
              ? 1
              : run.run()
                  .posterior()
                  .map(posterior -> posterior.sigma()[parameter.index()])
                  .orElse(Double.NaN);
      row(
          run.name(),
          "parameter",
          parameter.symbol() + " " + parameter.scope(),
          NOTHING,
          NOTHING,
          run.prior() ? 0 : parameter.x(),
          sigma,
          "prior standard deviations");
    }
  }

  /** A number without year and sigma; none when there is none. */
  private void one(
      String member, String quantity, String item, String data, double value, String unit)
      throws IOException {
    if (Double.isFinite(value)) {
      row(member, quantity, item, data, NOTHING, value, Double.NaN, unit);
    }
  }

  private void row(
      String member,
      String quantity,
      String item,
      String data,
      String year,
      double value,
      double sigma,
      String unit)
      throws IOException {
    printer.printRecord(member, quantity, item, data, year, number(value), number(sigma), unit);
  }

  private static String number(double value) {
    return Double.isFinite(value) ? Double.toString(value) : NOTHING;
  }
}
