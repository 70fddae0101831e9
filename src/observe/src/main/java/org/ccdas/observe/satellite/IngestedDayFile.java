package org.ccdas.observe.satellite;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;

/**
 * An {@link IngestedDay} as bytes, for the way from the worker that merges a day to the one that
 * writes the year.
 */
public final class IngestedDayFile {
  private static final int KIND = 0x43434d44;

  private IngestedDayFile() {}

  /** Encodes a day. */
  public static byte[] encode(IngestedDay day) {
    return PassingFile.encode(
        KIND,
        out -> {
          out.writeLong(day.date().toEpochDay());
          write(day.moisture(), out);
          PassingFile.writeMaps(day.rejections(), out);
        });
  }

  private static void write(SoilMoistureDay day, DataOutputStream out) throws IOException {
    int size = day.value().length;
    out.writeInt(size);
    for (int box = 0; box < size; box++) {
      if (!Float.isNaN(day.value()[box]) || !Float.isNaN(day.validFraction()[box])) {
        out.writeInt(box);
        out.writeFloat(day.value()[box]);
        out.writeFloat(day.standardError()[box]);
        out.writeFloat(day.validFraction()[box]);
      }
    }
    out.writeInt(-1);
  }

  /**
   * Decodes a day.
   *
   * @param file path, for messages
   * @throws org.ccdas.inputs.InputException when the bytes are not those of a day of this version
   */
  public static IngestedDay decode(String file, byte[] bytes) {
    return PassingFile.decode(
        file,
        bytes,
        KIND,
        in ->
            new IngestedDay(
                LocalDate.ofEpochDay(in.readLong()), readMoisture(in), PassingFile.readMaps(in)));
  }

  private static SoilMoistureDay readMoisture(DataInputStream in) throws IOException {
    SoilMoistureDay day = SoilMoistureDay.missing(in.readInt());
    for (int box = in.readInt(); box >= 0; box = in.readInt()) {
      day.value()[box] = in.readFloat();
      day.standardError()[box] = in.readFloat();
      day.validFraction()[box] = in.readFloat();
    }
    return day;
  }
}
