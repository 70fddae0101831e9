package org.ccdas.inputs.zarr;

import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Inflates zlib streams of known length. */
final class Zlib {
  private Zlib() {}

  /**
   * Inflates into a part of an array.
   *
   * @return the number of bytes written, {@code size} unless the stream is shorter
   * @throws IOException when the stream is damaged or longer
   */
  static int inflate(byte[] packed, int at, int bytes, byte[] into, int offset, int size)
      throws IOException {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed, at, bytes);
      int written = 0;
      while (written < size && !inflater.finished()) {
        int step = inflater.inflate(into, offset + written, size - written);
        if (step == 0) {
          throw new IOException("a zlib stream that ends too early");
        }
        written += step;
      }
      if (!inflater.finished() && inflater.inflate(new byte[1]) > 0) {
        throw new IOException("a zlib stream of more than " + size + " bytes");
      }
      return written;
    } catch (DataFormatException e) {
      throw new IOException("a damaged zlib stream: " + e.getMessage(), e);
    } finally {
      inflater.end();
    }
  }
}
