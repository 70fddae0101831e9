package org.ccdas.inputs.forcing;

import java.util.List;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.ConservativeRegrid;
import org.ccdas.inputs.grid.LatLonGrid;
import org.ccdas.inputs.grid.LatLonGrid.Registration;
import org.ccdas.inputs.netcdf.CfCoordinates;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.netcdf.NetcdfVariable;

/**
 * Takes the values of cells from a horizontal field: from a grid the area-weighted mean over the
 * valid part of each cell, from a list of points the point nearest to the centre among those inside
 * the cell. A cell without a valid part takes the nearest valid grid point within {@code reach}.
 */
final class CellSampler {
  /** Degrees within which a coordinate of a table may be off its box. */
  private static final double ROUNDING = 1e-3;

  private final NetcdfVariable variable;
  private final List<Cell> cells;
  private final double reach;
  private final boolean transposed;
  private final double[] lats;
  private final double[] lons;
  private final ConservativeRegrid regrid;
  private final int[] points;

  /** A grid point for cells without a valid part, once looked for; -1 when not needed. */
  private int[] substitutes;

  private CellSampler(
      NetcdfVariable variable,
      CfCoordinates coordinates,
      Registration registration,
      double reach,
      LatLonGrid grid,
      List<Cell> cells) {
    this.variable = variable;
    this.cells = cells;
    this.reach = reach;
    this.lats = coordinates.latitudes();
    this.lons = coordinates.longitudes();
    this.transposed = coordinates.longitudeDimension() < coordinates.latitudeDimension();
    this.regrid =
        grid == null
            ? null
            : ConservativeRegrid.between(grid, cells.stream().map(Cell::box).toList());
    this.points = grid == null ? cells.stream().mapToInt(this::point).toArray() : null;
    if (grid != null && registration == Registration.LOWER_LEFT) {
      for (int row = 0; row < lats.length; row++) {
        lats[row] = 0.5 * (grid.south(row) + grid.north(row));
      }
      for (int column = 0; column < lons.length; column++) {
        lons[column] = 0.5 * (grid.west(column) + grid.east(column));
      }
    }
  }

  /**
   * A sampler for the fields of a variable.
   *
   * @param reach degrees along a great circle up to which a cell without valid values may take
   *     those of another place; 0: never
   */
  static CellSampler of(
      NetcdfInput input,
      NetcdfVariable variable,
      Registration registration,
      double reach,
      List<Cell> cells) {
    CfCoordinates coordinates = CfCoordinates.of(input, variable);
    LatLonGrid grid = coordinates.isGridded() ? LatLonGrid.of(input, variable, registration) : null;
    return new CellSampler(variable, coordinates, registration, reach, grid, cells);
  }

  private int point(Cell cell) {
    int best = -1;
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < lats.length; i++) {
      double east = Math.abs(Math.IEEEremainder(lons[i] - cell.lon(), 360));
      double width = 0.5 * (cell.box().east() - cell.box().west());
      if (lats[i] < cell.box().south() - ROUNDING
          || lats[i] > cell.box().north() + ROUNDING
          || east > width + ROUNDING) {
        continue;
      }
      double distance = distance(cell.lat(), cell.lon(), lats[i], lons[i]);
      if (distance < nearest) {
        nearest = distance;
        best = i;
      }
    }
    if (best < 0) {
      throw new InputException(
          variable.file(),
          "variable " + variable.name(),
          "no point lies in cell "
              + cell.id()
              + " ("
              + cell.lat()
              + " north, "
              + cell.lon()
              + " east)",
          "Add the point, or leave the cell out");
    }
    return best;
  }

  /** Angle between two places, degrees. */
  private static double distance(double lat1, double lon1, double lat2, double lon2) {
    double sinLat = StrictMath.sin(StrictMath.toRadians(lat2 - lat1) / 2);
    double sinLon = StrictMath.sin(StrictMath.toRadians(lon2 - lon1) / 2);
    // haversine: sin2(d/2) = sin2(dlat/2) + cos lat1 cos lat2 sin2(dlon/2)
    double square =
        sinLat * sinLat
            + StrictMath.cos(StrictMath.toRadians(lat1))
                * StrictMath.cos(StrictMath.toRadians(lat2))
                * sinLon
                * sinLon;
    return StrictMath.toDegrees(2 * StrictMath.asin(StrictMath.min(1, StrictMath.sqrt(square))));
  }

  /** Values of the cells; NaN where there is none within reach. */
  double[] sample(double[] stored) {
    if (regrid == null) {
      double[] values = new double[cells.size()];
      for (int c = 0; c < values.length; c++) {
        values[c] = stored[points[c]];
      }
      return values;
    }
    double[] field = transposed ? transpose(stored) : stored;
    double[] values = regrid.apply(field).values();
    if (reach > 0) {
      substitute(field, values);
    }
    return values;
  }

  private double[] transpose(double[] stored) {
    double[] field = new double[stored.length];
    for (int row = 0; row < lats.length; row++) {
      for (int column = 0; column < lons.length; column++) {
        field[row * lons.length + column] = stored[column * lats.length + row];
      }
    }
    return field;
  }

  private void substitute(double[] field, double[] values) {
    if (substitutes == null) {
      // The land mask of a variable is the same at all times.
      substitutes = new int[values.length];
      for (int c = 0; c < values.length; c++) {
        substitutes[c] = Double.isNaN(values[c]) ? nearestValid(field, cells.get(c)) : -1;
      }
    }
    for (int c = 0; c < values.length; c++) {
      if (substitutes[c] >= 0) {
        values[c] = field[substitutes[c]];
      }
    }
  }

  private int nearestValid(double[] field, Cell cell) {
    int best = -1;
    double nearest = reach;
    for (int row = 0; row < lats.length; row++) {
      if (Math.abs(lats[row] - cell.lat()) > nearest) {
        continue;
      }
      for (int column = 0; column < lons.length; column++) {
        int index = row * lons.length + column;
        if (!Double.isNaN(field[index])) {
          double distance = distance(cell.lat(), cell.lon(), lats[row], lons[column]);
          // Of equally near points the first.
          if (distance < nearest || (best < 0 && distance == nearest)) {
            nearest = distance;
            best = index;
          }
        }
      }
    }
    return best;
  }
}
