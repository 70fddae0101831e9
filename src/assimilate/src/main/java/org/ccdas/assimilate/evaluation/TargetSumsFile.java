package org.ccdas.assimilate.evaluation;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ccdas.inputs.file.JsonFile;

/**
 * Sums of a {@link TargetLayout} by id of the candidate as a JSON file, written by the pipeline and
 * read by the driver. Numbers keep all their bits.
 */
public final class TargetSumsFile {
  private static final int FORMAT_VERSION = 1;
  private static final JsonFile FILE =
      new JsonFile(
          "the file of target sums",
          FORMAT_VERSION,
          "Let driver and workers run the same program",
          "Run again with --resume");

  private record Content(int formatVersion, List<Sums> targets) {
    Content {
      targets = List.copyOf(targets);
    }
  }

  private record Sums(int id, double[] values) {}

  private TargetSumsFile() {}

  /** The bytes of the file. */
  public static byte[] encode(SortedMap<Integer, double[]> sums) {
    List<Sums> all = sums.entrySet().stream().map(e -> new Sums(e.getKey(), e.getValue())).toList();
    return JsonFile.encode(new Content(FORMAT_VERSION, all));
  }

  /**
   * Reads the bytes of a file.
   *
   * @param file its name, for errors
   * @throws org.ccdas.inputs.InputException when it is damaged or of another version
   */
  public static SortedMap<Integer, double[]> decode(String file, byte[] bytes) {
    SortedMap<Integer, double[]> sums = new TreeMap<>();
    FILE.decode(file, bytes, Content.class).targets().forEach(s -> sums.put(s.id(), s.values()));
    return sums;
  }
}
