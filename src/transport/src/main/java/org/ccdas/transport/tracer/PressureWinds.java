package org.ccdas.transport.tracer;

import java.io.Serializable;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.netcdf.CfCoordinates;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.netcdf.NetcdfVariable;

/**
 * Monthly winds on pressure levels from a CF NetCDF file, on any latitude-longitude grid that
 * covers the globe. Between levels winds are linear in pressure, beyond the outermost level that of
 * the level; the surface lies at 1000 hPa, as in the model. Layers are averaged; so is what crosses
 * a face, over the points of the file's grid that fall on it.
 */
final class PressureWinds implements Circulation.Winds, Serializable {
  private static final long serialVersionUID = 1L;
  private static final double SURFACE = 1.0e5;

  /** Points of the average of a layer. */
  private static final int POINTS = 8;

  /** Half the height and width of the faces that winds are averaged over, degrees. */
  private static final double HALF_HEIGHT = 3.75;

  private static final double HALF_WIDTH = 5;

  private final double[] lat;
  private final double[] lon;
  private final double[] level;
  private final double[] eastward;
  private final double[] northward;

  private PressureWinds(
      double[] lat, double[] lon, double[] level, double[] eastward, double[] northward) {
    this.lat = lat;
    this.lon = lon;
    this.level = level;
    this.eastward = eastward;
    this.northward = northward;
  }

  /**
   * Reads the winds of one time of a file.
   *
   * @param eastward name of the variable, over time (or whatever stands first), level, latitude,
   *     longitude
   * @param northward name of the other, on the same grid
   * @param time index along the first dimension
   * @throws org.ccdas.inputs.InputException when the file has another form, units that are no speed
   *     or pressure, or a value is missing
   */
  static PressureWinds read(Location file, String eastward, String northward, int time) {
    try (NetcdfInput input = NetcdfInput.open(file)) {
      NetcdfVariable u = input.variable(eastward);
      NetcdfVariable v = input.variable(northward);
      CfCoordinates coordinates = CfCoordinates.of(input, u);
      int[] shape = u.shape();
      if (shape.length != 4
          || coordinates.latitudeDimension() != 2
          || coordinates.longitudeDimension() != 3
          || !u.dimensions().equals(v.dimensions())
          || time < 0
          || time >= shape[0]) {
        throw u.problem(
            "has the dimensions " + String.join(", ", u.dimensions()),
            "Give both winds over time, level, latitude, longitude",
            null);
      }
      double[] level = input.variable(u.dimensions().get(1)).readAs("Pa");
      return new PressureWinds(
          coordinates.latitudes(),
          coordinates.longitudes(),
          level,
          speeds(u, time),
          speeds(v, time));
    }
  }

  private static double[] speeds(NetcdfVariable variable, int time) {
    int[] shape = variable.shape();
    double[] values =
        variable
            .in("m s-1")
            .read(new int[] {time, 0, 0, 0}, new int[] {1, shape[1], shape[2], shape[3]});
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw variable.problem(
            "has missing values", "Give winds at every point, also below the ground", null);
      }
    }
    return values;
  }

  @Override
  public double eastward(double atLat, double atLon, double bottom, double top) {
    double sum = 0;
    for (int i = -2; i <= 2; i++) {
      double y = Math.max(-90, Math.min(90, atLat + i * HALF_HEIGHT / 2.5));
      sum += layer(eastward, y, atLon, bottom, top) / 5;
    }
    return sum;
  }

  @Override
  public double northward(double atLat, double atLon, double bottom, double top) {
    double sum = 0;
    for (int i = -2; i <= 2; i++) {
      sum += layer(northward, atLat, atLon + i * HALF_WIDTH / 2.5, bottom, top) / 5;
    }
    return sum;
  }

  private double layer(double[] field, double atLat, double atLon, double bottom, double top) {
    double sum = 0;
    for (int i = 0; i < POINTS; i++) {
      double pressure = SURFACE * (top + (bottom - top) * (i + 0.5) / POINTS);
      sum += atPressure(field, atLat, atLon, pressure) / POINTS;
    }
    return sum;
  }

  private double atPressure(double[] field, double atLat, double atLon, double pressure) {
    int below = -1;
    int above = -1;
    for (int k = 0; k < level.length; k++) {
      if (level[k] >= pressure && (below < 0 || level[k] < level[below])) {
        below = k;
      }
      if (level[k] <= pressure && (above < 0 || level[k] > level[above])) {
        above = k;
      }
    }
    if (below < 0 || above < 0 || below == above) {
      return atPoint(field, Math.max(below, above), atLat, atLon);
    }
    double share = (level[below] - pressure) / (level[below] - level[above]);
    return (1 - share) * atPoint(field, below, atLat, atLon)
        + share * atPoint(field, above, atLat, atLon);
  }

  private double atPoint(double[] field, int k, double atLat, double atLon) {
    boolean rising = lat[lat.length - 1] > lat[0];
    int j = 0;
    while (j < lat.length - 2 && (rising ? lat[j + 1] <= atLat : lat[j + 1] >= atLat)) {
      j++;
    }
    double y = Math.max(0, Math.min(1, (atLat - lat[j]) / (lat[j + 1] - lat[j])));
    double spacing = lon[1] - lon[0];
    double position = (atLon - lon[0]) / spacing;
    int i = (int) Math.floor(position);
    double x = position - i;
    return (1 - y) * ((1 - x) * value(field, k, j, i) + x * value(field, k, j, i + 1))
        + y * ((1 - x) * value(field, k, j + 1, i) + x * value(field, k, j + 1, i + 1));
  }

  private double value(double[] field, int k, int j, int i) {
    return field[(k * lat.length + j) * lon.length + Math.floorMod(i, lon.length)];
  }
}
