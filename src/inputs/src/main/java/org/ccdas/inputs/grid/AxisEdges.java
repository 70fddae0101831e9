package org.ccdas.inputs.grid;

import java.util.Arrays;
import java.util.Optional;

/**
 * Makes rows and columns from the coordinates of a file. Bounds decide where there are any; without
 * them the edges follow from the coordinates:
 *
 * <ul>
 *   <li>on a regular axis they lie half a step from the centres, or a step beyond the coordinates
 *       when these are edges; steps of several times the least are gaps, in which nothing is;
 *   <li>on an axis whose steps change smoothly, as Gaussian latitudes, half-way between centres;
 *   <li>an axis of any other spacing, or of a single coordinate, needs bounds.
 * </ul>
 *
 * <p>Rows are cut at the poles. What fails is an {@link IllegalArgumentException} whose message is
 * the reason.
 */
final class AxisEdges {
  /** Share of a step by which steps may differ on a regular axis, as on Gaussian latitudes. */
  private static final double REGULAR = 0.05;

  /** Ratio of neighbouring steps up to which an axis is smooth. */
  private static final double SMOOTH = 1.5;

  /** What a coordinate is of its row or column. */
  enum Point {
    CENTRE,
    /** Southern or western edge. */
    LOW,
    /** Northern or eastern edge. */
    HIGH
  }

  private AxisEdges() {}

  /**
   * Rows.
   *
   * @param points latitudes, degrees north, rising or falling
   * @param bounds two for each, or nothing
   * @param stated what the points are, where that is known
   */
  static GridAxis ofLatitudes(double[] points, Optional<double[]> bounds, Optional<Point> stated) {
    requireOrder(points, "latitudes");
    GridAxis axis = of(points, bounds, stated, "latitude");
    double[] south = new double[points.length];
    double[] north = new double[points.length];
    for (int i = 0; i < points.length; i++) {
      south[i] = Math.max(-90, axis.low(i));
      north[i] = Math.min(90, axis.high(i));
      if (!(south[i] < north[i])) {
        throw new IllegalArgumentException(
            "the row of latitude " + points[i] + " lies beyond the pole");
      }
    }
    return new GridAxis(south, north);
  }

  /**
   * Columns; the first taken again at the end is left out.
   *
   * @param points longitudes, degrees east, rising or falling after steps over the seam are undone
   * @param bounds two for each, or nothing
   * @param stated what the points are, where that is known
   */
  static GridAxis ofLongitudes(double[] points, Optional<double[]> bounds, Optional<Point> stated) {
    double[] turned = Longitudes.unwound(points);
    requireOrder(turned, "longitudes");
    int count = Longitudes.withoutCyclic(turned);
    double[] once = Arrays.copyOf(turned, count);
    Optional<double[]> own =
        bounds.map(all -> Longitudes.turned(Arrays.copyOf(all, 2 * count), once));
    return Longitudes.closed(of(once, own, stated, "longitude"));
  }

  private static GridAxis of(
      double[] points, Optional<double[]> bounds, Optional<Point> stated, String what) {
    if (bounds.isPresent()) {
      GridAxis axis = ofBounds(points, bounds.get(), what);
      stated.ifPresent(point -> requireAgreement(axis, points, point, what));
      return axis;
    }
    if (points.length < 2) {
      throw new IllegalArgumentException(
          "there is one " + what + " only and no bounds say where its cell ends");
    }
    return inferred(points, stated.orElse(Point.CENTRE), what);
  }

  private static void requireOrder(double[] points, String what) {
    if (points.length == 0) {
      throw new IllegalArgumentException("there are no " + what);
    }
    for (int i = 1; i < points.length; i++) {
      boolean rising = points[1] > points[0];
      if (!(rising ? points[i] > points[i - 1] : points[i] < points[i - 1])) {
        throw new IllegalArgumentException(
            "the " + what + " neither rise nor fall: " + points[i - 1] + ", " + points[i]);
      }
    }
  }

