package org.ccdas.transforms.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.beam.sdk.Pipeline;
import org.junit.jupiter.api.Test;

class WorkerCodeTest {
  @Test
  void findsTheCodeOfThisSystemOnly() {
    assertThat(WorkerCode.places())
        .hasSize(6)
        .doesNotHaveDuplicates()
        .allSatisfy(place -> assertThat(place).exists())
        .doesNotContain(WorkerCode.place(Pipeline.class));
  }

  @Test
  void digestsFoldersAndJars() {
    assertThat(WorkerCode.digest()).matches("[0-9a-f]{64}").isEqualTo(WorkerCode.digest());
    Path jar = WorkerCode.place(Pipeline.class);
    assertThat(jar.getFileName().toString()).startsWith("beam-sdks-java-core").endsWith(".jar");
  }
}
