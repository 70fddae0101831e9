package org.ccdas.transport;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.transport.surface.Raster;
import org.ccdas.transport.surface.Spread;

/**
 * How the fluxes of model cells spread over transport regions: by shared area (spec section 16.1).
 * The shares of a cell sum to 1, so that no carbon is lost.
 */
public final class CellRegions implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final double COVERED = 1e-6;

  private final int regionCount;
  private final int[][] regions;
  private final double[][] shares;

  private CellRegions(int regionCount, int[][] regions, double[][] shares) {
    this.regionCount = regionCount;
    this.regions = regions;
    this.shares = shares;
  }

  /**
   * Overlaps cells with regions. A cell that lies partly outside all regions gives all its flux to
   * those that it touches.
   *
   * @param source file that the regions come from, for errors
   * @param cells the cells
   * @param regions the regions, not overlapping each other
   * @throws InputException when a cell touches no region
   */
  public static CellRegions of(
      String source, List<LatLonBox> cells, List<TransportRegion> regions) {
    int[][] indices = new int[cells.size()][];
    double[][] shares = new double[cells.size()][];
    for (int cell = 0; cell < cells.size(); cell++) {
      List<Integer> touched = new ArrayList<>();
      List<Double> areas = new ArrayList<>();
      double sum = 0;
      for (int region = 0; region < regions.size(); region++) {
        double area = cells.get(cell).overlap(regions.get(region).box());
        if (area > 0) {
          touched.add(region);
          areas.add(area);
          sum += area;
        }
      }
      if (touched.isEmpty()) {
        throw new InputException(
            source,
            "transport regions",
            "No region touches the cell " + cells.get(cell),
            "Give regions that cover the model grid");
      }
      double total = sum;
      indices[cell] = touched.stream().mapToInt(Integer::intValue).toArray();
      shares[cell] = areas.stream().mapToDouble(area -> area / total).toArray();
    }
    return new CellRegions(regions.size(), indices, shares);
  }

  /**
   * Overlaps bands of latitude with regions: by shared area from south to north, and along circles
   * of latitude as the flux lies there; by area too where it lies nowhere, as one of land in a band
   * of sea.
   *
   * @param file file of the bands, for errors
   * @param south edges, degrees north
   * @param north edges, degrees north
   * @param spread how the flux lies along circles of latitude
   * @throws InputException when a band is not wholly covered once, since carbon would be lost
   */
  static CellRegions ofBands(
      String file, double[] south, double[] north, List<TransportRegion> regions, Spread spread) {
    List<LatLonBox> bands = new ArrayList<>();
    for (int band = 0; band < south.length; band++) {
      LatLonBox box = new LatLonBox(south[band], north[band], -180, 180);
      double sum = regions.stream().mapToDouble(region -> box.overlap(region.box())).sum();
      if (Math.abs(sum / box.area() - 1) > COVERED) {
        throw new InputException(
            file,
            "latitudes " + south[band] + " to " + north[band],
            "The transport regions cover " + sum / box.area() + " of this band, not all of it once",
            "Use transport regions that cover the globe, or a file with fluxes by region");
      }
      bands.add(box);
    }
    CellRegions byArea = of(file, bands, regions);
    boolean longitudes = regions.stream().anyMatch(r -> r.box().east() - r.box().west() < 360);
    return longitudes && spread != Spread.EVEN
        ? byArea.spread(bands, regions, spread.pattern())
        : byArea;
  }

  private CellRegions spread(List<LatLonBox> bands, List<TransportRegion> all, double[] pattern) {
    double[][] spread = new double[shares.length][];
    for (int band = 0; band < shares.length; band++) {
      int[] touched = regions[band];
      spread[band] = new double[touched.length];
      List<LatLonBox> boxes =
          Arrays.stream(touched).mapToObj(region -> all.get(region).box()).toList();
      for (LatLonBox strip : strips(bands.get(band), boxes)) {
        double[] areas = boxes.stream().mapToDouble(strip::overlap).toArray();
        double[] weights =
            boxes.stream()
                .mapToDouble(box -> strip.overlap(box) > 0 ? within(strip, box, pattern) : 0)
                .toArray();
        double[] by = Arrays.stream(weights).sum() > 0 ? weights : areas;
        double sum = Arrays.stream(by).sum();
        for (int k = 0; k < by.length; k++) {
          spread[band][k] += strip.area() / bands.get(band).area() * by[k] / sum;
        }
      }
    }
    return new CellRegions(regionCount, regions, spread);
  }

  private static double within(LatLonBox strip, LatLonBox box, double[] pattern) {
    double south = Math.max(strip.south(), box.south());
    double north = Math.min(strip.north(), box.north());
    return Raster.within(new LatLonBox(south, north, box.west(), box.east()), pattern);
  }

  /**
   * A band, cut wherever a region ends, so that every region is in a strip wholly or not at all.
   */
  private static List<LatLonBox> strips(LatLonBox band, List<LatLonBox> boxes) {
    double[] edges =
        Stream.concat(Stream.of(band), boxes.stream())
            .flatMapToDouble(box -> DoubleStream.of(box.south(), box.north()))
            .filter(edge -> edge >= band.south() && edge <= band.north())
            .sorted()
            .distinct()
            .toArray();
    return IntStream.range(1, edges.length)
        .mapToObj(k -> new LatLonBox(edges[k - 1], edges[k], band.west(), band.east()))
        .toList();
  }

  /** Number of cells. */
  public int cellCount() {
    return regions.length;
  }

  /** Regions that a cell touches, rising. */
  public int[] regions(int cell) {
    return regions[cell].clone();
  }

  /** Share of the cell's flux in each of them; they sum to 1. */
  public double[] shares(int cell) {
    return shares[cell].clone();
  }

  /** All regions that some cell touches, rising; what {@link Response#restrictedTo} wants. */
  public int[] touched() {
    return Arrays.stream(regions).flatMapToInt(Arrays::stream).sorted().distinct().toArray();
  }

  /**
   * Sums the fluxes of cells into regions.
   *
   * @param cellFlux {@code cell * months + month}, kgC yr-1 of each whole cell
   * @return {@code region * months + month}, kgC yr-1, over all regions
   */
  public double[] toRegions(double[] cellFlux, int months) {
    check(cellFlux, cellCount() * months);
    double[] flux = new double[regionCount * months];
    for (int cell = 0; cell < cellCount(); cell++) {
      for (int k = 0; k < regions[cell].length; k++) {
        for (int month = 0; month < months; month++) {
          flux[regions[cell][k] * months + month] +=
              shares[cell][k] * cellFlux[cell * months + month];
        }
      }
    }
    return flux;
  }

  private static void check(double[] vector, int expected) {
    if (vector.length != expected) {
      throw new IllegalArgumentException(vector.length + " fluxes, expected " + expected);
    }
  }
}
