package org.ccdas.inputs.grid;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Optional;

/**
 * The rows or the columns of a latitude-longitude grid: where each begins and ends, in the order of
 * the file. Bounds decide where there are any; without them the edges follow from the coordinates:
 *
 * <ul>
 *   <li>on a regular axis they lie half a step from the centres, or a step beyond the coordinates
 *       when these are edges; steps of several times the least are gaps, in which nothing is;
 *   <li>on an axis whose steps change smoothly, as Gaussian latitudes, half-way between centres;
 *   <li>an axis of any other spacing, or of a single coordinate, needs bounds.
 * </ul>
 *
 * <p>Longitudes may be in any turn, step over the seam, and come once more at the end (a cyclic
 * column), which is left out. Rows are cut at the poles.
 */
public final class GridAxis implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final double CIRCLE = 360;

  /** Share of a step by which rounded coordinates and bounds may be off. */
  private static final double ROUNDING = 1e-3;

  /** Share of a step by which steps may differ on a regular axis, as on Gaussian latitudes. */
  private static final double REGULAR = 0.05;

  /** Ratio of neighbouring steps up to which an axis is smooth. */
  private static final double SMOOTH = 1.5;

  /** Share of 360 degrees by which coordinates of single precision miss the full circle. */
  private static final double CLOSED = 1e-5;

  /** What a coordinate is of its row or column. */
  enum Point {
    CENTRE,
    /** Southern or western edge. */
    LOW,
    /** Northern or eastern edge. */
    HIGH
  }

  private final double[] low;
  private final double[] high;

  private GridAxis(double[] low, double[] high) {
    this.low = low;
    this.high = high;
  }

  /** Rows or columns of these edges, which follow each other. */
  static GridAxis ofEdges(double[] edges) {
    int count = edges.length - 1;
    double[] low = new double[count];
    double[] high = new double[count];
    Arrays.setAll(low, i -> Math.min(edges[i], edges[i + 1]));
    Arrays.setAll(high, i -> Math.max(edges[i], edges[i + 1]));
    return new GridAxis(low, high);
  }

  /**
   * Rows.
   *
   * @param points latitudes, degrees north, rising or falling
   * @param bounds two for each, or nothing
   * @param stated what the points are, where that is known
   * @throws IllegalArgumentException when these make no rows; the reason is its message
   */
  static GridAxis ofLatitudes(double[] points, Optional<double[]> bounds, Optional<Point> stated) {
    requireOrder(points, "latitudes");
    GridAxis axis = of(points, bounds, stated, "latitude");
    for (int i = 0; i < points.length; i++) {
      axis.low[i] = Math.max(-90, axis.low[i]);
      axis.high[i] = Math.min(90, axis.high[i]);
      if (!(axis.low[i] < axis.high[i])) {
        throw new IllegalArgumentException(
            "the row of latitude " + points[i] + " lies beyond the pole");
      }
    }
    return axis;
  }

  /**
   * Columns.
   *
   * @param points longitudes, degrees east, rising or falling after steps over the seam are undone
   * @param bounds two for each, or nothing
   * @param stated what the points are, where that is known
   * @throws IllegalArgumentException when these make no columns; the reason is its message
   */
  static GridAxis ofLongitudes(double[] points, Optional<double[]> bounds, Optional<Point> stated) {
    double[] turned = unwound(points);
    requireOrder(turned, "longitudes");
    int count = withoutCyclic(turned);
    double[] once = Arrays.copyOf(turned, count);
    Optional<double[]> own = bounds.map(all -> turnedBounds(Arrays.copyOf(all, 2 * count), once));
    GridAxis axis = of(once, own, stated, "longitude");
    axis.closeCircle();
    return axis;
  }

  private static GridAxis of(
      double[] points, Optional<double[]> bounds, Optional<Point> stated, String what) {
    if (bounds.isPresent()) {
      GridAxis axis = ofBounds(points, bounds.get(), what);
      stated.ifPresent(point -> axis.requireAgreement(points, point, what));
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

  // --- longitudes --------------------------------------------------------------------------------

  /** Longitudes without steps over the seam. */
  private static double[] unwound(double[] points) {
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
  private static int withoutCyclic(double[] points) {
    int last = points.length - 1;
    double turn = Math.abs(points[last] - points[0]);
    double tolerance = last < 2 ? 0 : ROUNDING * turn / last;
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
  private static double[] turnedBounds(double[] bounds, double[] points) {
    double[] turned = new double[bounds.length];
    for (int i = 0; i < points.length; i++) {
      double west = Math.min(bounds[2 * i], bounds[2 * i + 1]);
      double east = Math.max(bounds[2 * i], bounds[2 * i + 1]);
      double tolerance = ROUNDING * (east - west);
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
  private void closeCircle() {
    int last = low.length - 1;
    int west = low[0] <= low[last] ? 0 : last;
    double turn = high[last - west] - low[west];
    if (turn > CIRCLE * (1 + CLOSED)) {
      throw new IllegalArgumentException(
          "longitudes span " + turn + " degrees, from " + low[west] + " to " + high[last - west]);
    }
    if (Math.abs(turn - CIRCLE) <= CIRCLE * CLOSED) {
      high[last - west] = low[west] + CIRCLE;
    }
  }

  // --- with bounds -------------------------------------------------------------------------------

  private static GridAxis ofBounds(double[] points, double[] bounds, String what) {
    double[] low = new double[points.length];
    double[] high = new double[points.length];
    for (int i = 0; i < points.length; i++) {
      low[i] = Math.min(bounds[2 * i], bounds[2 * i + 1]);
      high[i] = Math.max(bounds[2 * i], bounds[2 * i + 1]);
      double tolerance = ROUNDING * (high[i] - low[i]);
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
      // neighbours touch, or whole cells are missing between them
      if (between < -ROUNDING * narrower
          || (between > ROUNDING * narrower && between < (1 - ROUNDING) * narrower)) {
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
  private void requireAgreement(double[] points, Point stated, String what) {
    int others = 0;
    for (int i = 0; i < points.length; i++) {
      double place = (points[i] - low[i]) / (high[i] - low[i]);
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
              + low[0]
              + " and "
              + high[0]);
    }
  }

  // --- without bounds ----------------------------------------------------------------------------

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

  /** Number of rows or columns. */
  public int count() {
    return low.length;
  }

  /** Southern or western edge, degrees. */
  public double low(int index) {
    return low[index];
  }

  /** Northern or eastern edge, degrees. */
  public double high(int index) {
    return high[index];
  }

  /** The middle, degrees. */
  double middle(int index) {
    return 0.5 * (low[index] + high[index]);
  }

  /** As intervals. */
  public AxisOverlap.Intervals intervals() {
    return new AxisOverlap.Intervals(low.clone(), high.clone());
  }

  /**
   * The rows, the outermost drawn out to the poles.
   *
   * @throws IllegalArgumentException when they leave gaps or half a row or more at a pole
   */
  public AxisOverlap.Intervals fromPoleToPole() {
    Integer[] order = fromLowest();
    int first = order[0];
    int last = order[count() - 1];
    for (int i = 1; i < count(); i++) {
      int row = order[i];
      if (low[row] - high[order[i - 1]] > ROUNDING * (high[row] - low[row])) {
        throw new IllegalArgumentException("has no row between those of latitudes " + extent());
      }
    }
    if (low[first] + 90 > 0.51 * (high[first] - low[first])
        || 90 - high[last] > 0.51 * (high[last] - low[last])) {
      throw new IllegalArgumentException("has latitudes " + extent() + " only");
    }
    AxisOverlap.Intervals rows = intervals();
    rows.low()[first] = -90;
    rows.high()[last] = 90;
    return rows;
  }

  private Integer[] fromLowest() {
    Integer[] order = new Integer[count()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(low[a], low[b]));
    return order;
  }

  /** The stretches that are covered, as text: {@code -1.25 to 40 and 350 to 357.5}. */
  String extent() {
    StringBuilder text = new StringBuilder();
    double end = Double.NaN;
    for (int i : fromLowest()) {
      if (!(low[i] - end <= ROUNDING * (high[i] - low[i]))) {
        text.append(text.isEmpty() ? "" : rounded(end) + " and ").append(rounded(low[i]));
        text.append(" to ");
      }
      end = high[i];
    }
    return text.append(rounded(end)).toString();
  }

  private static String rounded(double degrees) {
    return String.valueOf(Math.rint(degrees * 1e4) / 1e4);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GridAxis axis
        && Arrays.equals(low, axis.low)
        && Arrays.equals(high, axis.high);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(low) + Arrays.hashCode(high);
  }
}
