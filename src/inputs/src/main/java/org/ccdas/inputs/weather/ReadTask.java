package org.ccdas.inputs.weather;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.LatLonGrid;

/**
 * Some steps of one variable of one file, to be read together.
 *
 * @param file path or address
 * @param name of the variable in the file
 * @param variable its index in the archive
 * @param indices of the steps in the file, rising
 * @param starts of these steps, seconds since 1970-01-01 UTC
 * @param ends of these steps
 */
public record ReadTask(
    String file, String name, int variable, int[] indices, long[] starts, long[] ends)
    implements Serializable {
  /** A field on the grid of its file. */
  public record Field(
      int variable, long start, long end, LatLonGrid grid, double[] values, String file)
      implements Serializable {}

  /** Takes the fields one by one. */
  public interface Receiver {
    /** Takes the next field. */
    void take(Field field);
  }

  /** Reads the steps in their order. */
  public void read(WeatherArchive archive, Receiver receiver) {
    ArchiveVariable described = archive.variables().get(variable);
    try (FieldReader reader = FieldReader.open(Location.of(file), name, described)) {
      for (int i = 0; i < indices.length; i++) {
        receiver.take(
            new Field(variable, starts[i], ends[i], reader.grid(), reader.field(indices[i]), file));
      }
    }
  }

  /** The same split into tasks of at most so many steps. */
  List<ReadTask> split(int most) {
    List<ReadTask> parts = new ArrayList<>();
    for (int from = 0; from < indices.length; from += most) {
      int to = Math.min(from + most, indices.length);
      parts.add(
          new ReadTask(
              file,
              name,
              variable,
              Arrays.copyOfRange(indices, from, to),
              Arrays.copyOfRange(starts, from, to),
              Arrays.copyOfRange(ends, from, to)));
    }
    return parts;
  }
}
