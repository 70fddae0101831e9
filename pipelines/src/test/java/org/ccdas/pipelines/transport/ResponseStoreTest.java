package org.ccdas.pipelines.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.pipelines.config.RunnerName;
import org.ccdas.pipelines.config.RunnerSettings;
import org.ccdas.transport.Receptor;
import org.ccdas.transport.Response;
import org.ccdas.transport.tracer.TracerResponse;
import org.ccdas.transport.tracer.TracerSetup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResponseStoreTest {
  private static final TracerSetup SETUP = TracerSetup.standard();
  private static final List<Receptor> SOUTH = List.of(new Receptor("SPO", -89.98, -24.8, 2810));

  @TempDir private Path folder;
  private final List<String> progress = new ArrayList<>();

  private ResponseStore store() {
    return new ResponseStore(
        Location.of(folder.resolve("kept")),
        1,
        RunnerSettings.of(RunnerName.DIRECT, 0, RunnerSettings.EMBEDDED),
        progress::add);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("kept"))) {
      return files.toList();
    }
  }

  @Test
  void aResponseIsComputedOnceAndKept() throws IOException {
    Response computed = store().response(SETUP, SOUTH);
    assertThat(computed.values())
        .containsExactly(TracerResponse.of(SETUP.model(), SOUTH, 1).values());
    assertThat(Arrays.stream(computed.values()).sum()).isPositive();
    assertThat(progress).hasSize(2).first().asString().contains("1 stations");
    assertThat(files()).hasSize(1);
    progress.clear();
    assertThat(store().response(SETUP, SOUTH).values()).containsExactly(computed.values());
    assertThat(progress).isEmpty();

    // the same station elsewhere is another
    List<Receptor> moved = List.of(new Receptor("SPO", -80, -24.8, 2810));
    assertThat(store().response(SETUP, moved).values()).isNotEqualTo(computed.values());
    assertThat(files()).hasSize(2);
  }

  @Test
  void aDamagedFileIsNamed() throws IOException {
    store().response(SETUP, SOUTH);
    Path file = files().get(0);
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 1000));
    assertThatThrownBy(() -> store().response(SETUP, SOUTH))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(file.getFileName().toString());
  }
}
