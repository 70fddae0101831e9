package org.ccdas.report.scale;

/**
 * Round numbers along a range: multiples of 1, 2, 2.5 or 5 times a power of ten.
 *
 * @param first the first number
 * @param step distance of neighbours, positive
 * @param count how many steps there are, at least 1
 */
public record RoundSteps(double first, double step, int count) {
  private static final double[] MANTISSAS = {1, 2, 2.5, 5, 10};
  private static final int MOST = 6;

  /** At most six steps that cover this range, which must not be empty. */
  public static RoundSteps covering(double low, double high) {
    if (!(low < high) || !Double.isFinite(high - low)) {
      throw new IllegalArgumentException("no steps from " + low + " to " + high);
    }
    double power = Math.pow(10, Math.floor(Math.log10((high - low) / MOST)));
    for (double scale = power; ; scale *= 10) {
      for (double mantissa : MANTISSAS) {
        double step = mantissa * scale;
        // a rounding error must not cost a step
        double from = Math.floor(low / step + 1e-9);
        double to = Math.ceil(high / step - 1e-9);
        if (to - from <= MOST) {
          return new RoundSteps(from * step, step, (int) Math.max(1, to - from));
        }
      }
    }
  }

  /** The last number. */
  public double last() {
    return first + count * step;
  }
}
