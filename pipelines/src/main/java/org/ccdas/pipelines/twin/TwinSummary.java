package org.ccdas.pipelines.twin;

import java.io.IOException;
import java.util.List;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.report.run.ResultJson;
import org.ccdas.verify.twin.PerfectTwin;
import org.ccdas.verify.twin.TwinCoverage;
import org.ccdas.verify.twin.TwinDraw;
import org.ccdas.verify.twin.TwinFile;
import org.ccdas.verify.twin.TwinPlan;

/** {@code twin-coverage.json}: everything that the twins have found, and the verdicts. */
record TwinSummary(
    String title,
    String observations,
    boolean passed,
    Verdict normalisedError,
    double normalisedErrorStandardError,
    double costRatio,
    Verdict coverage,
    double parameterCoverage,
    long failures,
    int passes,
    double seconds,
    List<Perfect> perfect,
    double[] eigenvalues,
    List<String> parameters,
    List<Draw> draws) {
  /** A number and the range that it must be in. */
  record Verdict(double value, List<Double> range, boolean passed) {}

  /** A twin with perfect data; only those of scale 1 count in the verdict. */
  record Perfect(
      boolean withPrior,
      double scale,
      double largest,
      double allowed,
      boolean passed,
      int directions,
      int directionsPassed,
      double cost,
      boolean converged,
      String stoppedBecause,
      int passes,
      double seconds,
      double[] eigenvalues,
      double[] errors) {
    static Perfect of(TwinFile.Perfect done) {
      PerfectTwin twin = done.twin();
      return new Perfect(
          twin.withPrior(),
          done.scale(),
          twin.largest(),
          twin.limit(),
          twin.passed(),
          twin.directions(),
          twin.allowed(),
          twin.cost(),
          twin.converged(),
          twin.reason(),
          twin.passes(),
          done.seconds(),
          twin.eigenvalues(),
          twin.errors());
    }
  }

  /** A draw; errors in posterior standard deviations, in the order of the plan. */
  record Draw(
      long seed,
      double normalisedError,
      int inside,
      int parametersInside,
      double cost,
      double costAtTruth,
      double costRatio,
      boolean converged,
      String stoppedBecause,
      int passes,
      double seconds,
      double[] directionErrors,
      double[] parameterErrors) {
    static Draw of(TwinFile.Draw done) {
      TwinDraw draw = done.draw();
      return new Draw(
          draw.seed(),
          draw.normalisedError(),
          draw.inside(),
          draw.parametersInside(),
          draw.cost(),
          draw.costAtTruth(),
          draw.costRatio(),
          draw.converged(),
          draw.reason(),
          draw.passes(),
          done.seconds(),
          draw.directionErrors(),
          draw.parameterErrors());
    }
  }

  static void write(TwinFindings findings, Location file) throws IOException {
    StoredFiles.write(file, ResultJson.of(of(findings)));
  }

  private static TwinSummary of(TwinFindings findings) {
    TwinCoverage coverage = findings.coverage();
    return new TwinSummary(
        findings.title(),
        findings.observations(),
        findings.passed(),
        new Verdict(coverage.meanError(), TwinCoverage.ERROR_RANGE, coverage.errorPassed()),
        coverage.standardError(),
        coverage.meanCostRatio(),
        new Verdict(coverage.coverage(), TwinCoverage.COVERAGE_RANGE, coverage.coveragePassed()),
        coverage.parameterCoverage(),
        coverage.failures(),
        coverage.draws().stream().mapToInt(TwinDraw::passes).sum(),
        findings.draws().stream().mapToDouble(TwinFile.Draw::seconds).sum(),
        findings.perfect().stream().map(Perfect::of).toList(),
        findings.plan().eigenvalues(),
        findings.plan().parameters().stream().map(TwinPlan.Constrained::label).toList(),
        findings.draws().stream().map(Draw::of).toList());
  }
}
