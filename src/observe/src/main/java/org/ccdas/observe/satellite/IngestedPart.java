package org.ccdas.observe.satellite;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * What one file gives to one day, on its way from the worker that reads the file to the one that
 * merges the day.
 *
 * @param gridded the retrievals of the day
 * @param rejections what screening rejected of the file; none when another day has it
 */
public record IngestedPart(GriddedRetrievals gridded, List<RejectionMap> rejections) {
  private static final int KIND = 0x43434d50;

  /** Keeps its own list. */
  public IngestedPart {
    rejections = List.copyOf(rejections);
  }

  /** As bytes; the same part gives the same. */
  public byte[] encode() {
    return PassingFile.encode(
        KIND,
        out -> {
          FileIdentity identity = gridded.identity();
          out.writeUTF(identity.product());
          out.writeUTF(identity.variant());
          out.writeLong(identity.date().toEpochDay());
          out.writeUTF(identity.overpass().name());
          out.writeUTF(identity.precedence());
          writeBoxes(out);
          PassingFile.writeMaps(rejections, out);
        });
  }

  private void writeBoxes(DataOutputStream out) throws IOException {
    int size = gridded.value().length;
    out.writeInt(size);
    for (int box = 0; box < size; box++) {
      if (gridded.area()[box] > 0) {
        out.writeInt(box);
        out.writeFloat(gridded.value()[box]);
        out.writeFloat(gridded.meanDqx()[box]);
        out.writeFloat(gridded.validFraction()[box]);
        out.writeDouble(gridded.area()[box]);
      }
    }
    out.writeInt(-1);
  }

  /**
   * The part that these bytes encode.
   *
   * @param file path, for messages
   * @throws org.ccdas.inputs.InputException when the bytes are not those of a part of this version
   */
  public static IngestedPart decode(String file, byte[] bytes) {
    return PassingFile.decode(
        file,
        bytes,
        KIND,
        in -> {
          FileIdentity identity =
              new FileIdentity(
                  in.readUTF(),
                  in.readUTF(),
                  LocalDate.ofEpochDay(in.readLong()),
                  Overpass.valueOf(in.readUTF()),
                  in.readUTF());
          return new IngestedPart(readBoxes(identity, in), PassingFile.readMaps(in));
        });
  }

  private static GriddedRetrievals readBoxes(FileIdentity identity, DataInputStream in)
      throws IOException {
    int size = in.readInt();
    float[] value = new float[size];
    float[] meanDqx = new float[size];
    Arrays.fill(value, Float.NaN);
    Arrays.fill(meanDqx, Float.NaN);
    float[] validFraction = new float[size];
    double[] area = new double[size];
    for (int box = in.readInt(); box >= 0; box = in.readInt()) {
      value[box] = in.readFloat();
      meanDqx[box] = in.readFloat();
      validFraction[box] = in.readFloat();
      area[box] = in.readDouble();
    }
    return new GriddedRetrievals(identity, value, meanDqx, validFraction, area);
  }
}
