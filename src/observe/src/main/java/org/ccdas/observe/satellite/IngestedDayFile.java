package org.ccdas.observe.satellite;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.ccdas.inputs.InputException;

/**
 * An {@link IngestedDay} as bytes, for the way from the worker that reads a day's files to the one
 * that writes the year. A satellite sees a small part of the boxes in a day, so only those are
 * kept. The same day gives the same bytes.
 */
public final class IngestedDayFile {
  private static final int MAGIC = 0x43434d44;
  private static final int VERSION = 1;

  private IngestedDayFile() {}

  /** Encodes a day. */
  public static byte[] encode(IngestedDay day) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try (DataOutputStream out =
        new DataOutputStream(new DeflaterOutputStream(bytes, deflater, 1 << 14))) {
      out.writeInt(MAGIC);
      out.writeInt(VERSION);
      out.writeLong(day.date().toEpochDay());
      write(day.moisture(), out);
      out.writeInt(day.rejections().size());
      for (RejectionMap map : day.rejections()) {
        write(map, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
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

  private static void write(RejectionMap map, DataOutputStream out) throws IOException {
    out.writeUTF(map.product());
    out.writeInt(map.reasons().size());
    for (String reason : map.reasons()) {
      out.writeUTF(reason);
    }
    int size = map.retrievals().length;
    out.writeInt(size);
    for (int box = 0; box < size; box++) {
      if (map.retrievals()[box] > 0) {
        out.writeInt(box);
        out.writeInt(map.retrievals()[box]);
        for (int[] rejected : map.rejected()) {
          out.writeInt(rejected[box]);
        }
      }
    }
    out.writeInt(-1);
  }

  /**
   * Decodes a day.
   *
   * @param file path, for messages
   * @throws InputException when the bytes are not those of a day of this version
   */
  public static IngestedDay decode(String file, byte[] bytes) {
    try (DataInputStream in =
        new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
      if (in.readInt() != MAGIC || in.readInt() != VERSION) {
        throw problem(file, "is not a day of an ingest of this version", null);
      }
      LocalDate date = LocalDate.ofEpochDay(in.readLong());
      SoilMoistureDay moisture = readMoisture(in);
      List<RejectionMap> maps = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        maps.add(readMap(in));
      }
      // the end has the checksum, which fails when the bytes before are not those written
      if (in.read() >= 0) {
        throw problem(file, "goes on after its end", null);
      }
      return new IngestedDay(date, moisture, maps);
    } catch (IOException | IndexOutOfBoundsException e) {
      throw problem(file, "is damaged: " + e, e);
    }
  }

  private static InputException problem(String file, String problem, Exception cause) {
    return new InputException(file, "", problem, "Run the ingest again", cause);
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

  private static RejectionMap readMap(DataInputStream in) throws IOException {
    String product = in.readUTF();
    List<String> reasons = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      reasons.add(in.readUTF());
    }
    int size = in.readInt();
    int[] retrievals = new int[size];
    int[][] rejected = new int[reasons.size()][size];
    for (int box = in.readInt(); box >= 0; box = in.readInt()) {
      retrievals[box] = in.readInt();
      for (int[] map : rejected) {
        map[box] = in.readInt();
      }
    }
    return new RejectionMap(product, reasons, retrievals, rejected);
  }
}
