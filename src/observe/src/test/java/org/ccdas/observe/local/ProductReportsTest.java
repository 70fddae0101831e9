package org.ccdas.observe.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ccdas.inputs.file.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductReportsTest {
  @TempDir Path folder;

  @Test
  void keepsWhatTheIngestLeftBesideItsProducts() throws IOException {
    Path products = Files.createDirectories(folder.resolve("soil-moisture"));
    Files.writeString(products.resolve("screening.csv"), "product,reason\n");
    Files.writeString(products.resolve("soil-moisture-2010.nc"), "a product");
    Path run = folder.resolve("run");
    Path copies = run.resolve("ingest");
    Path old = copies.resolve("quarantine.csv");
    Files.createDirectories(old.getParent());
    Files.writeString(old, "of a former run");

    new ProductReports(Optional.of(Location.of(products))).copy(Location.of(run));
    assertThat(copies.resolve("screening.csv")).hasContent("product,reason\n");
    assertThat(old).doesNotExist();
    try (var files = Files.list(copies)) {
      assertThat(files).hasSize(1);
    }

    new ProductReports(Optional.empty()).copy(Location.of(run));
    assertThat(copies.resolve("screening.csv")).doesNotExist();
  }
}
