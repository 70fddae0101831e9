package org.ccdas.core.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.ccdas.core.InputException;

/**
 * The results of one evaluation as a small JSON file, written by the pipeline and read by the
 * driver. Numbers keep all their bits: they are written in the shortest form that reads back the
 * same.
 */
public final class EvaluationsFile {
  private static final int FORMAT_VERSION = 1;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private record Content(int formatVersion, List<Numbers> evaluations) {}

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
    try {
      return JSON.writeValueAsString(new Content(FORMAT_VERSION, numbers))
          .getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads the bytes of a file.
   *
   * @param file its name, for errors
   * @throws InputException when it is damaged or of another version
   */
  public static List<Evaluation> decode(String file, byte[] bytes) {
    Content content;
    try {
      content = JSON.readValue(new String(bytes, StandardCharsets.UTF_8), Content.class);
    } catch (JsonProcessingException e) {
      throw new InputException(
          file,
          "",
          "this is no complete file of evaluations (" + e.getOriginalMessage() + ")",
          "Run again with --resume",
          e);
    }
    if (content.formatVersion() != FORMAT_VERSION) {
      throw new InputException(
          file,
          "formatVersion",
          "the file has version " + content.formatVersion() + " instead of " + FORMAT_VERSION,
          "Let driver and workers run the same program");
    }
    return content.evaluations().stream()
        .map(n -> new Evaluation(n.id(), n.background(), n.co2(), n.gradient(), n.concentrations()))
        .toList();
  }
}
