package org.ccdas.core.evaluation;

import java.util.Comparator;
import java.util.List;

/**
 * The results of one evaluation as a small JSON file, written by the pipeline and read by the
 * driver. Numbers keep all their bits, NaN and infinities included.
 */
public final class EvaluationsFile {
  private static final int FORMAT_VERSION = 1;
  private static final JsonFile FILE =
      new JsonFile(
          "the file of evaluations",
          FORMAT_VERSION,
          "Let driver and workers run the same program",
          "Run again with --resume");

  private record Content(int formatVersion, List<Numbers> evaluations) {
    Content {
      evaluations = List.copyOf(evaluations);
    }
  }

  private record Numbers(
      int id, double background, double co2, double[] gradient, double[] concentrations) {}

  private EvaluationsFile() {}

  /** The bytes of the file; evaluations in the order of their ids. */
  public static byte[] encode(List<Evaluation> evaluations) {
    List<Numbers> numbers =
        evaluations.stream()
            .sorted(Comparator.comparingInt(Evaluation::id))
            .map(
                e -> new Numbers(e.id(), e.background(), e.co2(), e.gradient(), e.concentrations()))
            .toList();
    return JsonFile.encode(new Content(FORMAT_VERSION, numbers));
  }

  /**
   * Reads the bytes of a file.
   *
   * @param file its name, for errors
   * @throws org.ccdas.core.InputException when it is damaged or of another version
   */
  public static List<Evaluation> decode(String file, byte[] bytes) {
    return FILE.decode(file, bytes, Content.class).evaluations().stream()
        .map(n -> new Evaluation(n.id(), n.background(), n.co2(), n.gradient(), n.concentrations()))
        .toList();
  }
}
