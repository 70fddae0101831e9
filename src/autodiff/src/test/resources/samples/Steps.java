package samples;

import org.ccdas.autodiff.Constant;
import org.ccdas.autodiff.Intrinsic;
import org.ccdas.autodiff.Kernel;

/** Functions that carry their own derivatives. */
public final class Steps {
  private Steps() {}

  /** w log(1 + exp(x/w)), exact far from 0. */
  @Intrinsic(partials = {"softSlope", ""})
  public static double soft(double x, double w) {
    if (x > 40 * w) {
      return x;
    }
    return x < -40 * w ? w * Math.exp(x / w) : w * Math.log1p(Math.exp(x / w));
  }

  /** The partial of {@link #soft} with respect to x. */
  public static double softSlope(double x, double w) {
    return 1 / (1 + Math.exp(-x / w));
  }

  /** The geometric mean. */
  @Intrinsic(partials = {"meanByX", "meanByY"})
  public static double mean(double x, double y) {
    return Math.sqrt(x * y);
  }

  /** The partial of {@link #mean} with respect to x. */
  public static double meanByX(double x, double y) {
    return 0.5 * Math.sqrt(y / x);
  }

  /** The partial of {@link #mean} with respect to y. */
  public static double meanByY(double x, double y) {
    return 0.5 * Math.sqrt(x / y);
  }

  @Kernel("Steps1")
  static double kernel(double x, double y, @Constant double width) {
    return soft(x - y, 0.1 + width) * mean(x, y) + soft(2.0, 0.5) - soft(y * y, 0.1);
  }
}
