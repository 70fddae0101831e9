package org.ccdas.inputs.zarr;

import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Unpacks a buffer of Blosc 1: a header of 16 bytes, the beginnings of the blocks, and every block
 * in one or, one a byte of the type, several streams (c-blosc, README_CHUNK_FORMAT.rst). Read are
 * LZ4 (and LZ4HC), Zstd and zlib, with byte shuffle or none.
 */
final class Blosc {
  private static final int HEADER = 16;
  private static final int SHUFFLE = 0x1;
  private static final int STORED = 0x2;
  private static final int BIT_SHUFFLE = 0x4;
  private static final int NOT_SPLIT = 0x10;
  private static final int CODEC_SHIFT = 5;

  /** Blocks are split up to this size of the type ... */
  private static final int MOST_SPLITS = 16;

  /** ... and from this many elements on. */
  private static final int FEWEST_ELEMENTS = 128;

  private final byte[] packed;
  private final int flags;
  private final int typeSize;
  private final int length;
  private final int blockSize;

  private Blosc(byte[] packed) throws IOException {
    if (packed.length < HEADER) {
      throw new IOException("a Blosc buffer of " + packed.length + " bytes");
    }
    ByteBuffer header = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
    this.packed = packed;
    this.flags = header.get(2);
    this.typeSize = Math.max(1, header.get(3) & 0xff);
    this.length = header.getInt(4);
    this.blockSize = header.getInt(8);
    int all = header.getInt(12);
    if (length < 0 || (length > 0 && blockSize <= 0) || all != packed.length) {
      throw new IOException(
          "a Blosc buffer of " + packed.length + " bytes whose header says " + all);
    }
    if ((flags & BIT_SHUFFLE) != 0 && (flags & STORED) == 0) {
      throw new IOException("Blosc with bit shuffle, which is not read (byte shuffle is)");
    }
  }

  /**
   * The content of a buffer.
   *
   * @param expected its length in bytes
   * @throws IOException when it is damaged, of another length or packed in a way that is not read
   */
  static byte[] unpack(byte[] packed, int expected) throws IOException {
    Blosc blosc = new Blosc(packed);
    if (blosc.length != expected) {
      throw new IOException(
          "a Blosc buffer of " + blosc.length + " bytes where " + expected + " are wanted");
    }
    return blosc.unpack();
  }

  private byte[] unpack() throws IOException {
    byte[] content = new byte[length];
    if ((flags & STORED) != 0) {
      if (packed.length < HEADER + length) {
        throw new IOException("a stored Blosc buffer that ends too early");
      }
      System.arraycopy(packed, HEADER, content, 0, length);
      return content;
    }
    int blocks = length == 0 ? 0 : (length - 1) / blockSize + 1;
    byte[] block = new byte[Math.min(blockSize, length)];
    for (int b = 0; b < blocks; b++) {
      int start = b * blockSize;
      int size = Math.min(blockSize, length - start);
      block(int32(HEADER + 4 * b), block, size, size < blockSize);
      if ((flags & SHUFFLE) != 0 && typeSize > 1) {
        unshuffle(block, size, content, start);
      } else {
        System.arraycopy(block, 0, content, start, size);
      }
    }
    return content;
  }

  private void block(int place, byte[] block, int size, boolean leftOver) throws IOException {
    boolean split =
        (flags & NOT_SPLIT) == 0
            && !leftOver
            && typeSize <= MOST_SPLITS
            && blockSize / typeSize >= FEWEST_ELEMENTS;
    int streams = split ? typeSize : 1;
    int each = size / streams;
    int at = place;
    for (int s = 0; s < streams; s++) {
      int bytes = int32(at);
      at += 4;
      if (bytes < 0 || at + (long) bytes > packed.length) {
        throw new IOException("a Blosc stream of " + bytes + " bytes at " + at);
      }
      if (bytes == each) {
        System.arraycopy(packed, at, block, s * each, each);
      } else {
        decompress(at, bytes, block, s * each, each);
      }
      at += bytes;
    }
  }

  private void decompress(int at, int bytes, byte[] block, int offset, int size)
      throws IOException {
    int codec = (flags & 0xff) >> CODEC_SHIFT;
    int written;
    try {
      written =
          switch (codec) {
            case 1 -> new Lz4Decompressor().decompress(packed, at, bytes, block, offset, size);
            case 3 -> Zlib.inflate(packed, at, bytes, block, offset, size);
            case 4 -> new ZstdDecompressor().decompress(packed, at, bytes, block, offset, size);
            default ->
                throw new IOException(
                    "Blosc with "
                        + (codec == 0 ? "BloscLZ" : codec == 2 ? "Snappy" : "codec " + codec)
                        + ", which is not read (LZ4, Zstd and zlib are)");
          };
    } catch (RuntimeException e) {
      throw new IOException("a damaged Blosc stream at byte " + at, e);
    }
    if (written != size) {
      throw new IOException("a Blosc stream of " + written + " bytes where " + size + " belong");
    }
  }

  /** Byte j of element i stands at j x elements + i; what is left over stays in place. */
  private void unshuffle(byte[] block, int size, byte[] content, int start) {
    int elements = size / typeSize;
    for (int j = 0; j < typeSize; j++) {
      for (int i = 0; i < elements; i++) {
        content[start + i * typeSize + j] = block[j * elements + i];
      }
    }
    int whole = elements * typeSize;
    System.arraycopy(block, whole, content, start + whole, size - whole);
  }

  private int int32(int place) throws IOException {
    if (place < HEADER || place + 4 > packed.length) {
      throw new IOException("a Blosc buffer that points to byte " + place + " of itself");
    }
    return ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN).getInt(place);
  }
}
