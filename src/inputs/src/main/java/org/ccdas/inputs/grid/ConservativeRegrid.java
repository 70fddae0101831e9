package org.ccdas.inputs.grid;

import java.util.List;

/**
 * Conservative regridding (first order) of fields from a latitude-longitude grid to boxes, by exact
 * overlaps on the sphere. A target's value is the area-weighted mean over the valid part of what it
 * overlaps: missing values (NaN) are skipped, and the valid share of the target's area is reported,
 * so that the caller decides from which share on a coastal cell counts.
 *
 * <pre>{@code
 * ConservativeRegrid regrid = ConservativeRegrid.between(grid, boxes);
 * ConservativeRegrid.Means means = regrid.apply(field).atLeast(0.3);
 * }</pre>
 */
public final class ConservativeRegrid {
  /**
   * A regridded field.
   *
   * @param values mean of each target; NaN where no part is valid
   * @param validShares valid share of each target's area, 0..1
   */
  public record Means(double[] values, double[] validShares) {
    /** The same with targets of a smaller valid share made missing. */
    public Means atLeast(double share) {
      double[] kept = values.clone();
      for (int i = 0; i < kept.length; i++) {
        if (validShares[i] < share) {
          kept[i] = Double.NaN;
        }
      }
      return new Means(kept, validShares);
    }
  }

  private final int sourceSize;
  private final int[] start;
  private final int[] index;
  private final double[] area;
  private final double[] targetAreas;

  private ConservativeRegrid(
      int sourceSize, int[] start, int[] index, double[] area, double[] targetAreas) {
    this.sourceSize = sourceSize;
    this.start = start;
    this.index = index;
    this.area = area;
    this.targetAreas = targetAreas;
  }

  /** Works out the overlaps once, for any number of fields. */
  public static ConservativeRegrid between(LatLonGrid source, List<LatLonBox> targets) {
    AxisOverlap rows = AxisOverlap.ofLatitudes(latitudes(targets), source.latitudes());
    AxisOverlap columns = AxisOverlap.ofLongitudes(longitudes(targets), source.longitudes());
    int[] start = new int[targets.size() + 1];
    for (int t = 0; t < targets.size(); t++) {
      start[t + 1] =
          start[t]
              + (rows.start(t + 1) - rows.start(t)) * (columns.start(t + 1) - columns.start(t));
    }
    int[] index = new int[start[targets.size()]];
    double[] area = new double[index.length];
    double[] targetAreas = new double[targets.size()];
    int at = 0;
    for (int t = 0; t < targets.size(); t++) {
      LatLonBox box = targets.get(t);
      targetAreas[t] = AreaMeasure.SPHERE.area(box.south(), box.north(), box.east() - box.west());
      for (int row = rows.start(t); row < rows.start(t + 1); row++) {
        for (int column = columns.start(t); column < columns.start(t + 1); column++) {
          index[at] = rows.other(row) * source.columns() + columns.other(column);
          area[at++] =
              AreaMeasure.SPHERE.area(rows.low(row), rows.high(row), columns.length(column));
        }
      }
    }
    return new ConservativeRegrid(source.size(), start, index, area, targetAreas);
  }

  private static AxisOverlap.Intervals latitudes(List<LatLonBox> boxes) {
    return new AxisOverlap.Intervals(
        boxes.stream().mapToDouble(LatLonBox::south).toArray(),
        boxes.stream().mapToDouble(LatLonBox::north).toArray());
  }

  private static AxisOverlap.Intervals longitudes(List<LatLonBox> boxes) {
    return new AxisOverlap.Intervals(
        boxes.stream().mapToDouble(LatLonBox::west).toArray(),
        boxes.stream().mapToDouble(LatLonBox::east).toArray());
  }

  /**
   * Regrids a field.
   *
   * @param field on the source grid, row-major
   */
  public Means apply(double[] field) {
    if (field.length != sourceSize) {
      throw new IllegalArgumentException(
          "field of " + field.length + " on a grid of " + sourceSize);
    }
    double[] values = new double[targetAreas.length];
    double[] shares = new double[targetAreas.length];
    for (int t = 0; t < targetAreas.length; t++) {
      double weighted = 0;
      double valid = 0;
      for (int i = start[t]; i < start[t + 1]; i++) {
        double value = field[index[i]];
        if (!Double.isNaN(value)) {
          weighted += area[i] * value;
          valid += area[i];
        }
      }
      values[t] = mean(weighted, valid);
      shares[t] = share(valid, targetAreas[t]);
    }
    return new Means(values, shares);
  }

  /** Share of a target that lies within the source grid, whether valid or not. */
  public double coveredShare(int target) {
    double covered = 0;
    for (int i = start[target]; i < start[target + 1]; i++) {
      covered += area[i];
    }
    return share(covered, targetAreas[target]);
  }

  /** The mean over the valid part of a target: missing when there is none. */
  public static double mean(double integral, double validArea) {
    return validArea > 0 ? integral / validArea : Double.NaN;
  }

  /** The valid share of a target, 0..1 whatever rounding did to the areas. */
  public static double share(double validArea, double targetArea) {
    return validArea > 0 ? Math.min(1, validArea / targetArea) : 0;
  }

  /**
   * The class that covers most of each target, for fields of whole numbers.
   *
   * @param classes class numbers 0..{@code count}-1; negative means missing
   * @param count number of classes
   * @return a class for each target, the lowest of equal ones; -1 where nothing is valid
   */
  public int[] dominant(int[] classes, int count) {
    if (classes.length != sourceSize) {
      throw new IllegalArgumentException(
          "field of " + classes.length + " on a grid of " + sourceSize);
    }
    int[] dominant = new int[targetAreas.length];
    for (int t = 0; t < dominant.length; t++) {
      double[] areas = new double[count];
      int best = -1;
      for (int i = start[t]; i < start[t + 1]; i++) {
        int found = classes[index[i]];
        if (found >= 0) {
          areas[found] += area[i];
        }
      }
      for (int c = 0; c < count; c++) {
        if (areas[c] > 0 && (best < 0 || areas[c] > areas[best])) {
          best = c;
        }
      }
      dominant[t] = best;
    }
    return dominant;
  }
}
