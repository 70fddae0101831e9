package org.ccdas.pipelines.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.verify.benchmark.Figure;
import org.ccdas.verify.benchmark.IngestBenchmark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That what is measured is a real ingest; no times. */
class IngestBenchTest {
  @TempDir Path folder;

  @Test
  void theIngestThatIsMeasuredMakesProducts() throws IOException {
    Path daily = folder.resolve("daily");
    new IngestBenchmark(daily, 2, 1, 0)
        .run(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    List<Path> contents = List.of(daily.resolve("day000.nc"), daily.resolve("day001.nc"));
    List<Figure> figures = new IngestBench(folder, contents, 4, 1, 6).measure();
    assertThat(figures).hasSize(6).allMatch(figure -> figure.value() > 0);
    try (NetcdfInput product =
        NetcdfInput.open(Location.of(folder.resolve("many-products/soil-moisture-2010.nc")))) {
      assertThat(product.time("time").size()).isEqualTo(3);
      double[] values = product.variable("soil_moisture").read();
      assertThat(Arrays.stream(values).filter(value -> value > 0.05 && value < 0.6).count())
          .isPositive();
    }
  }
}
