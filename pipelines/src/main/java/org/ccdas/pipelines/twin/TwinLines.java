package org.ccdas.pipelines.twin;

import java.util.Locale;
import java.util.function.Consumer;
import org.ccdas.verify.twin.PerfectTwin;
import org.ccdas.verify.twin.TwinCoverage;
import org.ccdas.verify.twin.TwinDraw;
import org.ccdas.verify.twin.TwinFile;
import org.ccdas.verify.twin.TwinPlan;

/** What a person reads of twins while they run and at their end. */
final class TwinLines {
  private final Consumer<String> out;

  TwinLines(Consumer<String> out) {
    this.out = out;
  }

  private void say(String format, Object... arguments) {
    out.accept(String.format(Locale.ROOT, format, arguments));
  }

  void plan(TwinPlan plan, String observations, int parameters) {
    say(
        "plan: %d draws of %s; %d of %d directions and %d parameters are constrained",
        plan.seeds().size(),
        observations,
        plan.directions().length,
        parameters,
        plan.parameters().size());
  }

  void perfect(TwinFile.Perfect done) {
    PerfectTwin twin = done.twin();
    say(
        "perfect data, prior %s%s: %s at most %.2g in %d of %d directions, largest %.2g; cost %.2g,"
            + " %d passes, %.1f s: %s",
        twin.withPrior() ? "on" : "off",
        done.scale() == 1 ? "" : String.format(Locale.ROOT, ", truth times %s", done.scale()),
        twin.withPrior() ? "deviation from the expected pull" : "error",
        twin.limit(),
        twin.allowed(),
        twin.directions(),
        twin.largest(),
        twin.cost(),
        twin.passes(),
        done.seconds(),
        verdict(twin.passed()));
  }

  void draw(TwinFile.Draw done, int number, int all) {
    TwinDraw draw = done.draw();
    say(
        "draw %d of %d, seed %d: e'He/n %.3f, 2(J(x_t)-J)/n %.3f, %d of %d directions within one sigma, %d passes,"
            + " %.1f s%s",
        number,
        all,
        draw.seed(),
        draw.normalisedError(),
        draw.costRatio(),
        draw.inside(),
        draw.directions(),
        draw.passes(),
        done.seconds(),
        draw.converged() ? "" : ", not converged: " + draw.reason());
  }

  void end(TwinFindings findings) {
    TwinCoverage coverage = findings.coverage();
    say(
        "mean of e'He/n %.3f +- %.3f (wanted %s): %s",
        coverage.meanError(),
        coverage.standardError(),
        TwinCoverage.ERROR_RANGE,
        verdict(coverage.errorPassed()));
    say(
        "pooled coverage of one sigma %.3f (wanted %s): %s",
        coverage.coverage(), TwinCoverage.COVERAGE_RANGE, verdict(coverage.coveragePassed()));
    say("mean of 2(J(x_t)-J)/n, the same without linearisation: %.3f", coverage.meanCostRatio());
    say(
        "coverage of the constrained parameters %.3f; minimisations that failed: %d of %d",
        coverage.parameterCoverage(), coverage.failures(), coverage.draws().size());
  }

  private static String verdict(boolean passed) {
    return passed ? "passed" : "failed";
  }
}
