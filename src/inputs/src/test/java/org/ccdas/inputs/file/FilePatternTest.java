package org.ccdas.inputs.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ccdas.inputs.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePatternTest {
  @TempDir Path folder;

  @Test
  void starAndQuestionMarkStandForNamesOnly() throws IOException {
    for (String name : new String[] {"a_2013.nc", "a_2012.nc", "a_20.nc", "a+2012.nc", "b.nc"}) {
      Files.createFile(folder.resolve(name));
    }
    Location place = Location.of(folder);
    assertThat(FilePattern.files(place.resolve("a_????.nc")))
        .extracting(Location::name)
        .containsExactly("a_2012.nc", "a_2013.nc");
    // a dot and a plus are themselves
    assertThat(FilePattern.files(place.resolve("a+*.nc")))
        .extracting(Location::name)
        .containsExactly("a+2012.nc");
    // without a pattern nothing is looked for
    assertThat(FilePattern.files(place.resolve("none.nc")))
        .containsExactly(place.resolve("none.nc"));
  }

  @Test
  void nothingThatMatchesIsRefused() {
    assertThatThrownBy(() -> FilePattern.files(Location.of(folder).resolve("*.nc4")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no file matches");
    assertThatThrownBy(() -> FilePattern.files(Location.of(folder).resolve("sub/*.nc")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("cannot be listed");
  }
}
