package org.ccdas.pipelines.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.setting.InvalidSetting;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseFoldersTest {
  private static final BaseFolders FOLDERS =
      new BaseFolders(Location.of("/experiments"), Location.of("/data"));

  @ParameterizedTest
  @CsvSource({
    "a.csv, /experiments/a.csv",
    "../b/a.csv, /b/a.csv",
    "/c/a.csv, /c/a.csv",
    "${data}, /data",
    "${data}/a/b.nc, /data/a/b.nc",
    "${data}//a.nc, /data/a.nc",
    "gs://bucket/a.nc, gs://bucket/a.nc",
    "resource:a.csv, resource:a.csv"
  })
  void resolvesAgainstItsFolder(String text, String location) {
    assertThat(FOLDERS.resolve("key", text)).isEqualTo(location);
  }

  @ParameterizedTest
  @CsvSource({
    "a.csv, gs://lab/experiments/a.csv",
    "../a.csv, gs://lab/a.csv",
    "/c/a.csv, /c/a.csv",
    "${data}, gs://data",
    "${data}/a/./b.nc, gs://data/a/b.nc",
    "gs://bucket/a.nc, gs://bucket/a.nc"
  })
  void resolvesInBucketsToo(String text, String location) {
    BaseFolders buckets =
        new BaseFolders(Location.of("gs://lab/experiments"), Location.of("gs://data/"));
    assertThat(buckets.resolve("key", text)).isEqualTo(location);
  }

  @ParameterizedTest
  @ValueSource(strings = {"${datum}/a", "a/${data}/b", "${data}x/a", " ", "a\u0000b"})
  void refusesWhatIsNoPath(String text) {
    assertThatThrownBy(() -> FOLDERS.resolve("grid.cells", text))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageStartingWith("grid.cells: ");
  }
}
