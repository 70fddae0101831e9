package org.ccdas.assimilate.minimise;

/**
 * A line search for the strong Wolfe conditions as an immutable state: bracketing, then zooming
 * with cubic interpolation. Nocedal and Wright, Numerical Optimization (2006), algorithms 3.5 and
 * 3.6. phi(a) is the cost at step a along a direction of descent, phi' its slope.
 *
 * @param cost0 phi(0)
 * @param slope0 phi'(0), below 0
 * @param limit the longest step allowed; may be infinite
 * @param low the step of lowest cost that meets the first condition (bracketing: the last one)
 * @param high the other end of the bracket; null while bracketing
 * @param trial the step to evaluate next; the accepted one in the end
 * @param trials steps evaluated so far
 * @param phase where the search stands
 */
record WolfeSearch(
    double cost0,
    double slope0,
    double limit,
    Point low,
    Point high,
    double trial,
    int trials,
    Phase phase) {

  /** Sufficient decrease: phi(a) <= phi(0) + c1 a phi'(0). */
  static final double C1 = 1e-4;

  /** Curvature: |phi'(a)| <= c2 |phi'(0)|. */
  static final double C2 = 0.9;

  private static final int MAX_TRIALS = 20;

  /** A bracket narrower than this share of its place holds no further floating-point numbers. */
  private static final double NARROWEST = 0x1.0p-50;

  /** Where a search stands. */
  enum Phase {
    SEARCHING,
    ACCEPTED,
    FAILED
  }

  /**
   * A step that was evaluated.
   *
   * @param step multiple of the direction
   * @param cost NaN where the cost has no value
   * @param slope derivative of the cost along the direction
   */
  record Point(double step, double cost, double slope) {}

  /** Begins with the step {@code first}, or with the longest allowed. */
  static WolfeSearch start(double cost0, double slope0, double first, double limit) {
    if (!(slope0 < 0 && first > 0 && limit > 0)) {
      throw new IllegalArgumentException(
          "slope " + slope0 + ", first step " + first + ", limit " + limit);
    }
    return new WolfeSearch(
        cost0,
        slope0,
        limit,
        new Point(0, cost0, slope0),
        null,
        Math.min(first, limit),
        0,
        Phase.SEARCHING);
  }

  /** The next state, given cost and slope at {@link #trial}; a cost of NaN means too far. */
  WolfeSearch advance(double cost, double slope) {
    Point point = new Point(trial, cost, slope);
    // phi(a) > phi(0) + c1 a phi'(0)  or  phi(a) >= phi(low)
    boolean tooHigh = !(cost <= cost0 + C1 * trial * slope0) || cost >= low.cost();
    if (tooHigh) {
      return zoom(low, point);
    }
    // |phi'(a)| <= -c2 phi'(0)
    if (Math.abs(slope) <= -C2 * slope0) {
      return with(point, high, trial, Phase.ACCEPTED);
    }
    if (high != null) {
      boolean turn = slope * (high.step() - low.step()) >= 0;
      return zoom(point, turn ? low : high);
    }
    if (slope >= 0) {
      return zoom(point, low);
    }
    if (trial >= limit) {
      // still falling at the wall: the first condition is all that can be had
      return with(point, null, trial, Phase.ACCEPTED);
    }
    return with(point, null, Math.min(limit, extended(point)), Phase.SEARCHING);
  }

  private WolfeSearch zoom(Point newLow, Point newHigh) {
    double width = newHigh.step() - newLow.step();
    if (!(Math.abs(width) > NARROWEST * Math.max(newHigh.step(), newLow.step()))) {
      return with(newLow, newHigh, trial, Phase.FAILED);
    }
    double next;
    if (!Double.isFinite(newHigh.cost())) {
      // well inside, since nothing is known about the far end
      next = newLow.step() + 0.25 * width;
    } else {
      next = cubicMinimum(newLow, newHigh);
      double share = (next - newLow.step()) / width;
      // every third step halves the bracket, so that it shrinks whatever the cubic says
      if (Double.isNaN(share) || trials % 3 == 2) {
        share = 0.5;
      }
      next = newLow.step() + Math.min(0.9, Math.max(0.1, share)) * width;
    }
    return with(newLow, newHigh, next, Phase.SEARCHING);
  }

  /** A longer step: where the cubic has its minimum, but 2 to 10 times as long. */
  private double extended(Point point) {
    double minimum = cubicMinimum(low, point);
    double factor = Double.isNaN(minimum) ? 4 : minimum / point.step();
    return point.step() * Math.min(10, Math.max(2, factor));
  }

  /** Equation 3.59; NaN when the cubic has no minimum. */
  private static double cubicMinimum(Point a, Point b) {
    // d1 = phi'(a) + phi'(b) - 3 (phi(a) - phi(b)) / (a - b)
    double d1 = a.slope() + b.slope() - 3 * (a.cost() - b.cost()) / (a.step() - b.step());
    // d2 = sign(b - a) sqrt(d1^2 - phi'(a) phi'(b))
    double d2 = Math.copySign(Math.sqrt(d1 * d1 - a.slope() * b.slope()), b.step() - a.step());
    // b - (b - a) (phi'(b) + d2 - d1) / (phi'(b) - phi'(a) + 2 d2)
    double share = (b.slope() + d2 - d1) / (b.slope() - a.slope() + 2 * d2);
    return b.step() - (b.step() - a.step()) * share;
  }

  private WolfeSearch with(Point newLow, Point newHigh, double newTrial, Phase newPhase) {
    boolean exhausted = newPhase == Phase.SEARCHING && trials + 1 >= MAX_TRIALS;
    Phase next = exhausted ? Phase.FAILED : newPhase;
    return new WolfeSearch(cost0, slope0, limit, newLow, newHigh, newTrial, trials + 1, next);
  }
}
