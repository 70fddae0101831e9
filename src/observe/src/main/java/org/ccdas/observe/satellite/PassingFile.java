package org.ccdas.observe.satellite;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.ccdas.inputs.InputException;

/**
 * What an ingest leaves for its later steps, as bytes with a kind, a version and a checksum. A
 * satellite sees a small part of the boxes in a day, so only those are kept. The same content gives
 * the same bytes.
 */
final class PassingFile {
  private static final int VERSION = 2;

  @FunctionalInterface
  interface Writer {
    void write(DataOutputStream out) throws IOException;
  }

  @FunctionalInterface
  interface Reader<T> {
    T read(DataInputStream in) throws IOException;
  }

  private PassingFile() {}

  static byte[] encode(int kind, Writer content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try (DataOutputStream out =
        new DataOutputStream(new DeflaterOutputStream(bytes, deflater, 1 << 14))) {
      out.writeInt(kind);
      out.writeInt(VERSION);
      content.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  /**
   * Decodes bytes.
   *
   * @param file path, for messages
   * @throws InputException when the bytes are not of this kind and version, or damaged
   */
  static <T> T decode(String file, byte[] bytes, int kind, Reader<T> content) {
    try (DataInputStream in =
        new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
      if (in.readInt() != kind || in.readInt() != VERSION) {
        throw problem(file, "is not what an ingest of this version leaves there", null);
      }
      T read = content.read(in);
      // the end has the checksum, which fails when the bytes before are not those written
      if (in.read() >= 0) {
        throw problem(file, "goes on after its end", null);
      }
      return read;
    } catch (IOException | IndexOutOfBoundsException e) {
      throw problem(file, "is damaged: " + e, e);
    }
  }

  private static InputException problem(String file, String problem, Exception cause) {
    return new InputException(file, "", problem, "Run the ingest again", cause);
  }

  static void writeMaps(List<RejectionMap> maps, DataOutputStream out) throws IOException {
    out.writeInt(maps.size());
    for (RejectionMap map : maps) {
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
  }

  static List<RejectionMap> readMaps(DataInputStream in) throws IOException {
    List<RejectionMap> maps = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      maps.add(readMap(in));
    }
    return maps;
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
