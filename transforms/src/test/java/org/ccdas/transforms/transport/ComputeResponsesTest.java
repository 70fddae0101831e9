package org.ccdas.transforms.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.station.StationTable;
import org.ccdas.transforms.CheckedPipeline;
import org.ccdas.transport.Receptor;
import org.ccdas.transport.tracer.MonthResponse;
import org.ccdas.transport.tracer.MonthResponseFile;
import org.ccdas.transport.tracer.TracerSetup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComputeResponsesTest {
  private static final TracerSetup SETUP = TracerSetup.standard();
  private static final List<Receptor> STATIONS =
      Stream.of("SMO", "BRW")
          .map(code -> Receptor.of(StationTable.standard().station(code)))
          .toList();

  @TempDir Path folder;

  @Test
  void writesAFileAMonthAndKeepsThoseThatAreThere() throws IOException {
    List<StationBatch> batches = StationBatch.of(STATIONS);
    // as an earlier run left it
    Path kept = folder.resolve(MonthResponse.name(SETUP, STATIONS, 5, 1));
    Files.writeString(kept, "kept", StandardCharsets.UTF_8);

    Pipeline pipeline = CheckedPipeline.create(2);
    pipeline.apply(ComputeResponses.by(SETUP, 1).of(batches).into(folder.toString()));
    CheckedPipeline.run(pipeline);

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(12);
    }
    assertThat(kept).hasContent("kept");
    Path file = folder.resolve(MonthResponse.name(SETUP, STATIONS, 8, 1));
    assertThat(MonthResponseFile.read(Location.of(file), 8).values())
        .isDeepEqualTo(MonthResponse.of(SETUP.model(), STATIONS, 8, 1).values());
  }

  @Test
  void batchesAreOfEqualSize() {
    List<Receptor> many = StationTable.standard().stations().stream().map(Receptor::of).toList();
    List<StationBatch> batches = StationBatch.of(many);
    assertThat(batches.stream().mapToInt(batch -> batch.receptors().size()).sum())
        .isEqualTo(many.size());
    assertThat(batches).allSatisfy(batch -> assertThat(batch.receptors().size()).isBetween(12, 20));
  }

  @Test
  void needsAFolder() {
    Pipeline pipeline = CheckedPipeline.create(1);
    ComputeResponses incomplete = ComputeResponses.by(SETUP, 1).of(StationBatch.of(STATIONS));
    assertThatThrownBy(() -> pipeline.apply(incomplete)).hasMessageContaining("call of and into");
  }
}
