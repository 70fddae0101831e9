package org.ccdas.pipelines.run;

import java.io.PrintWriter;
import java.util.Locale;

/** A line for each round: where progress goes to a file or a pipe. */
final class RoundLines implements RoundDisplay {
  private final PrintWriter out;

  RoundLines(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void begin() {
    print(" eval  iter            J     J_prior       J_co2        J_sm    |gradient|      step");
    print("   damping       s   left\n");
  }

  @Override
  public void round(RunRound round) {
    RunRound.Costs best = round.best();
    print(
        String.format(
            Locale.ROOT,
            "%5d %5d %12.4f %11.4f %11s %11s %13s %9.3g %9.2g %7.1f %s\n",
            round.evaluations(),
            round.iteration(),
            best.cost(),
            best.background(),
            term(best.co2(), "%.4f"),
            term(best.soilMoisture(), "%.4f"),
            term(best.gradientNorm(), "%.5g"),
            round.step(),
            round.damping(),
            round.seconds(),
            round.left()));
  }

  private static String term(double value, String format) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
  }

  private void print(String text) {
    out.print(text);
    out.flush();
  }

  @Override
  public void close() {}
}
