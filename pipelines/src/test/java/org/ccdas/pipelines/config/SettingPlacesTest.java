package org.ccdas.pipelines.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingPlacesTest {
  private static final SettingPlaces PLACES =
      new SettingPlaces(
          """
          # a comment
          name: a
          list:
            - {x: 1, y: 2}
            - x: 3
          group: {inner: {deep: 1}}
          """);

  @ParameterizedTest
  @CsvSource({
    "name, 'line 2, column 1 (name)'",
    "list[0], 'line 4, column 5 (list[0])'",
    "list[0].y, 'line 4, column 12 (list[0].y)'",
    "list[1].x, 'line 5, column 5 (list[1].x)'",
    "group.inner.deep, 'line 6, column 17 (group.inner.deep)'",
    "'', 'line 2, column 1'"
  })
  void namesLineAndColumn(String path, String place) {
    assertThat(PLACES.describe(path)).isEqualTo(place);
  }

  @ParameterizedTest
  @CsvSource({
    "group.inner.absent, 'line 6, column 9 (group.inner.absent)'",
    "list[1].absent.deeper, 'line 5, column 5 (list[1].absent.deeper)'",
    "list[7], 'line 3, column 1 (list[7])'",
    "absent.key, 'line 2, column 1 (absent.key)'"
  })
  void anAbsentKeyIsSoughtAtTheNearestAboveIt(String path, String place) {
    assertThat(PLACES.describe(path)).isEqualTo(place);
  }
}
