package org.ccdas.transforms.soilmoisture;

import java.util.Map;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.Wait;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;

/**
 * From a folder of satellite files to a product of daily observations on the model grid, with the
 * quarantine list, what screening rejected, and a summary; gives the path of the summary, which is
 * written last.
 *
 * <pre>{@code
 * pipeline.apply(
 *     IngestSoilMoisture.from("gs://archive/smos")
 *         .into("gs://products/soil-moisture", IngestSettings.onto(SoilMoistureGrid.global(2, 2))));
 * pipeline.run().waitUntilFinish();
 * WriteSoilMoisture.removeParts("gs://products/soil-moisture");
 * }</pre>
 *
 * No product file is written when more than a share of the files is quarantined; then the pipeline
 * fails with an {@link org.ccdas.inputs.InputException}.
 */
public final class IngestSoilMoisture extends PTransform<PBegin, PCollection<String>> {
  /** Share of quarantined files from which on an ingest fails, unless told otherwise. */
  public static final double MOST_QUARANTINED = 0.01;

  private static final long serialVersionUID = 1L;
  private final String input;
  private final ProductFiles product;
  private final IngestSettings settings;
  private final double mostQuarantined;

  private IngestSoilMoisture(
      String input, ProductFiles product, IngestSettings settings, double mostQuarantined) {
    this.input = input;
    this.product = product;
    this.settings = settings;
    this.mostQuarantined = mostQuarantined;
  }

  /** Ingests all files in a folder and its folders, or those of a pattern with {@code *}. */
  public static IngestSoilMoisture from(String folderOrPattern) {
    return new IngestSoilMoisture(folderOrPattern, null, null, MOST_QUARANTINED);
  }

  /** Writes into a folder, which must not lie within the input. */
  public IngestSoilMoisture into(String folder, IngestSettings how) {
    return new IngestSoilMoisture(input, ProductFiles.in(folder, how.grid()), how, mostQuarantined);
  }

  /** Fails when more than this share of the files is quarantined, 0..1. */
  public IngestSoilMoisture withMostQuarantined(double share) {
    return new IngestSoilMoisture(input, product, settings, share);
  }

  /** Adds global attributes to every product file; call it after {@link #into}. */
  public IngestSoilMoisture withAttributes(Map<String, String> attributes) {
    return new IngestSoilMoisture(
        input, product.withAttributes(attributes), settings, mostQuarantined);
  }

  @Override
  public PCollection<String> expand(PBegin begin) {
    if (product == null) {
      throw new IllegalStateException("An ingest needs a place for its results: call into");
    }
    PCollectionTuple matched =
        begin.apply("MatchFiles", MatchSoilMoistureFiles.below(input).ofSeries(settings.series()));
    PCollectionTuple ingested =
        matched
            .get(MatchSoilMoistureFiles.FILES)
            .apply("IngestFiles", IngestFiles.into(product.parts(), settings));
    PCollection<FileNumbers> files =
        PCollectionList.of(matched.get(MatchSoilMoistureFiles.OUTCOMES))
            .and(ingested.get(IngestFiles.OUTCOMES))
            .apply("Outcomes", Flatten.pCollections())
            .apply("CheckQuarantine", CheckQuarantine.of(input, product.folder(), mostQuarantined));
    PCollection<WrittenYear> years =
        ingested
            .get(IngestFiles.PARTS)
            .apply("WhenChecked", Wait.on(files))
            .apply("MergeParts", MergeParts.into(product.parts(), settings.rule()))
            .apply("WriteYears", WriteYears.of(product));
    return files.apply(
        "WriteScreening",
        WriteScreening.of(
            product, years, ingested.get(IngestFiles.COUNTS), ingested.get(IngestFiles.NOTES)));
  }
}
