package org.ccdas.report.comparison;

import static org.ccdas.report.page.Numbers.fixed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccdas.report.run.PosteriorResult;

/** A run in one sentence. */
final class Sentences {
  private Sentences() {}

  static String of(ComparedRun run) {
    List<String> parts = new ArrayList<>();
    parts.add(nep(run));
    if (Double.isFinite(run.degreesOfFreedom()) && !run.prior()) {
      parts.add(fixed(run.degreesOfFreedom(), 1) + " degrees of freedom determined");
    }
    double held = run.number("fit.co2.heldOut.rmse");
    if (Double.isFinite(held) && run.member().isPresent()) {
      parts.add(fixed(held, 2) + " ppm from the CO₂ that it does not assimilate");
    }
    return run.name() + ": " + String.join("; ", parts) + ".";
  }

  private static String nep(ComparedRun run) {
    Optional<PosteriorResult.Target> target = run.globalMean("NEP");
    double nep = target.map(run::value).orElse(run.number("global.mean.nep"));
    return "the land "
        + (nep >= 0 ? "takes up " : "gives off ")
        + fixed(Math.abs(nep), 2)
        + target.map(t -> " ± " + fixed(run.sigma(t), 2)).orElse("")
        + " PgC a year";
  }

  /** The streams of a member in words. */
  static List<String> streams(ComparisonIndex.Member member) {
    return member.assimilate().stream()
        .map(stream -> stream.equals("co2") ? "CO₂" : "soil moisture")
        .toList();
  }
}
