package org.ccdas.pipelines.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
  @TempDir private Path root;

  @Test
  void clearsItsWorkAndNothingElse() throws IOException {
    RunFolder folder = new RunFolder(Location.of(root));
    folder.clearWork();
    Files.createDirectories(folder.work().resolve("deeper").path());
    Files.writeString(folder.work().resolve("deeper/file").path(), "x");
    Files.writeString(folder.state().path(), "{}");
    folder.clearWork();
    assertThat(folder.work().path()).doesNotExist();
    assertThat(folder.state().path()).exists();
  }

  @Test
  void refusesToBeginWhereAStateIs() throws IOException {
    RunFolder folder = new RunFolder(Location.of(root.resolve("a/../b")));
    folder.create();
    assertThat(folder.root().path()).isEqualTo(root.resolve("b")).isDirectory();
    assertThatCode(folder::requireNoState).doesNotThrowAnyException();
    Files.writeString(folder.state().path(), "{}");
    assertThatThrownBy(folder::requireNoState)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Add --resume");
  }

  @Test
  void aManifestThatWorkersWroteElsewhereIsNamed() {
    RunFolder folder = new RunFolder(Location.of(root));
    assertThatThrownBy(() -> BlockPreparation.read(folder))
        .isInstanceOf(InputException.class)
        .hasMessage(
            folder.manifest()
                + ": the workers have written the blocks, but they cannot be seen from here. Choose"
                + " a folder for --out that all workers and this program share.");
  }
}
