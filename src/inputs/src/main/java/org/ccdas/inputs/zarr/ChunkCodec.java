package org.ccdas.inputs.zarr;

import com.fasterxml.jackson.databind.JsonNode;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.GZIPInputStream;

/** How the chunks of an array are packed. */
enum ChunkCodec {
  NONE,
  ZLIB,
  GZIP,
  ZSTD,
  LZ4,
  BLOSC;

  /**
   * The codec of an array.
   *
   * @param compressor the entry of {@code .zarray}
   * @throws IOException when it is not read
   */
  static ChunkCodec of(JsonNode compressor) throws IOException {
    if (compressor.isNull() || compressor.isMissingNode()) {
      return NONE;
    }
    String id = compressor.path("id").asText();
    return switch (id) {
      case "zlib" -> ZLIB;
      case "gzip" -> GZIP;
      case "zstd" -> ZSTD;
      case "lz4" -> LZ4;
      case "blosc" -> BLOSC;
      default ->
          throw new IOException(
              "its compressor is '" + id + "' (read are zlib, gzip, zstd, lz4, blosc)");
    };
  }

  /**
   * The content of a chunk.
   *
   * @param length its length in bytes
   * @throws IOException when it is damaged or has another length
   */
  byte[] unpack(byte[] packed, int length) throws IOException {
    byte[] content = this == NONE ? packed : new byte[length];
    int written;
    try {
      written =
          switch (this) {
            case NONE -> packed.length;
            case ZLIB -> Zlib.inflate(packed, 0, packed.length, content, 0, length);
            case GZIP -> {
              try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
                int read = in.readNBytes(content, 0, length);
                yield in.read() < 0 ? read : length + 1;
              }
            }
            case ZSTD ->
                new ZstdDecompressor().decompress(packed, 0, packed.length, content, 0, length);
            case LZ4 -> lz4(packed, content);
            case BLOSC -> {
              content = Blosc.unpack(packed, length);
              yield content.length;
            }
          };
    } catch (RuntimeException e) {
      throw new IOException("it is damaged: " + e.getMessage(), e);
    }
    if (written != length) {
      throw new IOException("it holds " + written + " bytes where " + length + " belong");
    }
    return content;
  }

  /** The LZ4 of numcodecs: the length in four bytes, then a block. */
  private static int lz4(byte[] packed, byte[] content) throws IOException {
    int length =
        packed.length < 4 ? -1 : ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN).getInt(0);
    if (length != content.length) {
      return length;
    }
    return new Lz4Decompressor().decompress(packed, 4, packed.length - 4, content, 0, length);
  }
}
