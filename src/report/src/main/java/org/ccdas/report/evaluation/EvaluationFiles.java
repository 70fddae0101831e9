package org.ccdas.report.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.ccdas.evaluate.judge.Comparison;
import org.ccdas.evaluate.judge.GridComparison;
import org.ccdas.evaluate.judge.Judgement;
import org.ccdas.evaluate.judge.Stage;
import org.ccdas.evaluate.score.Agreement;
import org.ccdas.evaluate.score.IlambScores;
import org.ccdas.evaluate.score.Scores;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.report.run.ResultJson;

/**
 * The numbers of an evaluation: {@value #JSON} for programs, {@value #CSV} with a number a line;
 * {@code docs/judging.md} explains keys and columns.
 */
public final class EvaluationFiles {
  /** Name of the JSON file. */
  public static final String JSON = "evaluation.json";

  /** Name of the table. */
  public static final String CSV = "evaluation.csv";

  private static final int VERSION = 1;

  private EvaluationFiles() {}

  private record Content(
      int formatVersion,
      String title,
      List<String> notes,
      List<String> datasets,
      List<StatementEntry> statements,
      List<ComparisonEntry> comparisons,
      List<GridEntry> grids) {}

  private record StatementEntry(
      String id, String text, String criterion, String verdict, String number, String place) {}

  private record ComparisonEntry(
      String source,
      String kind,
      boolean ensemble,
      String quantity,
      String set,
      String place,
      String type,
      String unit,
      int monthsEach,
      String adjustment,
      double referenceMean,
      double referenceSigma,
      double priorSigma,
      double posteriorSigma,
      Scores prior,
      Scores posterior) {}

  private record GridEntry(
      String source, String kind, String quantity, IlambScores prior, IlambScores posterior) {}

  /** Writes both files into a folder. */
  public static void write(Location folder, Judgement judgement) throws IOException {
    StoredFiles.write(folder.resolve(JSON), ResultJson.of(content(judgement)));
    StoredFiles.write(folder.resolve(CSV), table(judgement).getBytes(StandardCharsets.UTF_8));
  }

  private static Content content(Judgement judgement) {
    return new Content(
        VERSION,
        judgement.title(),
        judgement.notes(),
        judgement.datasets(),
        judgement.statements().stream()
            .map(
                one ->
                    new StatementEntry(
                        one.id(),
                        one.text(),
                        one.criterion(),
                        one.verdict().words(),
                        one.number(),
                        one.place()))
            .toList(),
        judgement.comparisons().stream().map(EvaluationFiles::entry).toList(),
        judgement.grids().stream()
            .map(
                grid ->
                    new GridEntry(
                        grid.source(),
                        grid.kind().key(),
                        grid.quantity().symbol(),
                        grid.priorScores(),
                        grid.posteriorScores()))
            .toList());
  }

  private static ComparisonEntry entry(Comparison one) {
    return new ComparisonEntry(
        one.source(),
        one.kind().key(),
        one.ensemble(),
        one.quantity().symbol(),
        one.place().set(),
        one.place().name(),
        one.place().type(),
        one.unit(),
        one.monthsEach(),
        one.adjustment(),
        one.agreement(Stage.PRIOR).referenceMean(),
        one.meanSigma(),
        one.own().prior(),
        one.own().posterior(),
        one.priorScores(),
        one.posteriorScores());
  }

  private static String table(Judgement judgement) throws IOException {
    StringBuilder text = new StringBuilder();
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setRecordSeparator('\n')
            .setHeader(
                "source", "kind", "quantity", "set", "place", "stage", "part", "statistic", "value")
            .build();
    try (CSVPrinter printer = new CSVPrinter(text, format)) {
      for (Comparison one : judgement.comparisons()) {
        for (Stage stage : Stage.values()) {
          List<String> first =
              List.of(
                  one.source(),
                  one.kind().key(),
                  one.quantity().symbol(),
                  one.place().set(),
                  one.place().name(),
                  stage.key());
          add(new Rows(printer, first), one, stage);
        }
      }
      for (GridComparison grid : judgement.grids()) {
        for (Stage stage : Stage.values()) {
          List<String> first =
              List.of(
                  grid.source(),
                  grid.kind().key(),
                  grid.quantity().symbol(),
                  "cells",
                  "globe",
                  stage.key());
          new Rows(printer, first).add(grid.scores(stage));
        }
      }
    }
    return text.toString();
  }

  private static void add(Rows rows, Comparison one, Stage stage) throws IOException {
    Scores scores = one.scores(stage);
    rows.add("months", scores.months());
    rows.add("season", scores.season());
    rows.add("anomaly", scores.anomaly());
    rows.add("runningMean", scores.runningMean());
    rows.add("years", scores.years());
    rows.add("season", "amplitude", scores.amplitude());
    rows.add("season", "referenceAmplitude", scores.referenceAmplitude());
    rows.add("season", "lag", scores.lag());
    rows.add("mean", "standardised", one.standardised(stage));
    rows.add(scores.ilamb());
  }

  /** Lines that begin alike. */
  private record Rows(CSVPrinter printer, List<String> first) {
    void add(String part, String statistic, double value) throws IOException {
      if (Double.isFinite(value)) {
        for (String word : first) {
          printer.print(word);
        }
        printer.printRecord(part, statistic, Double.toString(value));
      }
    }

    void add(String part, Agreement agreement) throws IOException {
      if (agreement.n() > 0) {
        add(part, "n", agreement.n());
        add(part, "mean", agreement.mean());
        add(part, "referenceMean", agreement.referenceMean());
        add(part, "standardDeviation", agreement.sd());
        add(part, "referenceStandardDeviation", agreement.referenceSd());
        add(part, "bias", agreement.bias());
        add(part, "rmse", agreement.rmse());
        add(part, "r", agreement.r());
      }
    }

    void add(IlambScores scores) throws IOException {
      add("ilamb", "bias", scores.bias());
      add("ilamb", "rmse", scores.rmse());
      add("ilamb", "cycle", scores.cycle());
      add("ilamb", "interannual", scores.interannual());
      add("ilamb", "distribution", scores.distribution());
      add("ilamb", "overall", scores.overall());
    }
  }
}
