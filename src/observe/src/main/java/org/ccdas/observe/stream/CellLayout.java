package org.ccdas.observe.stream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.GridSpacing;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.inputs.netcdf.NetcdfOutput;
import org.ccdas.inputs.netcdf.OutputVariable;

/**
 * How the values of the cells stand in a file: on the latitude-longitude grid of the cells, with
 * the cells that are no land missing; or one after the other, when the cells lie on no common grid.
 */
public final class CellLayout {
  /** Centres in tables are rounded to three decimals. */
  private static final double ROUNDING = 5e-3;

  private static final int CORNERS = 4;
  private static final int NO_CELL = 0;

  private final List<Cell> cells;
  private final double[] lats;
  private final double[] lons;
  private final double[] latBounds;
  private final double[] lonBounds;
  private final int[] index;

  private CellLayout(
      List<Cell> cells,
      double[] lats,
      double[] lons,
      double[] latBounds,
      double[] lonBounds,
      int[] index) {
    this.cells = cells;
    this.lats = lats;
    this.lons = lons;
    this.latBounds = latBounds;
    this.lonBounds = lonBounds;
    this.index = index;
  }

  /** The layout of these cells: a grid whenever they lie on one. */
  public static CellLayout of(List<Cell> cells) {
    double[] lats = cells.stream().mapToDouble(Cell::lat).toArray();
    double[] lons = cells.stream().mapToDouble(Cell::lon).toArray();
    return GridSpacing.of(lats, lons)
        .flatMap(spacing -> gridded(cells, lats, lons, spacing))
        .orElseGet(() -> listed(cells));
  }

  private static Optional<CellLayout> gridded(
      List<Cell> cells, double[] cellLats, double[] cellLons, GridSpacing spacing) {
    double[] lats = spacing.rows(cellLats);
    double[] lons = spacing.columns(cellLons);
    double[] latBounds = new double[2 * lats.length];
    double[] lonBounds = new double[2 * lons.length];
    for (int i = 0; i < lats.length; i++) {
      LatLonBox row = spacing.box(lats[i], 0);
      latBounds[2 * i] = row.south();
      latBounds[2 * i + 1] = row.north();
    }
    for (int i = 0; i < lons.length; i++) {
      LatLonBox column = spacing.box(0, lons[i]);
      lonBounds[2 * i] = column.west();
      lonBounds[2 * i + 1] = column.east();
    }
    int[] index = new int[cells.size()];
    for (int c = 0; c < index.length; c++) {
      LatLonBox box = cells.get(c).box();
      int row = spacing.row(cellLats[c], lats);
      int column = spacing.column(cellLons[c], lons);
      if (!(near(box.south(), latBounds[2 * row])
          && near(box.north(), latBounds[2 * row + 1])
          && near(Math.IEEEremainder(box.west() - lonBounds[2 * column], 360), 0)
          && near(Math.IEEEremainder(box.east() - lonBounds[2 * column + 1], 360), 0))) {
        return Optional.empty();
      }
      index[c] = row * lons.length + column;
    }
    if (Arrays.stream(index).distinct().count() < index.length) {
      return Optional.empty();
    }
    return Optional.of(new CellLayout(cells, lats, lons, latBounds, lonBounds, index));
  }

  private static CellLayout listed(List<Cell> cells) {
    int[] index = new int[cells.size()];
    Arrays.setAll(index, c -> c);
    return new CellLayout(cells, null, null, null, null, index);
  }

  private static boolean near(double a, double b) {
    return Math.abs(a - b) < ROUNDING;
  }

  /** Whether the file has a latitude-longitude grid. */
  public boolean isGrid() {
    return lats != null;
  }

  /** Names of the dimensions of a variable: these before those of the cells. */
  public String[] dimensions(String... before) {
    List<String> names = new ArrayList<>(List.of(before));
    names.addAll(isGrid() ? List.of("lat", "lon") : List.of("cell"));
    return names.toArray(new String[0]);
  }

  /** The values of the cells at their places, NaN at the others. */
  public double[] spread(IntToDoubleFunction ofCell) {
    double[] values = new double[isGrid() ? lats.length * lons.length : cells.size()];
    Arrays.fill(values, Double.NaN);
    for (int c = 0; c < index.length; c++) {
      values[index[c]] = ofCell.applyAsDouble(c);
    }
    return values;
  }

  /** Adds dimensions, coordinates, cell numbers and areas. */
  public void addTo(NetcdfOutput output) {
    if (isGrid()) {
      output.dimension("lat", lats.length).dimension("lon", lons.length).dimension("bnds", 2);
      addCoordinates(output, "lat", "lon", "bnds", lats, lons, latBounds, lonBounds);
    } else {
      output.dimension("cell", cells.size()).dimension("corners", CORNERS);
      double[] south = new double[CORNERS * cells.size()];
      double[] west = new double[CORNERS * cells.size()];
      for (int c = 0; c < cells.size(); c++) {
        LatLonBox box = cells.get(c).box();
        // anticlockwise from the south-western corner
        double[] cornerLats = {box.south(), box.south(), box.north(), box.north()};
        double[] cornerLons = {box.west(), box.east(), box.east(), box.west()};
        System.arraycopy(cornerLats, 0, south, CORNERS * c, CORNERS);
        System.arraycopy(cornerLons, 0, west, CORNERS * c, CORNERS);
      }
      double[] centreLats = cells.stream().mapToDouble(Cell::lat).toArray();
      double[] centreLons = cells.stream().mapToDouble(Cell::lon).toArray();
      addCoordinates(output, "cell", "cell", "corners", centreLats, centreLons, south, west);
    }
    double[] ids = spread(c -> cells.get(c).id());
    Arrays.setAll(ids, i -> Double.isNaN(ids[i]) ? NO_CELL : ids[i]);
    located(
        output
            .ints("cell_id", dimensions())
            .longName("number of the cell in the cell table")
            .attribute("_FillValue", NO_CELL)
            .values(ids));
    located(
        output
            .doubles("area", dimensions())
            .mayBeMissing()
            .standardName("cell_area")
            .longName("area of the cell that its fluxes refer to")
            .units("m2")
            .values(spread(c -> cells.get(c).area())));
  }

  /** Gives a variable the attribute that leads to its coordinates, where it needs one. */
  public OutputVariable located(OutputVariable variable) {
    return isGrid() ? variable : variable.attribute("coordinates", "lat lon");
  }

  private static void addCoordinates(
      NetcdfOutput output,
      String latDimension,
      String lonDimension,
      String corners,
      double[] lats,
      double[] lons,
      double[] latBounds,
      double[] lonBounds) {
    output
        .doubles("lat", latDimension)
        .standardName("latitude")
        .longName("latitude of the cell centre")
        .units("degrees_north")
        .attribute("axis", "Y")
        .attribute("bounds", "lat_bnds")
        .values(lats);
    output
        .doubles("lon", lonDimension)
        .standardName("longitude")
        .longName("longitude of the cell centre")
        .units("degrees_east")
        .attribute("axis", "X")
        .attribute("bounds", "lon_bnds")
        .values(lons);
    output.doubles("lat_bnds", latDimension, corners).values(latBounds);
    output.doubles("lon_bnds", lonDimension, corners).values(lonBounds);
  }
}
