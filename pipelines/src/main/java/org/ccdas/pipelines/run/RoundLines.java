package org.ccdas.pipelines.run;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** A line for each round: where progress goes to a file or a pipe. */
final class RoundLines implements RoundDisplay {
  private static final int NARROWEST = 11;

  private final PrintWriter out;
  private final List<String> streams;

  /**
   * Lines.
   *
   * @param streams names of the streams of observations
   */
  RoundLines(PrintWriter out, List<String> streams) {
    this.out = out;
    this.streams = List.copyOf(streams);
  }

  @Override
  public void begin() {
    StringBuilder terms = new StringBuilder();
    streams.forEach(stream -> terms.append(' ').append(column(stream, "J_" + stream)));
    print(
        " eval  iter            J     J_prior"
            + terms
            + "    |gradient|      step   damping       s   left\n");
  }

  @Override
  public void round(RunRound round) {
    RunRound.Costs best = round.best();
    StringBuilder terms = new StringBuilder();
    for (String stream : streams) {
      terms.append(' ').append(column(stream, number(best.streams().get(stream), "%.4f")));
    }
    print(
        String.format(
            Locale.ROOT,
            "%5d %5d %12.4f %11.4f%s %13s %9.3g %9.2g %7.1f %s\n",
            round.evaluations(),
            round.iteration(),
            best.cost(),
            best.prior(),
            terms,
            number(best.gradientNorm(), "%.5g"),
            round.step(),
            round.damping(),
            round.seconds(),
            round.left()));
  }

  private static String column(String stream, String text) {
    return String.format(Locale.ROOT, "%" + Math.max(NARROWEST, stream.length() + 2) + "s", text);
  }

  private static String number(double value, String format) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
  }

  private void print(String text) {
    out.print(text);
    out.flush();
  }

  @Override
  public void close() {}
}
