package org.ccdas.inputs.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ccdas.inputs.file.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataPathTest {
  @ParameterizedTest
  @CsvSource({
    "gs://bucket/a.nc, true",
    "file:///a.nc, true",
    "resource:a.csv, true",
    "a.csv, false",
    "/c/a.csv, false",
    "c:/a.csv, false",
    "../gs://a, false"
  })
  void addressesAreToldFromLocalPaths(String text, boolean address) {
    assertThat(DataPath.isAddress(text)).isEqualTo(address);
  }

  @Test
  void aTableOfTheSystemIsNoFile() {
    assertThat(DataPath.of(Location.of("/a/../b")).path()).hasToString("/b");
    assertThat(new DataPath("gs://bucket/a").path()).isEqualTo(Location.of("gs://bucket/a"));
    assertThatThrownBy(() -> new DataPath("resource:a.csv").path())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("resource:a.csv");
  }
}
