package org.ccdas.inputs.grid;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Optional;

/**
 * Size of the cells of a regular latitude-longitude grid.
 *
 * @param height degrees of latitude
 * @param width degrees of longitude
 */
public record GridSpacing(double height, double width) implements Serializable {
  /** Coordinates in tables are rounded to three decimals. */
  private static final double ROUNDING = 2e-3;

  /** Below this any rounded position would fit, degrees. */
  private static final double FINEST = 0.05;

  private static final int MOST_DIVISIONS = 40;

  /** Checks the ranges. */
  public GridSpacing {
    if (!(height > 0 && height <= 180 && width > 0 && width <= 360)) {
      throw new IllegalArgumentException("grid spacing " + height + " x " + width + " degrees");
    }
  }

  /**
   * The spacing that a list of cell centres shows: the widest that divides 180 (360) degrees into
   * whole rows (columns) and on which all centres lie. Rows may start with an edge at the pole, or
   * with a centre at the pole as on the 36 x 24 grid of TM2 (rows of 180/23 degrees, the polar ones
   * half).
   *
   * @return empty when the centres lie on no such grid, or on a single row or column
   */
  public static Optional<GridSpacing> of(double[] lats, double[] lons) {
    double[] shifted = Arrays.stream(lats).map(lat -> lat + 90).toArray();
    double[] turned = Arrays.stream(lons).map(lon -> (lon + 360) % 360).toArray();
    double height = spacing(shifted, 180);
    double width = spacing(turned, 360);
    return height > 0 && width > 0 ? Optional.of(new GridSpacing(height, width)) : Optional.empty();
  }

  private static double spacing(double[] positions, double circle) {
    double[] sorted = Arrays.stream(positions).sorted().toArray();
    double smallest = Double.POSITIVE_INFINITY;
    for (int i = 1; i < sorted.length; i++) {
      double step = sorted[i] - sorted[i - 1];
      if (step > 2 * ROUNDING) {
        smallest = Math.min(smallest, step);
      }
    }
    if (Double.isInfinite(smallest)) {
      return 0;
    }
    for (int division = 1; division <= MOST_DIVISIONS; division++) {
      double candidate = circle / Math.rint(circle * division / smallest);
      if (candidate >= FINEST
          && Math.abs(candidate * division - smallest) <= 2 * ROUNDING
          && (allAt(sorted, candidate, 0) || allAt(sorted, candidate, candidate / 2))) {
        return candidate;
      }
    }
    return 0;
  }

  private static boolean allAt(double[] positions, double spacing, double start) {
    for (double position : positions) {
      double steps = (position - start) / spacing;
      if (Math.abs(steps - Math.rint(steps)) * spacing > ROUNDING) {
        return false;
      }
    }
    return true;
  }

  /** The cell around a centre; cut at the poles. */
  public LatLonBox box(double lat, double lon) {
    return LatLonBox.around(lat, lon, height, width);
  }
}
