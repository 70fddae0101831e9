package org.ccdas.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The words around Flink's processes; .ci/run starts real ones. */
class FlinkCommandTest {
  @TempDir private Path folder;
  private final StringWriter err = new StringWriter();

  private int execute(String... arguments) {
    CommandLine line = Ccdas.commandLine();
    return line.setErr(new PrintWriter(err)).execute(arguments);
  }

  @Test
  void namesTheProcessesThereAre() {
    assertThat(execute("flink")).isEqualTo(2);
    assertThat(err.toString()).contains("jobmanager or taskmanager");
    assertThat(execute("flink", "jobmanager")).isEqualTo(2);
    assertThat(err.toString()).contains("--conf=FOLDER");
  }

  @Test
  void refusesAFolderWithoutConfiguration() {
    assertThat(execute("flink", "taskmanager", "--conf", folder.toString())).isEqualTo(1);
    assertThat(err.toString())
        .contains(folder.resolve("config.yaml") + ": there is no such file. Name a folder with it");
  }
}
