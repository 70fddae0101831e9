package org.ccdas.pipelines.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.pipelines.config.RunnerName;
import org.ccdas.pipelines.config.RunnerSettings;
import org.ccdas.pipelines.runner.BeamSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterProbeTest {
  @TempDir private Path folder;

  @Test
  void workersOfTheSameProgramAndFolderPass() throws IOException {
    RunFolder run = new RunFolder(Location.of(folder.resolve("run")));
    ClusterProbe.run(
        BeamSession.of(RunnerSettings.of(RunnerName.DIRECT, 2, RunnerSettings.EMBEDDED)), run);
    try (var left = Files.list(run.work().path())) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void namesAFolderThatIsNotShared() {
    Path absent = folder.resolve("probe-0.txt");
    assertThatThrownBy(() -> ClusterProbe.check(Location.of(absent), "abc"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(absent.toString())
        .hasMessageContaining("cannot be seen from here. Choose a folder for --out");
  }

  @Test
  void namesWorkersOfAnotherBuild() throws IOException {
    Path probe = Files.writeString(folder.resolve("probe-0.txt"), "abc");
    assertThatThrownBy(() -> ClusterProbe.check(Location.of(probe), "def"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("runs other code (digest abc) than this program (def)");
  }
}
