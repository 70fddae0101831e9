package org.ccdas.assimilate.evaluation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.ccdas.inputs.InputException;
import org.ccdas.observe.moisture.MoistureSeries;

/**
 * The fluxes of one block as a file between a simulation and whoever gathers it: version, sizes and
 * the arrays of {@link BlockFluxes} in their order, deflated.
 */
public final class BlockFluxesFile {
  private static final int FORMAT_VERSION = 2;

  private BlockFluxesFile() {}

  /** The bytes of the file. */
  public static byte[] encode(BlockFluxes fluxes) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
      out.writeInt(FORMAT_VERSION);
      out.writeInt(fluxes.index());
      out.writeInt(fluxes.months());
      for (double[] array :
          new double[][] {
            fluxes.nep(),
            fluxes.gpp(),
            fluxes.npp(),
            fluxes.evapotranspiration(),
            fluxes.topMoisture(),
            fluxes.tileGpp(),
            fluxes.tileNpp(),
            fluxes.tileEvapotranspiration()
          }) {
        out.writeInt(array.length);
        out.write(PackedArrays.doubles(array).array());
      }
      write(out, fluxes.moisture());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
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
          new BlockFluxes(
              in.readInt(),
              in.readInt(),
              array(in),
              array(in),
              array(in),
              array(in),
              array(in),
              array(in),
              array(in),
              array(in),
              moisture(in));
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

  private static void write(DataOutputStream out, BlockMoistureFit fit) throws IOException {
    out.writeInt(fit.hidden().length);
    for (int[] days : fit.hidden()) {
      write(out, days);
    }
    out.writeInt(fit.observed().size());
    for (int cell = 0; cell < fit.observed().size(); cell++) {
      MoistureSeries series = fit.observed().get(cell);
      write(out, series.days());
      for (double[] array :
          new double[][] {series.value(), series.sigma(), fit.modelled().get(cell)}) {
        out.writeInt(array.length);
        out.write(PackedArrays.doubles(array).array());
      }
    }
  }

  private static void write(DataOutputStream out, int[] values) throws IOException {
    out.writeInt(values.length);
    for (int value : values) {
      out.writeInt(value);
    }
  }

  private static BlockMoistureFit moisture(DataInputStream in) throws IOException {
    int[][] hidden = new int[length(in, Integer.BYTES)][];
    for (int tile = 0; tile < hidden.length; tile++) {
      hidden[tile] = integers(in);
    }
    int cells = length(in, Integer.BYTES);
    List<MoistureSeries> observed = new ArrayList<>();
    List<double[]> modelled = new ArrayList<>();
    for (int cell = 0; cell < cells; cell++) {
      observed.add(new MoistureSeries(integers(in), array(in), array(in)));
      modelled.add(array(in));
    }
    return new BlockMoistureFit(hidden, observed, modelled);
  }

  private static int[] integers(DataInputStream in) throws IOException {
    byte[] bytes = in.readNBytes(length(in, Integer.BYTES) * Integer.BYTES);
    int[] values = new int[bytes.length / Integer.BYTES];
    ByteBuffer.wrap(bytes).asIntBuffer().get(values);
    return values;
  }

  private static int length(DataInputStream in, int bytes) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > Integer.MAX_VALUE / bytes) {
      throw new IOException("an array of " + length + " values");
    }
    return length;
  }

  private static double[] array(DataInputStream in) throws IOException {
    int length = length(in, Double.BYTES);
    byte[] bytes = in.readNBytes(length * Double.BYTES);
    if (bytes.length != length * Double.BYTES) {
      throw new EOFException("it ends early");
    }
    return PackedArrays.doubles(ByteBuffer.wrap(bytes), length);
  }
}