  private static GridAxis ofBounds(double[] points, double[] bounds, String what) {
    double[] low = new double[points.length];
    double[] high = new double[points.length];
    for (int i = 0; i < points.length; i++) {
      low[i] = Math.min(bounds[2 * i], bounds[2 * i + 1]);
      high[i] = Math.max(bounds[2 * i], bounds[2 * i + 1]);
      double tolerance = GridAxis.rounding(high[i] - low[i]);
      if (!(high[i] > low[i]
          && points[i] >= low[i] - tolerance
          && points[i] <= high[i] + tolerance)) {
        throw new IllegalArgumentException(
            what
                + " "
                + points[i]
                + " does not lie within its bounds "
                + bounds[2 * i]
                + " and "
                + bounds[2 * i + 1]);
      }
    }
    for (int i = 1; i < points.length; i++) {
      boolean rising = points[i] > points[i - 1];
      double between = rising ? low[i] - high[i - 1] : low[i - 1] - high[i];
      double narrower = Math.min(high[i] - low[i], high[i - 1] - low[i - 1]);
      double tolerance = GridAxis.rounding(narrower);
      // neighbours touch, or whole cells are missing between them
      if (between < -tolerance || (between > tolerance && between < narrower - tolerance)) {
        throw new IllegalArgumentException(
            "the bounds of "
                + what
                + " "
                + points[i - 1]
                + " and "
                + points[i]
                + (between < 0 ? " overlap" : " leave a gap narrower than a cell"));
      }
    }
    return new GridAxis(low, high);
  }

  /** What was stated of the coordinates must hold for most of them; polar rows may be half ones. */
  private static void requireAgreement(GridAxis axis, double[] points, Point stated, String what) {
    int others = 0;
    for (int i = 0; i < points.length; i++) {
      double place = (points[i] - axis.low(i)) / (axis.high(i) - axis.low(i));
      Point found = place < 0.25 ? Point.LOW : place > 0.75 ? Point.HIGH : Point.CENTRE;
      others += found == stated ? 0 : 1;
    }
    if (2 * others > points.length) {
      throw new IllegalArgumentException(
          "the bounds contradict the registration that was stated: "
              + what
              + " "
              + points[0]
              + " has the bounds "
              + axis.low(0)
              + " and "
              + axis.high(0));
    }
  }

  private static GridAxis inferred(double[] points, Point point, String what) {
    boolean rising = points[1] > points[0];
    double[] ascending = rising ? points : reversed(points);
    double step = Double.POSITIVE_INFINITY;
    for (int i = 1; i < points.length; i++) {
      step = Math.min(step, ascending[i] - ascending[i - 1]);
    }
    boolean[] gap = gaps(ascending, step, what);
    double[] low = new double[points.length];
    double[] high = new double[points.length];
    for (int i = 0; i < points.length; i++) {
      double here = ascending[i];
      boolean hasBefore = i > 0 && !gap[i];
      boolean hasAfter = i + 1 < points.length && !gap[i + 1];
      // at an end or a gap the next would be as far away as the neighbour on the other side
      double before =
          hasBefore ? ascending[i - 1] : hasAfter ? 2 * here - ascending[i + 1] : here - step;
      double after = hasAfter ? ascending[i + 1] : 2 * here - before;
      low[i] =
          switch (point) {
            case CENTRE -> 0.5 * (before + here);
            case LOW -> here;
            case HIGH -> before;
          };
      high[i] =
          switch (point) {
            case CENTRE -> 0.5 * (here + after);
            case LOW -> after;
            case HIGH -> here;
          };
    }
    return rising ? new GridAxis(low, high) : new GridAxis(reversed(low), reversed(high));
  }

  /** Whether cells are missing before each point. */
  private static boolean[] gaps(double[] ascending, double step, String what) {
    boolean[] gap = new boolean[ascending.length + 1];
    boolean regular = true;
    boolean smooth = true;
    for (int i = 1; i < ascending.length; i++) {
      double distance = ascending[i] - ascending[i - 1];
      double steps = Math.rint(distance / step);
      gap[i] = steps > 1;
      // a single coordinate between two gaps may as well be a wider cell
      regular &= Math.abs(distance - steps * step) <= REGULAR * step && !(gap[i] && gap[i - 1]);
      double before = i > 1 ? ascending[i - 1] - ascending[i - 2] : distance;
      smooth &= distance <= SMOOTH * before && before <= SMOOTH * distance;
    }
    if (smooth) {
      return new boolean[gap.length];
    }
    if (!regular) {
      throw new IllegalArgumentException(
          "the steps of " + what + " are irregular and no bounds say where cells end");
    }
    return gap;
  }

  private static double[] reversed(double[] values) {
    double[] reversed = new double[values.length];
    Arrays.setAll(reversed, i -> values[values.length - 1 - i]);
    return reversed;
  }
}
