package org.ccdas.transforms.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.testing.PAssert;
import org.ccdas.transforms.CheckedPipeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbeWorkersTest {
  @TempDir private Path folder;

  @Test
  void everyProbeHoldsTheDigestOfItsWorker() throws IOException {
    String work = folder.toString();
    Pipeline pipeline = CheckedPipeline.create(2);
    PAssert.that(pipeline.apply(ProbeWorkers.into(work, 9)))
        .containsInAnyOrder(
            IntStream.range(0, 9).mapToObj(i -> ProbeWorkers.path(work, i)).toList());
    CheckedPipeline.run(pipeline);
    for (int i = 0; i < 9; i++) {
      assertThat(Files.readString(Path.of(ProbeWorkers.path(work, i))))
          .isEqualTo(WorkerCode.digest());
    }
  }
}
