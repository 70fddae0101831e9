package org.ccdas.observe.satellite;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.ccdas.inputs.grid.AreaMeasure;
import org.ccdas.inputs.grid.AxisOverlap;
import org.ccdas.inputs.grid.ConservativeRegrid;
import org.ccdas.inputs.grid.LatLonGrid;

/**
 * Means over the boxes of a model grid, weighted by area, with every pixel split exactly at the
 * edges of the boxes. Both grids are rectangles in longitude and latitude, so the weights are
 * products of one factor for the column and one for the row: they are never formed for single
 * pixels. Immutable.
 */
public final class EqualAreaRegrid {
  private final LatLonGrid source;
  private final int targetSize;
  private final int targetColumns;
  private final AxisOverlap columns;
  private final AxisOverlap rows;
  private final double[] heights;
  private final int[] centreColumn;
  private final int[] centreRow;
  private final double[] boxAreas;

  /**
   * Sums over the boxes of a grid.
   *
   * @param area area of the pixels that are valid, m2
   * @param value integral of the values over it
   * @param error integral of their standard errors over it
   */
  public record Sums(double[] area, double[] value, double[] error) {}

  private EqualAreaRegrid(LatLonGrid source, SoilMoistureGrid target, AreaMeasure measure) {
    this.source = source;
    this.targetSize = target.size();
    this.targetColumns = target.columns();
    AxisOverlap.Intervals boxRows = target.latitudes();
    AxisOverlap.Intervals boxColumns = target.longitudes();
    this.rows = AxisOverlap.ofLatitudes(source.latitudes(), boxRows);
    this.columns = AxisOverlap.ofLongitudes(source.longitudes(), boxColumns);
    this.heights = new double[rows.start(source.rows())];
    Arrays.setAll(heights, part -> height(measure, rows.low(part), rows.high(part)));
    this.centreRow = centres(rows, source.rows(), part -> heights[part]);
    this.centreColumn = centres(columns, source.columns(), columns::length);
    this.boxAreas = new double[targetSize];
    for (int row = 0; row < target.rows(); row++) {
      double height = height(measure, boxRows.low()[row], boxRows.high()[row]);
      for (int column = 0; column < targetColumns; column++) {
        boxAreas[row * targetColumns + column] =
            height * Math.toRadians(boxColumns.high()[column] - boxColumns.low()[column]);
      }
    }
  }

  /** Area between two parallels, m2 a radian of longitude. */
  private static double height(AreaMeasure measure, double south, double north) {
    return measure.ofLatitude(north) - measure.ofLatitude(south);
  }

  /**
   * The weights from a product's grid to a model grid.
   *
   * @param source the pixels
   * @param target boxes; pixels beyond them are left out
   * @param measure of area
   */
  public static EqualAreaRegrid between(
      LatLonGrid source, SoilMoistureGrid target, AreaMeasure measure) {
    return new EqualAreaRegrid(source, target, measure);
  }

  /** For each source interval the target with most of it, -1 when there is none. */
  private static int[] centres(AxisOverlap overlap, int count, IntToDoubleFunction size) {
    int[] centres = new int[count];
    for (int s = 0; s < count; s++) {
      double longest = 0;
      centres[s] = -1;
      for (int i = overlap.start(s); i < overlap.start(s + 1); i++) {
        if (size.applyAsDouble(i) > longest) {
          longest = size.applyAsDouble(i);
          centres[s] = overlap.other(i);
        }
      }
    }
    return centres;
  }

  /** Area of each box, m2. */
  public double[] boxAreas() {
    return boxAreas.clone();
  }

  /**
   * Area of each box that is land, m2.
   *
   * @param land share of each pixel that is land, 0..1
   */
  public double[] landAreas(float[] land) {
    int[] all = new int[land.length];
    Arrays.setAll(all, pixel -> pixel);
    return sums(land, land, all, new int[land.length]).value();
  }

  /** Sums over the retrievals that met all criteria. */
  public Sums sums(ScreenedRetrievals screened) {
    Retrievals retrievals = screened.retrievals();
    if (!retrievals.grid().equals(source)) {
      throw new IllegalArgumentException(retrievals.file() + " is on another grid");
    }
    return sums(
        retrievals.soilMoisture(),
        retrievals.standardError(),
        screened.pixels(),
        screened.failed());
  }

