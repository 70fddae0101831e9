package org.ccdas.transforms.soilmoisture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.ccdas.transforms.CheckedPipeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatchSoilMoistureFilesTest {
  @TempDir Path folder;

  @Test
  void tellsOfEveryFileWhatBecameOfIt() throws IOException {
    LetterArchive.write(folder, LetterArchive.faulty());
    Pipeline pipeline = CheckedPipeline.create(2);
    PCollectionTuple matched = pipeline.apply(MatchSoilMoistureFiles.below(folder + "/"));
    PAssert.that(matched.get(MatchSoilMoistureFiles.FILES))
        .satisfies(
            files -> {
              List<String> names = new ArrayList<>();
              files.forEach(file -> names.add(file.path().replaceFirst(".*/", "")));
              assertThat(names)
                  .hasSize(11)
                  .contains("letter_20101230_A_v2.txt")
                  .doesNotContain("letter_20101230_A_v1.txt");
              return null;
            });
    PAssert.that(matched.get(MatchSoilMoistureFiles.OUTCOMES))
        .satisfies(
            outcomes -> {
              List<String> lines = new ArrayList<>();
              outcomes.forEach(o -> lines.add(o.kind() + " " + o.file().replaceFirst(".*/", "")));
              assertThat(lines)
                  .containsExactlyInAnyOrder(
                      "COMPANION x.note",
                      "DUPLICATE letter_20101230_A_v1.txt",
                      "REFUSED letter_monthly_201012.txt",
                      "OTHER readme.txt");
              return null;
            });
    CheckedPipeline.run(pipeline);
  }

  @Test
  void takesPatternsAndEmptyFolders() throws IOException {
    LetterArchive.write(folder, LetterArchive.good());
    Pipeline pipeline = CheckedPipeline.create(1);
    PAssert.that(
            pipeline
                .apply("Some", MatchSoilMoistureFiles.below(folder + "/2010s/*_A_*"))
                .get(MatchSoilMoistureFiles.FILES))
        .satisfies(
            files -> {
              assertThat(files).hasSize(4);
              return null;
            });
    PAssert.that(
            pipeline
                .apply("None", MatchSoilMoistureFiles.below(folder + "/nothing"))
                .get(MatchSoilMoistureFiles.FILES))
        .empty();
    CheckedPipeline.run(pipeline);
  }
}
