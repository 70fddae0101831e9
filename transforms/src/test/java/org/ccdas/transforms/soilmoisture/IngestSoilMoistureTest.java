package org.ccdas.transforms.soilmoisture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.observe.local.ObservedField;
import org.ccdas.observe.satellite.SoilMoistureFiles;
import org.ccdas.observe.satellite.SoilMoistureGrid;
import org.ccdas.transforms.CheckedPipeline;
import org.ccdas.transforms.storage.FakeGcsServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestSoilMoistureTest {
  private static final SoilMoistureGrid GRID = SoilMoistureGrid.global(20, 30);

  @TempDir Path folder;

  private Path in() {
    return folder.resolve("in");
  }

  private Path out() {
    return folder.resolve("out");
  }

  private Pipeline pipeline(int parallelism, double share) {
    Pipeline pipeline = CheckedPipeline.create(parallelism);
    pipeline.apply(
        IngestSoilMoisture.from(in().toString())
            .into(out().toString(), IngestSettings.onto(GRID))
            .withMostQuarantined(share)
            .withAttributes(Map.of("source", "letters")));
    return pipeline;
  }

  private static Map<String, byte[]> content(Path folder) throws IOException {
    Map<String, byte[]> content = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        content.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return content;
  }

  private String text(String name) throws IOException {
    return Files.readString(out().resolve(name), StandardCharsets.UTF_8);
  }

  @Test
  void aProductAYearWithErrorsAndMeansOfBothOverpasses() throws IOException {
    LetterArchive.write(in(), LetterArchive.good());
    CheckedPipeline.run(pipeline(2, 0));
    LatLonBox box = new LatLonBox(10, 30, -90, -60);
    ObservedField read =
        SoilMoistureFiles.scan(
                List.of(
                    Location.of(out().resolve("soil-moisture-2010.nc")),
                    Location.of(out().resolve("soil-moisture-2011.nc"))))
            .read(
                List.of(Cell.of(1, 20, -75, box, List.of(1))),
                LetterArchive.FIRST,
                LetterArchive.FIRST.plusDays(3));
    for (int day = 0; day < 4; day++) {
      // the mean of A and D, whose areas are the same; the error of 17.3
      assertThat(read.value()[0][day]).isCloseTo(0.3f + 0.1f * day, within(1e-6f));
      assertThat(read.standardError()[0][day])
          .isCloseTo((float) Math.hypot(0.04, 0.04), within(1e-6f));
    }
    assertThat(text("quarantine.csv")).isEqualTo("file,reason\n");
    assertThat(text("screening.csv"))
        .isEqualTo(
            """
            product,reason,retrievals,rejected,rejected_alone,rejected_percent
            letter,wet,5184,0,0,0.0000
            letter,error,5184,0,0,0.0000
            letter,any,5184,0,0,0.0000
            """);
  }

  @Test
  void faultsGoToTheQuarantineList() throws IOException {
    LetterArchive.write(in(), LetterArchive.faulty());
    CheckedPipeline.run(pipeline(2, 0.5));
    String list = text("quarantine.csv").replace(in().toString(), "");
    assertThat(list)
        .isEqualTo(
            """
            file,reason
            /2010s/letter_20101230_A_v1.txt,"has the same product, day and overpass as /new/letter_20101230_A_v2.txt"
            /bad/letter_20110108_A_v1.txt,is not two numbers. Get the file again.
            /bad/letter_20110108_D_v1.txt,is empty. Get the file again.
            /bad/letter_monthly_201012.txt,is a monthly mean. Get daily files.
            """);
    assertThat(text("other-files.csv").replace(in().toString(), ""))
        .isEqualTo("file,reason\n/bad/readme.txt,no product that is installed knows this name\n");
    assertThat(text("screening.csv"))
        .contains("letter,error,5832,648,648,11.1111")
        .contains("letter,any,5832,648,648,11.1111");
    assertThat(text("summary.json"))
        .contains("\"listed\" : 15", "\"ingested\" : 9", "\"companions\" : 1")
        .contains("\"duplicates\" : 1", "\"refused\" : 3", "\"others\" : 1");
    assertThat(out().resolve("screening.nc")).exists();
  }

  @Test
  void tooManyFaultsFailWithTheListButNoProduct() throws IOException {
    LetterArchive.write(in(), LetterArchive.faulty());
    InputException failure = CheckedPipeline.failure(pipeline(2, 0.3));
    assertThat(failure.problem())
        .startsWith("4 of 13 files are quarantined (30.8 percent, more than the 30.0 percent");
    assertThat(failure.remedy()).contains("quarantine.csv", "--max-quarantine-share");
    WriteSoilMoisture.removeParts(out().toString());
    assertThat(content(out()).keySet()).containsExactly("other-files.csv", "quarantine.csv");
  }

  @Test
  void nothingToReadFails() throws IOException {
    Files.createDirectories(in());
    assertThat(CheckedPipeline.failure(pipeline(1, 1)).problem()).isEqualTo("there are no files");
  }

  @Test
  void theSameBytesAtAnyParallelismAndAgain() throws IOException {
    LetterArchive.write(in(), LetterArchive.faulty());
    CheckedPipeline.run(pipeline(1, 1));
    Map<String, byte[]> once = content(out());
    assertThat(once).hasSize(7 + 5 + 9);
    // what a killed run leaves is no trouble
    Files.write(out().resolve(".parts/day-2011-01-02.bin"), new byte[3]);
    CheckedPipeline.run(pipeline(3, 1));
    assertThat(content(out())).containsExactlyEntriesOf(once);
    WriteSoilMoisture.removeParts(out().toString());
    assertThat(content(out())).hasSize(7);
  }

  @Test
  void fromAndToAStorageService() throws IOException {
    LetterArchive.write(in(), LetterArchive.faulty());
    CheckedPipeline.run(pipeline(2, 1));
    WriteSoilMoisture.removeParts(out().toString());
    try (FakeGcsServer server = FakeGcsServer.start("archive", "products")) {
      LetterArchive.faulty().forEach((name, bytes) -> server.put("archive", "l3/" + name, bytes));
      Pipeline pipeline = CheckedPipeline.create(2);
      PipelineOptions options = pipeline.getOptions();
      server.serve(options);
      FileSystems.setDefaultPipelineOptions(options);
      pipeline.apply(
          IngestSoilMoisture.from("gs://archive/l3")
              .into("gs://products/sm", IngestSettings.onto(GRID))
              .withMostQuarantined(1)
              .withAttributes(Map.of("source", "letters")));
      server.faults().unavailable("GET", "letter_20101231_A", 1);
      server.faults().brokenDownload("letter_20101231_D", 1);
      CheckedPipeline.run(pipeline);
      WriteSoilMoisture.removeParts("gs://products/sm/");
      assertThat(server.faults().served()).isEqualTo(2);
      Map<String, byte[]> local = content(out());
      assertThat(server.names("products"))
          .containsExactlyElementsOf(local.keySet().stream().map(name -> "sm/" + name).toList());
      for (String name : List.of("soil-moisture-2010.nc", "screening.csv", "screening.nc")) {
        assertThat(server.get("products", "sm/" + name)).hasValue(local.get(name));
      }
    } finally {
      FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    }
  }

  @Test
  void aDayWithoutAnyValueIsStillADay() throws IOException {
    LocalDate day = LocalDate.of(2012, 2, 29);
    LetterArchive.write(
        in(),
        Map.of(LetterProduct.fileName(day, 'A', 1), "0.3 0.5".getBytes(StandardCharsets.UTF_8)));
    CheckedPipeline.run(pipeline(1, 0));
    assertThat(text("summary.json")).contains("\"first\" : \"2012-02-29\"", "\"values\" : 0");
  }
}
