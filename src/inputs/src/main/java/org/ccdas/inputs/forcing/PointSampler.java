package org.ccdas.inputs.forcing;

import java.util.List;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.GreatCircle;
import org.ccdas.inputs.netcdf.CfCoordinates;
import org.ccdas.inputs.netcdf.NetcdfVariable;

/** From a list of points the one nearest to the centre of a cell among those inside the cell. */
final class PointSampler implements CellSampler {
  /** Degrees within which a coordinate of a table may be off its box. */
  private static final double ROUNDING = 1e-3;

  private final NetcdfVariable variable;
  private final CfCoordinates coordinates;
  private final double[] lats;
  private final double[] lons;
  private final List<Cell> cells;
  private final int[] points;

  PointSampler(NetcdfVariable variable, CfCoordinates coordinates, List<Cell> cells) {
    this.variable = variable;
    this.coordinates = coordinates;
    this.cells = cells;
    this.lats = coordinates.latitudes();
    this.lons = coordinates.longitudes();
    this.points = cells.stream().mapToInt(this::point).toArray();
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
      double distance = GreatCircle.degrees(cell.lat(), cell.lon(), lats[i], lons[i]);
      if (distance < nearest) {
        nearest = distance;
        best = i;
      }
    }
    if (best < 0) {
      throw problem(cell, "no point lies in", "Add the point, or leave the cell out");
    }
    for (int i = best + 1; i < lats.length; i++) {
      if (GreatCircle.degrees(lats[best], lons[best], lats[i], lons[i]) < ROUNDING) {
        throw problem(
            cell,
            "points " + (best + 1) + " and " + (i + 1) + " are at the same place in",
            "Remove one of them");
      }
    }
    return best;
  }

  private InputException problem(Cell cell, String problem, String remedy) {
    return variable.problem(
        problem + " cell " + cell.id() + " (" + cell.lat() + " north, " + cell.lon() + " east)",
        remedy,
        null);
  }

  @Override
  public double[] at(int step, Possible possible, String when) {
    int[] shape = variable.shape();
    int[] origin = new int[shape.length];
    for (int d = 0; d < shape.length; d++) {
      if (d == coordinates.timeDimension()) {
        origin[d] = step;
        shape[d] = 1;
      } else if (d != coordinates.latitudeDimension() && shape[d] != 1) {
        throw variable.problem(
            "has the dimensions " + String.join(", ", variable.dimensions()),
            "Give it over time and place only",
            null);
      }
    }
    double[] stored = variable.read(origin, shape);
    double[] values = new double[points.length];
    for (int c = 0; c < values.length; c++) {
      values[c] = stored[points[c]];
      if (!Double.isNaN(values[c]) && !possible.holds(values[c])) {
        throw possible.problem(variable, values[c], cells.get(c), when);
      }
    }
    return values;
  }
}
