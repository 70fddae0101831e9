package org.ccdas.verify.check.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What derivatives cost in time, medians of a few runs. Indicative: other load on the machine and
 * the compiler's warming up change it.
 *
 * @param subject what was run
 * @param forward seconds of the function alone
 * @param tangent seconds of a derivative along one direction, the function included
 * @param gradient seconds of a gradient, the function included
 * @param all seconds of a pass that carries all derivatives, the function included
 */
public record DerivativeCost(
    String subject, double forward, double tangent, double gradient, double all) {
  private static final double NANOSECONDS = 1e-9;
  private static final double MILLISECONDS = 1e3;

  /**
   * Measures.
   *
   * @param repeats at least 1; one more run of each goes first and is not counted
   */
  public static DerivativeCost measure(
      String subject,
      int repeats,
      Runnable forward,
      Runnable tangent,
      Runnable gradient,
      Runnable all) {
    return new DerivativeCost(
        subject,
        median(repeats, forward),
        median(repeats, tangent),
        median(repeats, gradient),
        median(repeats, all));
  }

  private static double median(int repeats, Runnable run) {
    run.run();
    double[] seconds = new double[repeats];
    for (int i = 0; i < repeats; i++) {
      long start = System.nanoTime();
      run.run();
      seconds[i] = (System.nanoTime() - start) * NANOSECONDS;
    }
    Arrays.sort(seconds);
    return seconds[repeats / 2];
  }

  /** An aligned table of several measurements; every line ends with a line feed. */
  public static String table(List<DerivativeCost> costs) {
    int width = costs.stream().mapToInt(c -> c.subject.length()).max().orElse(0);
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%-" + width + "s  %10s  %15s  %16s  %11s\n",
            "",
            "forward ms",
            "tangent/forward",
            "gradient/forward",
            "all/forward"));
    for (DerivativeCost cost : costs) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-" + width + "s  %10.1f  %15.1f  %16.1f  %11.1f\n",
              cost.subject,
              cost.forward * MILLISECONDS,
              cost.tangent / cost.forward,
              cost.gradient / cost.forward,
              cost.all / cost.forward));
    }
    return text.toString();
  }
}
