package org.ccdas.verify.twin;

import org.ccdas.inputs.file.JsonFile;

/**
 * Finished twins as JSON files, from which a broken set of twins goes on. Numbers keep all their
 * bits, NaN included.
 */
public final class TwinFile {
  private static final int FORMAT_VERSION = 1;
  private static final JsonFile FILE =
      new JsonFile(
          "the file of a twin",
          FORMAT_VERSION,
          "Delete it and go on with --resume, so that the twin is made anew",
          "Delete it and go on with --resume, so that the twin is made anew");

  /**
   * A draw with noise.
   *
   * @param formatVersion of the file
   * @param draw how it came out
   * @param seconds that it took
   */
  public record Draw(int formatVersion, TwinDraw draw, double seconds) {
    /** A draw in the present format. */
    public static Draw of(TwinDraw draw, double seconds) {
      return new Draw(FORMAT_VERSION, draw, seconds);
    }
  }

  /**
   * A twin with perfect data.
   *
   * @param formatVersion of the file
   * @param twin how it came out
   * @param scale of the truth: this times a draw from the prior
   * @param seconds that it took
   */
  public record Perfect(int formatVersion, PerfectTwin twin, double scale, double seconds) {
    /** A twin in the present format. */
    public static Perfect of(PerfectTwin twin, double scale, double seconds) {
      return new Perfect(FORMAT_VERSION, twin, scale, seconds);
    }
  }

  private TwinFile() {}

  /** The bytes of the file of a {@link Draw} or {@link Perfect}. */
  public static byte[] encode(Record twin) {
    return JsonFile.encode(twin);
  }

  /**
   * Reads the bytes of a file.
   *
   * @param file its name, for errors
   * @param type {@link Draw} or {@link Perfect}
   * @throws org.ccdas.inputs.InputException when it is damaged or of another version
   */
  public static <T extends Record> T decode(String file, byte[] bytes, Class<T> type) {
    return FILE.decode(file, bytes, type);
  }
}
