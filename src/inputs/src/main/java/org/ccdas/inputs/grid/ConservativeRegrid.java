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
  private final AreaOverlap[] overlaps;
  private final double[] targetAreas;

  private ConservativeRegrid(int sourceSize, AreaOverlap[] overlaps, double[] targetAreas) {
    this.sourceSize = sourceSize;
    this.overlaps = overlaps;
    this.targetAreas = targetAreas;
  }

  /** Works out the overlaps once, for any number of fields. */
  public static ConservativeRegrid between(LatLonGrid source, List<LatLonBox> targets) {
    AreaOverlap[] overlaps = new AreaOverlap[targets.size()];
    double[] areas = new double[targets.size()];
    for (int t = 0; t < overlaps.length; t++) {
      LatLonBox box = targets.get(t);
      overlaps[t] = AreaOverlap.of(source, box);
      areas[t] = AreaOverlap.area(box.south(), box.north(), box.east() - box.west());
    }
    return new ConservativeRegrid(source.size(), overlaps, areas);
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
    double[] values = new double[overlaps.length];
    double[] shares = new double[overlaps.length];
    for (int t = 0; t < overlaps.length; t++) {
      AreaOverlap overlap = overlaps[t];
      double weighted = 0;
      double area = 0;
      for (int i = 0; i < overlap.count(); i++) {
        double value = field[overlap.index(i)];
        if (!Double.isNaN(value)) {
          weighted += overlap.area(i) * value;
          area += overlap.area(i);
        }
      }
      values[t] = area > 0 ? weighted / area : Double.NaN;
      shares[t] = Math.min(1, area / targetAreas[t]);
    }
    return new Means(values, shares);
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
    int[] dominant = new int[overlaps.length];
    for (int t = 0; t < overlaps.length; t++) {
      double[] areas = new double[count];
      int best = -1;
      for (int i = 0; i < overlaps[t].count(); i++) {
        int found = classes[overlaps[t].index(i)];
        if (found >= 0) {
          areas[found] += overlaps[t].area(i);
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
