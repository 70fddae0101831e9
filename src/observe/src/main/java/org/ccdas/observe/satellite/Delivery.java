package org.ccdas.observe.satellite;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.ccdas.inputs.InputException;

/**
 * Opens what data centres deliver: plain files and gzipped tar archives ({@code .tgz}, {@code
 * .tar.gz}). The content is not trusted: sizes are bounded, entries must stay within their folder.
 * Nothing is written to disk; one file at a time is in memory.
 */
public final class Delivery {
  private static final int GZIP_MAGIC_1 = 0x1f;
  private static final int GZIP_MAGIC_2 = 0x8b;
  private static final int PIECE = 1 << 20;

  /**
   * Bounds of what is read.
   *
   * @param fileBytes greatest size of a plain file, of an archive as delivered and of one entry
   * @param inflatedBytes greatest size of all entries of an archive together
   * @param entries most entries of an archive
   */
  public record Limits(long fileBytes, long inflatedBytes, int entries) implements Serializable {
    /** 512 MiB a file, 1 GiB and 1000 entries an archive. */
    public static final Limits STANDARD = new Limits(512L << 20, 1L << 30, 1000);

    private static final long serialVersionUID = 1L;

    /** Checks that all are positive and a file fits into an array. */
    public Limits {
      if (fileBytes < 1 || fileBytes > Integer.MAX_VALUE - 16 || inflatedBytes < 1 || entries < 1) {
        throw new IllegalArgumentException(
            "Limits " + fileBytes + ", " + inflatedBytes + ", " + entries);
      }
    }
  }

  private Delivery() {}

  /** Reads all files of a delivery. */
  public static void read(
      String path, InputStream content, Limits limits, Consumer<ProductBytes> each) {
    read(path, content, limits, name -> true, bytes -> {}, each);
  }

  /**
   * Reads the wanted files of a delivery, one after the other.
   *
   * @param path as the user knows it
   * @param content of the delivery; read to its end, not closed
   * @param limits refuse what is larger
   * @param wanted which entries of an archive to read, by name; a plain file is always read
   * @param reserve is called with the size of each entry of an archive before it is read, so that
   *     memory can be bounded across threads; it may wait
   * @param each is called for each file
   * @throws InputException when it is damaged, too large, or an entry lies outside its folder
   * @throws UncheckedIOException when the source of the bytes fails
   */
  public static void read(
      String path,
      InputStream content,
      Limits limits,
      Predicate<String> wanted,
      LongConsumer reserve,
      Consumer<ProductBytes> each) {
    PushbackInputStream start = new PushbackInputStream(new Bounded(path, content, limits), 2);
    boolean zipped;
    try {
      int first = start.read();
      if (first < 0) {
        throw new InputException(path, "", "is empty", "Get the file again");
      }
      int second = start.read();
      if (second >= 0) {
        start.unread(second);
      }
      start.unread(first);
      zipped = first == GZIP_MAGIC_1 && second == GZIP_MAGIC_2;
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
    if (zipped) {
      archive(path, start, limits, wanted, reserve, each);
    } else {
      try {
        each.accept(new ProductBytes(path, all(path, "", start, limits.fileBytes())));
      } catch (IOException e) {
        throw new UncheckedIOException(path, e);
      }
    }
  }

  private static void archive(
      String path,
      InputStream zipped,
      Limits limits,
      Predicate<String> wanted,
      LongConsumer reserve,
      Consumer<ProductBytes> each) {
    int entries = 0;
    long inflated = 0;
    try {
      TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(zipped, 1 << 16));
      TarArchiveEntry entry = tar.getNextEntry();
      for (; entry != null; entry = tar.getNextEntry()) {
        String place = "entry " + printable(entry.getName());
        if (++entries > limits.entries()) {
          throw new InputException(
              path,
              "",
              "has more than " + limits.entries() + " entries",
              "Unpack it and check what it holds");
        }
        checkName(path, place, entry);
        if (entry.isDirectory()) {
          continue;
        }
        if (isSpecial(entry)) {
          throw new InputException(
              path, place, "is a link or a device", "Unpack it and give the plain files");
        }
        inflated += entry.getSize();
        if (entry.getSize() > limits.fileBytes() || inflated > limits.inflatedBytes()) {
          throw tooLarge(path, place, Math.min(limits.fileBytes(), limits.inflatedBytes()));
        }
        if (wanted.test(entry.getName())) {
          reserve.accept(entry.getSize());
          byte[] bytes = all(path, place, tar, limits.fileBytes());
          if (bytes.length != entry.getSize()) {
            throw new InputException(path, place, "ends too early", "Get the archive again");
          }
          each.accept(new ProductBytes(path + "!/" + printable(entry.getName()), bytes));
        }
      }
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      throw damaged(path, e);
    } catch (IOException e) {
      // the archive library reports damage by plain ones
      if (e.getClass() == IOException.class) {
        throw damaged(path, e);
      }
      throw new UncheckedIOException(path, e);
    }
    if (entries == 0) {
      throw new InputException(
          path, "", "is not a tar archive or is empty", "Give .tgz archives or plain files");
    }
  }

  private static boolean isSpecial(TarArchiveEntry entry) {
    return entry.isSymbolicLink()
        || entry.isLink()
        || entry.isCharacterDevice()
        || entry.isBlockDevice()
        || entry.isFIFO()
        || !entry.isFile();
  }

  private static InputException damaged(String path, Exception e) {
    return new InputException(
        path,
        "",
        "is not a complete gzipped tar archive: " + e.getMessage(),
        "Get the file again",
        e);
  }

  private static void checkName(String path, String place, TarArchiveEntry entry) {
    String name = entry.getName().replace('\\', '/');
    boolean outside =
        name.startsWith("/")
            || name.matches("[A-Za-z]:.*")
            || Arrays.asList(name.split("/")).contains("..");
    if (outside) {
      throw new InputException(
          path,
          place,
          "lies outside the folder of the archive",
          "Do not unpack this archive; ask where it comes from");
    }
  }

  private static String printable(String name) {
    return name.replaceAll("\\p{Cntrl}", "?");
  }

  private static InputException tooLarge(String path, String place, long limit) {
    return new InputException(
        path,
        place,
        String.format(Locale.ROOT, "is larger than %d bytes", limit),
        "Check that it is a daily file");
  }

  /** All bytes, but never more than the limit. */
  private static byte[] all(String path, String place, InputStream in, long limit)
      throws IOException {
    byte[] bytes = new byte[(int) Math.min(PIECE, limit)];
    int length = 0;
    while (true) {
      int read = in.read(bytes, length, bytes.length - length);
      if (read < 0) {
        return Arrays.copyOf(bytes, length);
      }
      length += read;
      if (length == bytes.length) {
        int next = in.read();
        if (next < 0) {
          return bytes;
        }
        if (length >= limit) {
          throw tooLarge(path, place, limit);
        }
        bytes = Arrays.copyOf(bytes, (int) Math.min(limit, 2L * length));
        bytes[length++] = (byte) next;
      }
    }
  }

  /** Refuses to deliver more bytes than a file may have. */
  private static final class Bounded extends InputStream {
    private final String path;
    private final InputStream in;
    private final long limit;
    private long count;

    Bounded(String path, InputStream in, Limits limits) {
      this.path = path;
      this.in = in;
      this.limit = limits.fileBytes();
    }

    @Override
    public int read() throws IOException {
      int value = in.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = in.read(bytes, from, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int more) {
      count += more;
      if (count > limit) {
        throw tooLarge(path, "", limit);
      }
    }
  }
}
