package org.ccdas.inputs.weather;

import java.util.List;
import java.util.Locale;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.LatLonGrid;
import org.ccdas.inputs.grid.LatLonGrid.Registration;
import org.ccdas.inputs.netcdf.CfCoordinates;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.netcdf.NetcdfVariable;
import org.ccdas.inputs.zarr.ZarrStore;

/**
 * Reads the fields of one variable of a file or store, in the units of {@link CellStep}. Dimensions
 * beside time and place have length one, or are {@code expver} of ERA5 (1: final, 5: preliminary),
 * of which the first valid value of a place is taken.
 */
final class FieldReader implements AutoCloseable {
  private final NetcdfInput input;
  private final NetcdfVariable variable;
  private final int time;
  private final int latitude;
  private final int longitude;
  private final int versions;
  private final LatLonGrid grid;

  private FieldReader(NetcdfInput input, NetcdfVariable variable) {
    this.input = input;
    this.variable = variable;
    CfCoordinates coordinates = CfCoordinates.of(input, variable);
    time = coordinates.timeDimension();
    latitude = coordinates.latitudeDimension();
    longitude = coordinates.longitudeDimension();
    if (time < 0 || latitude < 0 || longitude < 0 || !coordinates.isGridded()) {
      throw variable.problem(
          "has the dimensions " + String.join(", ", variable.dimensions()),
          "Give it over time, latitude and longitude",
          null);
    }
    versions = versions();
    grid = LatLonGrid.of(input, variable, Registration.CF);
  }

  /** Opens a file, or a Zarr store. */
  static NetcdfInput input(Location place) {
    return place.name().endsWith(".zarr") ? ZarrStore.open(place) : NetcdfInput.open(place);
  }

  /** A reader of the variable of this name. */
  static FieldReader open(Location place, String name, ArchiveVariable described) {
    NetcdfInput input = input(place);
    try {
      return new FieldReader(input, inUnit(input.variable(name), described));
    } catch (RuntimeException e) {
      input.close();
      throw e;
    }
  }

  private static NetcdfVariable inUnit(NetcdfVariable stored, ArchiveVariable described) {
    NetcdfVariable variable =
        described.unit().isEmpty() ? stored : stored.assumeUnit(described.unit());
    return switch (described.gives().get(0)) {
      case TMIN, TMAX -> variable.in("degC");
      case PRECIPITATION ->
          variable.asWaterDepthIn(described.kind() == StepKind.MEAN ? "mm d-1" : "mm");
      case SHORTWAVE -> variable.in(described.kind() == StepKind.MEAN ? "W m-2" : "J m-2");
    };
  }

  private int versions() {
    List<String> names = variable.dimensions();
    int[] shape = variable.shape();
    int versions = 1;
    for (int d = 0; d < shape.length; d++) {
      boolean own = d == time || d == latitude || d == longitude;
      if (!own && shape[d] > 1) {
        if (!names.get(d).toLowerCase(Locale.ROOT).equals("expver")) {
          throw variable.problem(
              "has " + shape[d] + " values along " + names.get(d),
              "Choose one of them, for example with cdo select",
              null);
        }
        versions = shape[d];
      }
    }
    return versions;
  }

  /** The grid of the fields. */
  LatLonGrid grid() {
    return grid;
  }

  /** The field of a time, rows by latitude; NaN where it is missing. */
  double[] field(int index) {
    double[] field = null;
    for (int version = 0; version < versions; version++) {
      double[] one = rowsByLatitude(read(index, version));
      if (field == null) {
        field = one;
      }
      for (int i = 0; i < field.length; i++) {
        field[i] = Double.isNaN(field[i]) ? one[i] : field[i];
      }
    }
    return field;
  }

  private double[] read(int index, int version) {
    int[] shape = variable.shape();
    int[] origin = new int[shape.length];
    for (int d = 0; d < shape.length; d++) {
      if (d == time) {
        origin[d] = index;
        shape[d] = 1;
      } else if (d != latitude && d != longitude && shape[d] > 1) {
        origin[d] = version;
        shape[d] = 1;
      }
    }
    return variable.read(origin, shape);
  }

  /** From the order of the file to rows of columns; a column stored twice is there once. */
  private double[] rowsByLatitude(double[] stored) {
    boolean byRow = latitude < longitude;
    int columns = variable.shape()[longitude];
    if (byRow && columns == grid.columns()) {
      return stored;
    }
    double[] field = new double[grid.size()];
    for (int row = 0; row < grid.rows(); row++) {
      for (int column = 0; column < grid.columns(); column++) {
        field[row * grid.columns() + column] =
            stored[byRow ? row * columns + column : column * grid.rows() + row];
      }
    }
    return field;
  }

  @Override
  public void close() {
    input.close();
  }
}
