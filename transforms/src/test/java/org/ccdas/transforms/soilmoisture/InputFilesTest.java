package org.ccdas.transforms.soilmoisture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ccdas.inputs.file.StoredFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputFilesTest {
  @TempDir Path folder;

  private void write(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[3]);
  }

  private List<String> found(String name) throws IOException {
    return InputFiles.of(folder + "/" + name).stream()
        .map(StoredFile::location)
        .map(location -> folder.relativize(location.path()).toString())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[2010]", "{a,b}", "what?", "a*b", "a\\b", "plain", "mit Abstand"})
  void aFolderMayHaveAnyName(String name) throws IOException {
    write(name + "/x.nc");
    write(name + "/below/[1].nc");
    write("2/other.nc");

    assertThat(found(name)).containsExactly(name + "/below/[1].nc", name + "/x.nc");
    assertThat(found(name + "/")).hasSize(2);
    assertThat(found(name + "/x.nc")).containsExactly(name + "/x.nc");
    assertThat(found(name + "/below/[1].nc")).containsExactly(name + "/below/[1].nc");
    // a pattern below such a folder
    assertThat(found(name + "/*.nc")).containsExactly(name + "/x.nc");
    assertThat(found(name + "/**.nc")).hasSize(2);
  }

  @Test
  void patternsStayPatterns() throws IOException {
    write("2010/a.nc");
    write("2011/a.nc");
    write("2012/a.txt");

    assertThat(found("201[01]/*.nc")).containsExactly("2010/a.nc", "2011/a.nc");
    assertThat(found("20{10,12}/a.*")).containsExactly("2010/a.nc", "2012/a.txt");
    assertThat(found("201?/b.nc")).isEmpty();
    assertThat(found("nothing")).isEmpty();
    assertThat(found("nothing/deeper")).isEmpty();
  }

  @Test
  void linksAreFollowedButNotRoundAndRound() throws IOException {
    write("archive/2010/a.nc");
    write("elsewhere/b.nc");
    Files.createSymbolicLink(folder.resolve("archive/2011"), folder.resolve("elsewhere"));
    Files.createSymbolicLink(folder.resolve("archive/2010/back"), folder.resolve("archive"));

    assertThat(found("archive")).containsExactly("archive/2010/a.nc", "archive/2011/b.nc");
  }
}