  private Sums sums(float[] values, float[] errors, int[] pixels, int[] failed) {
    Sums sums = new Sums(new double[targetSize], new double[targetSize], new double[targetSize]);
    double[] rowArea = new double[targetColumns];
    double[] rowValue = new double[targetColumns];
    double[] rowError = new double[targetColumns];
    int sourceColumns = source.columns();
    int at = 0;
    for (int row = 0; row < source.rows() && at < pixels.length; row++) {
      int end = (row + 1) * sourceColumns;
      int base = row * sourceColumns;
      boolean any = false;
      for (; at < pixels.length && pixels[at] < end; at++) {
        int pixel = pixels[at];
        if (failed[pixel] != 0) {
          continue;
        }
        any = true;
        double value = values[pixel];
        double error = errors[pixel];
        int column = pixel - base;
        for (int i = columns.start(column); i < columns.start(column + 1); i++) {
          int target = columns.other(i);
          double width = columns.length(i);
          rowArea[target] += width;
          rowValue[target] += width * value;
          rowError[target] += width * error;
        }
      }
      if (any) {
        spread(row, rowArea, rowValue, rowError, sums);
        Arrays.fill(rowArea, 0);
        Arrays.fill(rowValue, 0);
        Arrays.fill(rowError, 0);
      }
    }
    return sums;
  }

  /** Adds the sums of a source row, weighted by width, to the boxes, weighted by height. */
  private void spread(int row, double[] rowArea, double[] rowValue, double[] rowError, Sums sums) {
    for (int i = rows.start(row); i < rows.start(row + 1); i++) {
      // area of the overlap = height x width
      double height = Math.toRadians(heights[i]);
      int first = rows.other(i) * targetColumns;
      for (int column = 0; column < targetColumns; column++) {
        sums.area()[first + column] += height * rowArea[column];
        sums.value()[first + column] += height * rowValue[column];
        sums.error()[first + column] += height * rowError[column];
      }
    }
  }

  /**
   * The means of the boxes.
   *
   * @param screened retrievals on the source grid
   * @param landAreas land area of each box, m2; see {@link #landAreas} and {@link #boxAreas}
   * @param rule when a box has a value
   */
  public GriddedRetrievals apply(ScreenedRetrievals screened, double[] landAreas, RegridRule rule) {
    Sums sums = sums(screened);
    float[] value = new float[targetSize];
    float[] error = new float[targetSize];
    float[] fraction = new float[targetSize];
    for (int box = 0; box < targetSize; box++) {
      double area = sums.area()[box];
      double share = ConservativeRegrid.share(area, landAreas[box]);
      // the limit is included, whatever rounding did to the areas
      boolean enough = area > 0 && share >= rule.minValidFraction() - 1e-9;
      value[box] = enough ? (float) ConservativeRegrid.mean(sums.value()[box], area) : Float.NaN;
      error[box] = enough ? (float) ConservativeRegrid.mean(sums.error()[box], area) : Float.NaN;
      fraction[box] = (float) share;
    }
    return new GriddedRetrievals(
        screened.retrievals().identity(), value, error, fraction, sums.area());
  }

  /** Where retrievals were rejected and why: a pixel counts in the box that has most of it. */
  public RejectionMap rejections(ScreenedRetrievals screened) {
    int[] retrievals = new int[targetSize];
    int[][] rejected = new int[screened.reasons().size()][targetSize];
    int[] failed = screened.failed();
    int sourceColumns = source.columns();
    for (int pixel : screened.pixels()) {
      int row = centreRow[pixel / sourceColumns];
      int column = centreColumn[pixel % sourceColumns];
      if (row < 0 || column < 0) {
        continue;
      }
      int box = row * targetColumns + column;
      retrievals[box]++;
      for (int bits = failed[pixel]; bits != 0; bits &= bits - 1) {
        rejected[Integer.numberOfTrailingZeros(bits)][box]++;
      }
    }
    return new RejectionMap(
        screened.retrievals().identity().product(), screened.reasons(), retrievals, rejected);
  }
}
