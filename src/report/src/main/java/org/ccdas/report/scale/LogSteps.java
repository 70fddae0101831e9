package org.ccdas.report.scale;

import java.util.ArrayList;
import java.util.List;

/** Round numbers along a logarithmic axis. */
public final class LogSteps {
  private static final int FEW = 3;
  private static final int MOST = 9;

  private LogSteps() {}

  /**
   * Powers of ten within a range, or 1, 2 and 5 times them when these are few, or evenly spaced
   * round numbers when those are few too; at most nine, then every second, third, ... power.
   *
   * @param low lower end, positive
   * @param high upper end, above {@code low}
   */
  public static List<Double> within(double low, double high) {
    if (!(low > 0 && low < high)) {
      throw new IllegalArgumentException("no logarithmic steps from " + low + " to " + high);
    }
    List<Double> powers = multiples(low, high, 1);
    if (powers.size() > FEW) {
      int every = (powers.size() + MOST - 1) / MOST;
      List<Double> some = new ArrayList<>();
      for (int i = 0; i < powers.size(); i += every) {
        some.add(powers.get(i));
      }
      return some;
    }
    List<Double> fine = multiples(low, high, 1, 2, 5);
    if (fine.size() >= FEW) {
      return fine;
    }
    List<Double> even = new ArrayList<>();
    RoundSteps steps = RoundSteps.covering(low, high);
    for (int i = 0; i <= steps.count(); i++) {
      double value = steps.first() + i * steps.step();
      if (value >= low && value <= high) {
        even.add(value);
      }
    }
    return even;
  }

  private static List<Double> multiples(double low, double high, int... mantissas) {
    List<Double> values = new ArrayList<>();
    int first = (int) Math.floor(Math.log10(low));
    int last = (int) Math.ceil(Math.log10(high));
    for (int exponent = first; exponent <= last; exponent++) {
      for (int mantissa : mantissas) {
        // read from text, so that 1e-3 is the nearest double to 0.001
        double value = Double.parseDouble(mantissa + "e" + exponent);
        if (value >= low && value <= high) {
          values.add(value);
        }
      }
    }
    return values;
  }
}
