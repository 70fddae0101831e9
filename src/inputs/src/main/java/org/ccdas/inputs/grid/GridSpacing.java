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

  private static final double CIRCLE = 360;

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

  /** Centres of all rows from the southernmost to the northernmost of these latitudes. */
  public double[] rows(double[] lats) {
    return positions(lats, Arrays.stream(lats).min().orElseThrow(), height);
  }

  /**
   * Centres of all columns from the first to the last of these longitudes. They begin at the least,
   * but east of the widest gap where that leaves a third of them or fewer: a domain across
   * Greenwich in longitudes of 0 to 360 degrees has no columns outside.
   */
  public double[] columns(double[] lons) {
    double first = firstColumn(lons);
    double[] turned = Arrays.stream(lons).map(lon -> from(first, lon)).toArray();
    return positions(turned, first, width);
  }

  private double firstColumn(double[] lons) {
    double least = Arrays.stream(lons).min().orElseThrow();
    double[] sorted = Arrays.stream(lons).map(lon -> from(least, lon)).sorted().toArray();
    double seam = least + CIRCLE - sorted[sorted.length - 1];
    double widest = seam;
    double first = least;
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i] - sorted[i - 1] > widest) {
        widest = sorted[i] - sorted[i - 1];
        first = sorted[i] - CIRCLE;
      }
    }
    return CIRCLE - widest <= (CIRCLE - seam) / 3 ? first : least;
  }

  /** A longitude in the turn that begins at the first column; the same bits without a turn. */
  private double from(double first, double lon) {
    return lon - CIRCLE * Math.floor((lon - first + width / 2) / CIRCLE);
  }

  private static double[] positions(double[] found, double first, double spacing) {
    double last = Arrays.stream(found).max().orElseThrow();
    double[] axis = new double[place(last, first, spacing) + 1];
    Arrays.setAll(axis, i -> first + i * spacing);
    for (double position : found) {
      // tables round: what stands in them counts
      axis[place(position, first, spacing)] = position;
    }
    return axis;
  }

  private static int place(double position, double first, double spacing) {
    return (int) Math.rint((position - first) / spacing);
  }

  /** Place of a latitude among {@link #rows}. */
  public int row(double lat, double[] rows) {
    return place(lat, rows[0], height);
  }

  /** Place of a longitude among {@link #columns}. */
  public int column(double lon, double[] columns) {
    return place(from(columns[0], lon), columns[0], width);
  }

  /** The cell around a centre; cut at the poles. */
  public LatLonBox box(double lat, double lon) {
    return LatLonBox.around(lat, lon, height, width);
  }
}
