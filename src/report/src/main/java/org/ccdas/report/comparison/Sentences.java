package org.ccdas.report.comparison;

import static org.ccdas.report.page.Numbers.fixed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccdas.report.compared.ComparedRun;
import org.ccdas.report.compared.ComparisonIndex;
import org.ccdas.report.run.PosteriorResult;
import org.ccdas.report.stream.StreamPages;

/** A run in one sentence. */
final class Sentences {
  private Sentences() {}

  static String of(ComparedRun run) {
    List<String> parts = new ArrayList<>();
    parts.add(nep(run));
    if (Double.isFinite(run.degreesOfFreedom()) && !run.prior()) {
      parts.add(fixed(run.degreesOfFreedom(), 1) + " degrees of freedom determined");
    }
    StreamPages.all().forEach(stream -> stream.unseen(run).ifPresent(parts::add));
    return run.name() + ": " + String.join("; ", parts) + ".";
  }

  private static String nep(ComparedRun run) {
    Optional<PosteriorResult.Target> target = run.globalMean("NEP");
    double nep =
        target.map(run::value).orElse(run.number(run.run().summary().global().mean().nep()));
    String amount = fixed(Math.abs(nep), 2);
    String sign =
        amount.equals(fixed(0, 2)) ? "is in balance, " : nep > 0 ? "takes up " : "gives off ";
    return "the land "
        + sign
        + amount
        + target.map(t -> " ± " + fixed(run.sigma(t), 2)).orElse("")
        + " PgC a year";
  }

  /** The streams of a member in words. */
  static List<String> streams(ComparisonIndex.Member member) {
    return member.assimilate().stream().map(StreamPages::title).toList();
  }
}
