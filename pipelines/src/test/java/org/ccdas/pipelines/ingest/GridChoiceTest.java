package org.ccdas.pipelines.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ccdas.inputs.InputException;
import org.ccdas.observe.satellite.SoilMoistureGrid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GridChoiceTest {
  @TempDir Path folder;

  @Test
  void degreesOfLatitudeAndLongitude() {
    SoilMoistureGrid grid = new GridChoice("2x2.5").grid();
    assertThat(grid.rows()).isEqualTo(90);
    assertThat(grid.columns()).isEqualTo(144);
  }

  /** The grid of TM2: 23 rows of 180/23 degrees with centres at the poles, 36 columns. */
  @Test
  void aTableOfCellsWithHalfRowsAtThePoles() throws IOException {
    Path table = folder.resolve("cells.csv");
    Files.writeString(
        table,
        """
        cell,lat,lon,n_tiles,pft1
        1,90,5,1,9
        2,82.174,-5,1,9
        3,-3.913,-175,1,1
        4,-90,175,1,9
        """);
    SoilMoistureGrid grid = new GridChoice(table.toString()).grid();
    assertThat(grid.rows()).isEqualTo(24);
    assertThat(grid.columns()).isEqualTo(36);
    assertThat(grid.box(23, 0).south()).isCloseTo(90 - 90.0 / 23, within(2e-3));
    assertThat(grid.box(23, 0).north()).isEqualTo(90);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x2", "7x7", "0.001x0.001", "nosuch.csv", "2", "x"})
  void refusesOthers(String text) {
    assertThatThrownBy(() -> new GridChoice(text).grid()).isInstanceOf(InputException.class);
  }
}
