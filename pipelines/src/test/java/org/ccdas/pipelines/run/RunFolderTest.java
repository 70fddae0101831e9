package org.ccdas.pipelines.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ccdas.inputs.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
  @TempDir private Path root;

  @Test
  void clearsItsWorkAndNothingElse() throws IOException {
    RunFolder folder = new RunFolder(root);
    folder.clearWork();
    Files.createDirectories(folder.work().resolve("deeper"));
    Files.writeString(folder.work().resolve("deeper/file"), "x");
    Files.writeString(folder.state(), "{}");
    folder.clearWork();
    assertThat(folder.work()).doesNotExist();
    assertThat(folder.state()).exists();
  }

  @Test
  void refusesToBeginWhereAStateIs() throws IOException {
    RunFolder folder = new RunFolder(root.resolve("a/../b"));
    folder.create();
    assertThat(folder.root()).isEqualTo(root.resolve("b")).isDirectory();
    assertThatCode(folder::requireNoState).doesNotThrowAnyException();
    Files.writeString(folder.state(), "{}");
    assertThatThrownBy(folder::requireNoState)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Add --resume");
  }

  @Test
  void aManifestThatWorkersWroteElsewhereIsNamed() {
    RunFolder folder = new RunFolder(root);
    assertThatThrownBy(() -> BlockPreparation.read(folder))
        .isInstanceOf(InputException.class)
        .hasMessage(
            folder.manifest()
                + ": the workers have written the blocks, but they cannot be seen from here. Choose"
                + " a folder for --out that all workers and this program share.");
  }
}
