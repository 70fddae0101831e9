package samples;

import org.ccdas.autodiff.Constant;
import org.ccdas.autodiff.Intrinsic;
import org.ccdas.autodiff.Kernel;

/** Snow on the ground of one tile. Water in mm, temperature in degC, rates per day. */
public final class Snow {
  /** Melt per degree above the melting point, mm d-1 K-1. */
  private static final double MELT_RATE = 3.22;

  /** Width of the smooth onset of melt, K. */
  private static final double ONSET = 0.1;

  private Snow() {}

  /** The weather of a day: depends on no parameter and on no state. */
  @Constant
  record Weather(double precipitation, double temperature) {}

  /** Snow after a day, and what melted. */
  record Day(double water, double melt) {}

  /** One day of snow, from the snow before and two parameters. */
  @Kernel("SnowDay")
  static Day step(double water, double meltScale, double meltingPoint, Weather w) {
    double snowfall = w.temperature() < 0 ? w.precipitation() : 0;
    double available = water + snowfall;
    // M = hmin(m 3.22 softp(T - T_m), s)     degree-day melt, never more than there is
    double warmth = positivePart(w.temperature() - meltingPoint, ONSET);
    double melt = lesser(meltScale * MELT_RATE * warmth, available);
    return new Day(available - melt, melt);
  }

  // hmin(x, y) = 2xy / (x + y + sqrt((x+y)^2 - 4 eta xy + e2)),  eta = 0.99, e2 = 1e-18
  private static double lesser(double x, double y) {
    double sum = x + y;
    return 2 * x * y / (sum + Math.sqrt(sum * sum - 4 * 0.99 * x * y + 1e-18));
  }

  /** softp: w ln(1 + exp(x/w)), written so that it neither overflows nor loses digits. */
  @Intrinsic(partials = {"positivePartSlope", ""})
  public static double positivePart(double x, double w) {
    return Math.max(x, 0) + w * Math.log1p(Math.exp(-Math.abs(x) / w));
  }

  /** The partial derivative of {@link #positivePart} with respect to x. */
  public static double positivePartSlope(double x, double w) {
    return 1 / (1 + Math.exp(-x / w));
  }
}
