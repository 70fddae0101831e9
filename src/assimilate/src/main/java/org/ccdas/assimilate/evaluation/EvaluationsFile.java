package org.ccdas.assimilate.evaluation;

import java.util.Comparator;
import java.util.List;
import org.ccdas.observe.normal.NormalSystem;
import org.ccdas.observe.normal.NormalSystemFile;

/**
 * The results of one evaluation as a small JSON file, written by the pipeline and read by the
 * driver. Numbers keep all their bits, NaN and infinities included.
 */
public final class EvaluationsFile {
  private static final int FORMAT_VERSION = 2;
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

  /**
   * @param normal bytes of a {@link NormalSystemFile}, which JSON has in base 64; or null
   */
  private record Numbers(
      int id,
      double background,
      double co2,
      double soilMoisture,
      double[] gradient,
      double[] concentrations,
      byte[] normal) {
    static Numbers of(Evaluation evaluation) {
      NormalSystem normal = evaluation.normal();
      return new Numbers(
          evaluation.id(),
          evaluation.background(),
          evaluation.co2(),
          evaluation.soilMoisture(),
          evaluation.gradient(),
          evaluation.concentrations(),
          normal == null ? null : NormalSystemFile.encode(normal));
    }

    Evaluation evaluation(String file) {
      return new Evaluation(
          id,
          background,
          co2,
          soilMoisture,
          gradient,
          concentrations,
          normal == null ? null : NormalSystemFile.decode(file, normal));
    }
  }

  private EvaluationsFile() {}

  /** The bytes of the file; evaluations in the order of their ids. */
  public static byte[] encode(List<Evaluation> evaluations) {
    List<Numbers> numbers =
        evaluations.stream()
            .sorted(Comparator.comparingInt(Evaluation::id))
            .map(Numbers::of)
            .toList();
    return JsonFile.encode(new Content(FORMAT_VERSION, numbers));
  }

  /**
   * Reads the bytes of a file.
   *
   * @param file its name, for errors
   * @throws org.ccdas.inputs.InputException when it is damaged or of another version
   */
  public static List<Evaluation> decode(String file, byte[] bytes) {
    return FILE.decode(file, bytes, Content.class).evaluations().stream()
        .map(numbers -> numbers.evaluation(file))
        .toList();
  }
}
