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
      parts.add(
          "RMSE of "
              + fixed(held, 2)
              + " ppm to "
              + fixed(run.run().summary().number("fit.co2.heldOut.n"), 0)
              + " monthly CO₂ values that it does not assimilate");
    }
    return run.name() + ": " + String.join("; ", parts) + ".";
  }

  private static String nep(ComparedRun run) {
    Optional<PosteriorResult.Target> target = run.globalMean("NEP");
    double nep = target.map(run::value).orElse(run.number("global.mean.nep"));
    String amount = fixed(Math.abs(nep), 2);
    String sign =
        amount.equals(fixed(0, 2)) ? "is in balance, " : nep > 0 ? "takes up " : "gives off ";
    return "the land "
        + sign
        + amount
        + target.map(t -> " ± " + fixed(run.sigma(t), 2)).orElse("")
        + " PgC a year";
  }

  /** How a run predicts what it holds out, beside the others, on the same data. */
  static String of(HeldOutData data, List<ComparedRun> runs) {
    List<String> others =
        runs.stream()
            .filter(run -> run != data.member())
            .map(run -> fixed(data.rmse(run), 2) + " (" + run.name() + ")")
            .toList();
    return "On the "
        + data.month().size()
        + " monthly CO₂ values that "
        + data.member().name()
        + " holds out and another run assimilates, its RMSE is "
        + fixed(data.rmse(data.member()), 2)
        + " ppm, against "
        + String.join(", ", others)
        + ".";
  }

  /** The streams of a member in words. */
  static List<String> streams(ComparisonIndex.Member member) {
    return member.assimilate().stream()
        .map(stream -> stream.equals("co2") ? "CO₂" : "soil moisture")
        .toList();
  }
}
