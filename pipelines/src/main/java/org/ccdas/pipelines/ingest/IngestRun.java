package org.ccdas.pipelines.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.Pipeline;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.observe.satellite.Criterion;
import org.ccdas.pipelines.runner.BeamSession;
import org.ccdas.transforms.soilmoisture.IngestSettings;
import org.ccdas.transforms.soilmoisture.IngestSoilMoisture;
import org.ccdas.transforms.soilmoisture.WriteSoilMoisture;

/**
 * One ingest from a folder of satellite files to products. A killed one leaves no half-written
 * product and may simply be run again.
 *
 * @param input folder or pattern, local or gs://
 * @param output folder, local or gs://
 * @param settings how files become observations
 * @param mostQuarantined share of quarantined files above which it fails, 0..1
 */
public record IngestRun(
    String input, String output, IngestSettings settings, double mostQuarantined) {
  private static final String SUMMARY = "summary.json";

  /** Makes local paths absolute and checks that the output does not lie within the input. */
  public IngestRun {
    input = absolute(input);
    output = absolute(output);
    if (output.equals(input) || output.startsWith(input + "/")) {
      throw new InputException(
          output,
          "",
          "the folder for results lies within the input",
          "Choose a folder for --out beside it");
    }
  }

  private static String absolute(String path) {
    return Location.of(path).absolute().toString();
  }

  /**
   * Runs it to its end.
   *
   * @return the summary, as written beside the products
   * @throws InputException when too many files are bad, or there are none
   */
  public JsonNode run(BeamSession session) throws IOException {
    StoredFiles.makeFolder(Location.of(output));
    // of a run that was killed
    StoredFiles.removeTemporaries(Location.of(output));
    WriteSoilMoisture.removeParts(output);
    Pipeline pipeline = session.pipeline();
    pipeline.apply(
        "IngestSoilMoisture",
        IngestSoilMoisture.from(input)
            .into(output, settings)
            .withMostQuarantined(mostQuarantined)
            .withAttributes(attributes()));
    try {
      session.run(pipeline);
    } catch (RuntimeException e) {
      removeParts(e);
      throw e;
    }
    WriteSoilMoisture.removeParts(output);
    return new ObjectMapper()
        .readTree(StoredFiles.readShared(Location.of(output).resolve(SUMMARY)));
  }

  private void removeParts(RuntimeException failure) {
    try {
      WriteSoilMoisture.removeParts(output);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  /** What the products say of how they were made. */
  private Map<String, String> attributes() {
    Map<String, String> attributes = new TreeMap<>();
    attributes.put("source", "satellite retrievals of surface soil moisture");
    settings
        .screenings()
        .forEach(
            (product, screening) ->
                attributes.put(
                    "screening_" + product.replace('-', '_'),
                    String.join(
                        "; ", screening.criteria().stream().map(IngestRun::describe).toList())));
    attributes.put(
        "missing_data_rule",
        "a box has a value when at least "
            + settings.rule().minValidFraction()
            + " of its land area has accepted pixels");
    attributes.put(
        "error_model",
        "square root of mean(error of retrieval)^2 + "
            + settings.rule().representativeness()
            + "^2, m3 m-3");
    if (settings.defaultError() > 0) {
      attributes.put(
          "default_error",
          settings.defaultError()
              + " m3 m-3 for retrievals of files that give no standard error; summary.json tells"
              + " which were such");
    }
    if (!settings.series().isEmpty()) {
      attributes.put("product", settings.series());
    }
    if (!settings.landMask().isEmpty()) {
      attributes.put("land_mask", settings.landMask().replaceFirst(".*/", ""));
    }
    return attributes;
  }

  private static String describe(Criterion criterion) {
    return criterion.reason() + ": " + criterion.describe();
  }
}
