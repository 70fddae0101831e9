package org.ccdas.pipelines.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ccdas.inputs.file.Location;
import org.ccdas.pipelines.config.Experiment;
import org.ccdas.pipelines.config.ExperimentFile;
import org.ccdas.pipelines.run.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestReportsTest {
  @TempDir Path folder;

  private Experiment experiment() throws IOException {
    Path file = folder.resolve("demo.yaml");
    try (var in = org.ccdas.pipelines.demo.Demo.class.getResourceAsStream("demo.yaml")) {
      Files.write(file, in.readAllBytes());
    }
    return ExperimentFile.read(Location.of(file), Location.of(folder.resolve("world")));
  }

  @Test
  void keepsWhatTheIngestLeftBesideItsProducts() throws IOException {
    Path products = Files.createDirectories(folder.resolve("world/soil-moisture"));
    Files.writeString(products.resolve("screening.csv"), "product,reason\n");
    Files.writeString(products.resolve("soil-moisture-2010.nc"), "a product");
    RunFolder run = new RunFolder(Location.of(folder.resolve("run")));
    Path old = run.result("ingest").resolve("quarantine.csv").path();
    Files.createDirectories(old.getParent());
    Files.writeString(old, "of a former run");

    IngestReports.copy(experiment().observations().soilMoisture(), run);
    assertThat(run.result("ingest").resolve("screening.csv").path()).hasContent("product,reason\n");
    assertThat(old).doesNotExist();
    try (var files = Files.list(run.result("ingest").path())) {
      assertThat(files).hasSize(1);
    }

    IngestReports.copy(null, run);
    assertThat(run.result("ingest").resolve("screening.csv").path()).doesNotExist();
  }
}
