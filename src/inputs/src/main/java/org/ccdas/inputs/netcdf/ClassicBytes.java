package org.ccdas.inputs.netcdf;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of a file, in memory or on disk. */
interface ClassicBytes extends AutoCloseable {
  /** Number of bytes. */
  long size();

  /**
   * Some of the bytes, big-endian.
   *
   * @throws EOFException when the file ends before
   */
  ByteBuffer at(long offset, int length) throws IOException;

  @Override
  void close() throws IOException;

  /** Bytes in memory, which are not copied. */
  static ClassicBytes of(byte[] bytes) {
    return new ClassicBytes() {
      @Override
      public long size() {
        return bytes.length;
      }

      @Override
      public ByteBuffer at(long offset, int length) throws IOException {
        if (offset < 0 || offset + length > bytes.length) {
          throw new EOFException("it ends too early");
        }
        return ByteBuffer.wrap(bytes, (int) offset, length).slice();
      }

      @Override
      public void close() {}
    };
  }

  /** Bytes of a local file, which stays open. */
  static ClassicBytes of(Path path) throws IOException {
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    return new ClassicBytes() {
      @Override
      public long size() {
        try {
          return channel.size();
        } catch (IOException e) {
          throw new java.io.UncheckedIOException(e);
        }
      }

      @Override
      public ByteBuffer at(long offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
          if (channel.read(buffer, offset + buffer.position()) < 0) {
            throw new EOFException("it ends too early");
          }
        }
        return buffer.flip();
      }

      @Override
      public void close() throws IOException {
        channel.close();
      }
    };
  }
}
