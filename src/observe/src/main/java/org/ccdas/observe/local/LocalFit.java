package org.ccdas.observe.local;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.ccdas.observe.block.PackedArrays;

/**
 * Observed and modelled values of a block's cells in one run.
 *
 * @param hidden for each tile the days on which it turns hidden or visible, see {@link DayMask}
 * @param observed for each cell what was seen on days that the mask allows, as it enters the misfit
 *     (matched, where observations are matched); held-out years are among them
 * @param modelled for each cell the operator's value on these days, in the units of the stream
 */
public record LocalFit(int[][] hidden, List<LocalSeries> observed, List<double[]> modelled) {
  /** Checks that observed and modelled days belong together. */
  public LocalFit {
    observed = List.copyOf(observed);
    modelled = List.copyOf(modelled);
    if (observed.size() != modelled.size()) {
      throw new IllegalArgumentException(
          observed.size() + " observed cells, " + modelled.size() + " modelled");
    }
    for (int cell = 0; cell < observed.size(); cell++) {
      if (observed.get(cell).count() != modelled.get(cell).length) {
        throw new IllegalArgumentException("Cell " + cell + " has days of only one kind");
      }
    }
  }

  /** The bytes that travel from the worker, see {@link #decode}. */
  byte[] encode() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(hidden.length);
      for (int[] days : hidden) {
        write(out, days);
      }
      out.writeInt(observed.size());
      for (int cell = 0; cell < observed.size(); cell++) {
        LocalSeries series = observed.get(cell);
        write(out, series.days());
        for (double[] array : new double[][] {series.value(), series.sigma(), modelled.get(cell)}) {
          out.write(PackedArrays.doubles(array).array());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The fit of these bytes. */
  static LocalFit decode(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int[][] hidden = new int[in.readInt()][];
      for (int tile = 0; tile < hidden.length; tile++) {
        hidden[tile] = integers(in);
      }
      int cells = in.readInt();
      List<LocalSeries> observed = new ArrayList<>();
      List<double[]> modelled = new ArrayList<>();
      for (int cell = 0; cell < cells; cell++) {
        int[] days = integers(in);
        observed.add(new LocalSeries(days, doubles(in, days.length), doubles(in, days.length)));
        modelled.add(doubles(in, days.length));
      }
      return new LocalFit(hidden, observed, modelled);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(DataOutputStream out, int[] values) throws IOException {
    out.writeInt(values.length);
    for (int value : values) {
      out.writeInt(value);
    }
  }

  private static int[] integers(DataInputStream in) throws IOException {
    int[] values = new int[in.readInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readInt();
    }
    return values;
  }

  private static double[] doubles(DataInputStream in, int count) throws IOException {
    return PackedArrays.doubles(ByteBuffer.wrap(in.readNBytes(count * Double.BYTES)), count);
  }
}
