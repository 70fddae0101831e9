package org.ccdas.assimilate.evaluation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.ccdas.bethy.lane.ModelSeries;
import org.ccdas.inputs.InputException;
import org.ccdas.observe.block.PackedArrays;

/**
 * The fluxes of one block as a file between a simulation and whoever gathers it: version, sizes and
 * the arrays of {@link BlockFluxes} by name, deflated.
 */
public final class BlockFluxesFile {
  private static final int FORMAT_VERSION = 3;

  private BlockFluxesFile() {}

  /** The bytes of the file. */
  public static byte[] encode(BlockFluxes fluxes) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
      out.writeInt(FORMAT_VERSION);
      out.writeInt(fluxes.index());
      out.writeInt(fluxes.months());
      write(out, fluxes.cells());
      write(out, fluxes.tiles());
      out.writeInt(fluxes.fits().size());
      for (Map.Entry<String, byte[]> fit : fluxes.fits().entrySet()) {
        out.writeUTF(fit.getKey());
        write(out, fit.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, Map<ModelSeries, double[]> all)
      throws IOException {
    out.writeInt(all.size());
    for (Map.Entry<ModelSeries, double[]> series : all.entrySet()) {
      out.writeUTF(series.getKey().key());
      write(out, PackedArrays.doubles(series.getValue()).array());
    }
  }

  private static void write(DataOutputStream out, byte[] array) throws IOException {
    out.writeInt(array.length);
    out.write(array);
  }

  /**
   * Reads the bytes of a file.
   *
   * @param file its name, for errors
   * @throws InputException when it is damaged or of another version
   */
  public static BlockFluxes decode(String file, byte[] bytes) {
    try (DataInputStream in =
        new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
      int version = in.readInt();
      if (version != FORMAT_VERSION) {
        throw new IOException("version " + version + " instead of " + FORMAT_VERSION);
      }
      BlockFluxes fluxes =
          new BlockFluxes(in.readInt(), in.readInt(), series(in), series(in), fits(in));
      // the checksum is compared at the end only
      if (in.read() != -1) {
        throw new IOException("it goes on after its end");
      }
      return fluxes;
    } catch (IOException | IllegalArgumentException e) {
      throw new InputException(
          file,
          "",
          "this is no complete file of block fluxes (" + e + ")",
          "Run the simulation again",
          e);
    }
  }

  private static Map<ModelSeries, double[]> series(DataInputStream in) throws IOException {
    Map<ModelSeries, double[]> all = new EnumMap<>(ModelSeries.class);
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      ModelSeries series = ModelSeries.of(in.readUTF());
      byte[] bytes = array(in);
      all.put(series, PackedArrays.doubles(ByteBuffer.wrap(bytes), bytes.length / Double.BYTES));
    }
    return all;
  }

  private static SortedMap<String, byte[]> fits(DataInputStream in) throws IOException {
    SortedMap<String, byte[]> fits = new TreeMap<>();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      fits.put(in.readUTF(), array(in));
    }
    return fits;
  }

  private static byte[] array(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0) {
      throw new IOException("an array of " + length + " bytes");
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length != length) {
      throw new EOFException("it ends early");
    }
    return bytes;
  }
}
