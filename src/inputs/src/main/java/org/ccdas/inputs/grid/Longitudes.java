package org.ccdas.inputs.grid;

/** Longitudes of a file in one turn of the circle, without the column that comes twice. */
final class Longitudes {
  private static final double CIRCLE = 360;

  /** Share of 360 degrees by which coordinates of single precision miss the full circle. */
  private static final double CLOSED = 1e-5;

  private Longitudes() {}

  /** Longitudes without steps over the seam. */
  static double[] unwound(double[] points) {
    int eastward = 0;
    for (int i = 1; i < points.length; i++) {
      double step = Math.IEEEremainder(points[i] - points[i - 1], CIRCLE);
      // nothing is said by a step of a whole turn, as from the last to a cyclic column
      eastward += (int) Math.signum(Math.abs(step) < 1e-9 ? 0 : step);
    }
    boolean falling = eastward < 0 || (eastward == 0 && points.length > 1 && points[1] < points[0]);
    double[] turned = points.clone();
    for (int i = 1; i < turned.length; i++) {
      while (falling ? turned[i] >= turned[i - 1] : turned[i] <= turned[i - 1]) {
        turned[i] += falling ? -CIRCLE : CIRCLE;
      }
    }
    return turned;
  }

  /** Number of columns when the first is not taken again at the end. */
  static int withoutCyclic(double[] points) {
    int last = points.length - 1;
    double turn = Math.abs(points[last] - points[0]);
    double tolerance = last < 2 ? 0 : GridAxis.rounding(turn / last);
    if (last > 1 && Math.abs(turn - CIRCLE) <= tolerance) {
      return last;
    }
    for (int i = 0; turn > CIRCLE && i <= last; i++) {
      for (int j = i + 1; j <= last; j++) {
        if (Math.abs(Math.abs(points[j] - points[i]) - CIRCLE) <= tolerance) {
          throw new IllegalArgumentException(
              "columns "
                  + (i + 1)
                  + " and "
                  + (j + 1)
                  + " are at the same longitude "
                  + points[i]
                  + ", and the first is not taken again at the end only");
        }
      }
    }
    return last + 1;
  }

  /** Bounds in the turn of their longitudes, western first. */
  static double[] turned(double[] bounds, double[] points) {
    double[] turned = new double[bounds.length];
    for (int i = 0; i < points.length; i++) {
      double west = Math.min(bounds[2 * i], bounds[2 * i + 1]);
      double east = Math.max(bounds[2 * i], bounds[2 * i + 1]);
      double tolerance = GridAxis.rounding(east - west);
      if (points[i] < west - tolerance || points[i] > east + tolerance) {
        // in another turn, or a pair such as 359 and 1
        double one = points[i] + Math.IEEEremainder(bounds[2 * i] - points[i], CIRCLE);
        double other = points[i] + Math.IEEEremainder(bounds[2 * i + 1] - points[i], CIRCLE);
        west = Math.min(one, other);
        east = Math.max(one, other);
      }
      turned[2 * i] = west;
      turned[2 * i + 1] = east;
    }
    return turned;
  }

  /** Makes columns that miss the full circle by rounding meet; more than a circle is refused. */
  static GridAxis closed(GridAxis columns) {
    AxisOverlap.Intervals axis = columns.intervals();
    int last = columns.count() - 1;
    int west = axis.low()[0] <= axis.low()[last] ? 0 : last;
    double from = axis.low()[west];
    double to = axis.high()[last - west];
    if (to - from > CIRCLE * (1 + CLOSED)) {
      throw new IllegalArgumentException(
          "longitudes span " + (to - from) + " degrees, from " + from + " to " + to);
    }
    if (Math.abs(to - from - CIRCLE) <= CIRCLE * CLOSED) {
      axis.high()[last - west] = from + CIRCLE;
    }
    return new GridAxis(axis.low(), axis.high());
  }
}
