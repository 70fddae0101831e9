package org.ccdas.transforms.soilmoisture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.ccdas.observe.satellite.Criterion;
import org.ccdas.observe.satellite.Layer;
import org.ccdas.observe.satellite.RegridRule;
import org.ccdas.observe.satellite.Retrievals;
import org.ccdas.observe.satellite.Screening;
import org.ccdas.observe.satellite.SoilMoistureGrid;
import org.ccdas.transforms.CheckedPipeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps of an ingest, each used alone and one after the other. */
class SingleTransformsTest {
  private static final SoilMoistureGrid GRID = SoilMoistureGrid.global(20, 30);

  @TempDir Path folder;

  @Test
  void readsWhatCanBeReadAndTellsOfTheRest() throws IOException {
    LetterArchive.write(folder, LetterArchive.faulty());
    Pipeline pipeline = CheckedPipeline.create(2);
    PCollectionTuple read =
        pipeline.apply(ReadSmosL3.from(folder.toString()).withLayers(Set.of(Layer.LAND)));
    PAssert.that(read.get(ReadSmosL3.RETRIEVALS))
        .satisfies(
            all -> {
              assertThat(all).hasSize(9).allMatch(retrievals -> retrievals.count() == 648);
              return null;
            });
    PAssert.that(read.get(ReadSmosL3.OUTCOMES))
        .satisfies(
            all -> {
              assertThat(all).hasSize(15);
              assertThat(all).filteredOn(FileOutcome::isQuarantined).hasSize(4);
              return null;
            });
    CheckedPipeline.run(pipeline);
  }

  @Test
  void screensByTheProductsCriteriaOrOthers() throws IOException {
    LetterArchive.write(folder, LetterArchive.faulty());
    Screening none = new Screening(List.of());
    Screening dry =
        new Screening(List.of(new Criterion.Range("dry", Layer.SOIL_MOISTURE, 0, 0.35f, true)));
    Pipeline pipeline = CheckedPipeline.create(2);
    var retrievals = pipeline.apply(ReadSmosL3.from(folder.toString())).get(ReadSmosL3.RETRIEVALS);
    for (Map.Entry<String, Integer> expected : Map.of("own", 8, "none", 9, "dry", 2).entrySet()) {
      ScreenRetrievals screen =
          switch (expected.getKey()) {
            case "none" -> screenBy(none);
            case "dry" -> screenBy(dry);
            default -> ScreenRetrievals.by(IngestSettings.onto(GRID));
          };
      int files = expected.getValue();
      PAssert.that(retrievals.apply(expected.getKey(), screen))
          .satisfies(
              all -> {
                int accepted = 0;
                for (var screened : all) {
                  accepted += screened.accepted();
                }
                assertThat(accepted).isEqualTo(files * 648);
                return null;
              });
    }
    CheckedPipeline.run(pipeline);
  }

  private static ScreenRetrievals screenBy(Screening screening) {
    return ScreenRetrievals.by(
        IngestSettings.onto(GRID).withScreenings(Map.of(LetterProduct.NAME, screening)));
  }

  /** One after the other they make the very files of the fused ingest. */
  @Test
  void theChainWritesTheProductsOfTheWholeIngest() throws IOException {
    Path in = folder.resolve("in");
    LetterArchive.write(in, LetterArchive.faulty());
    Path whole = folder.resolve("whole");
    Path chain = folder.resolve("chain");
    IngestSettings settings = IngestSettings.onto(GRID);
    Pipeline pipeline = CheckedPipeline.create(2);
    pipeline.apply(
        "Whole",
        IngestSoilMoisture.from(in.toString())
            .into(whole.toString(), settings)
            .withMostQuarantined(1));
    pipeline
        .apply(ReadSmosL3.from(in.toString()))
        .get(ReadSmosL3.RETRIEVALS)
        .apply(ScreenRetrievals.by(settings))
        .apply(Regrid.by(settings))
        .apply(MergeOverpasses.by(settings.rule()))
        .apply(WriteSoilMoisture.into(chain.toString(), GRID));
    CheckedPipeline.run(pipeline);
    for (String name : List.of("soil-moisture-2010.nc", "soil-moisture-2011.nc")) {
      assertThat(Files.readAllBytes(chain.resolve(name)))
          .isEqualTo(Files.readAllBytes(whole.resolve(name)));
    }
  }

  @Test
  void nothingInNothingOut() {
    Pipeline pipeline = CheckedPipeline.create(1);
    PAssert.that(
            pipeline
                .apply(Create.empty(SerializableCoder.of(Retrievals.class)))
                .apply(ScreenRetrievals.by(IngestSettings.onto(GRID)))
                .apply(Regrid.by(IngestSettings.onto(GRID)))
                .apply(MergeOverpasses.by(RegridRule.STANDARD))
                .apply(WriteSoilMoisture.into(folder.resolve("none").toString(), GRID)))
        .empty();
    CheckedPipeline.run(pipeline);
    assertThat(folder.resolve("none")).doesNotExist();
  }
}
