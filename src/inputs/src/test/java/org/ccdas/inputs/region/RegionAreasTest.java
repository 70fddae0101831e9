package org.ccdas.inputs.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.RealData;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.CellTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegionAreasTest {
  private static final List<Cell> CELLS = List.of(RegionsTest.cell(1, 45, 5));

  @TempDir Path folder;

  private Path csv(String text) throws IOException {
    return Files.writeString(folder.resolve("regions.csv"), text, StandardCharsets.UTF_8);
  }

  @Test
  void readsAreasAsShares() throws IOException {
    double area = CELLS.get(0).area();
    Path path = csv("cell,North_America_m2,EU_m2\n1,0," + area / 4 + "\n7,5,5\n");
    Regions regions = RegionAreas.read(Location.of(path), "continents", CELLS);
    assertThat(regions.regions())
        .containsExactly(new Region("continents", "North America"), new Region("continents", "EU"));
    assertThat(regions.shares(1)[0]).isZero();
    assertThat(regions.shares(1)[1]).isCloseTo(0.25, within(1e-12));
    assertThat(regions.shares(7)).containsOnly(0);
  }

  @Test
  void refusesTablesOfAnotherGrid() throws IOException {
    assertProblem("cell,Asia_m2\n1,9e13\n", "line 2", "the area of cell 1 is");
    assertProblem("cell,Asia_m2\n1,-5\n", "line 2", "Asia_m2 is -5");
    assertProblem("cell,Asia_m2\n7,5\n", "", "no cell of the run is in the table");
    assertProblem("cell,Asia\n1,5\n", "", "no column of areas");
    assertProblem("cell,Asia_m2\n1,5\n1,5\n", "line 3", "cell 1 is there twice");
  }

  private void assertProblem(String text, String place, String problem) throws IOException {
    Path path = csv(text);
    assertThatThrownBy(() -> RegionAreas.read(Location.of(path), "continents", CELLS))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("regions.csv")
        .hasMessageContaining(place)
        .hasMessageContaining(problem);
  }

  @Test
  void readsTheRealContinentsOfTheCoarseGrid() {
    List<Cell> cells = CellTable.read(Location.of(RealData.require("land/grid_tm2.csv"))).cells();
    Regions regions =
        RegionAreas.read(
            Location.of(RealData.require("land/regions_tm2.csv")), "continents", cells);
    assertThat(regions.size()).isEqualTo(6);
    // km2; Africa has 30 million, and whole cells of 10 x 8 degrees reach into the sea
    double africa = regions.areas(cells)[4] * 1e-6;
    assertThat(africa).isBetween(30e6, 36e6);
    long without = cells.stream().filter(cell -> sum(regions.shares(cell.id())) == 0).count();
    assertThat(without).isLessThan(cells.size() / 10);
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
