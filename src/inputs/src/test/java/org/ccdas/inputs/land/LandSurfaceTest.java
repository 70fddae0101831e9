package org.ccdas.inputs.land;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.ccdas.inputs.RealData;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.CellTable;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.inputs.grid.LatLonGrid.Registration;
import org.junit.jupiter.api.Test;

class LandSurfaceTest {
  static CellTable table(Integer... pfts) {
    return new CellTable(List.of(Cell.of(4, 51, 9, LatLonBox.around(51, 9, 2, 2), List.of(pfts))));
  }

  @Test
  void needsNoInput() {
    LandCell cell = LandSurface.byRule(table(13, 5)).get(0);
    assertThat(cell.elevation()).isZero();
    assertThat(cell.tiles()).hasSize(2);
    assertThat(cell.tiles().get(0).pft()).isEqualTo(13);
    assertThat(cell.tiles().get(0).fraction()).isCloseTo(0.51, within(1e-15));
    assertThat(cell.tiles().get(1).texture()).isEqualTo(SoilTextures.LOAM);
  }

  @Test
  void checksWhatBelongsTogether() {
    Cell cell = table(13, 5).cells().get(0);
    assertThatThrownBy(() -> new LandCell(cell, 0, List.of(new Tile(13, 0.5, 3))))
        .hasMessageContaining("cell 4");
    assertThatThrownBy(
            () -> new LandCell(cell, 0, List.of(new Tile(13, 0.7, 3), new Tile(5, 0.4, 3))))
        .hasMessageContaining("sum to 1.1");
    assertThatThrownBy(() -> new LandCell(cell, Double.NaN, List.of()))
        .hasMessageContaining("elevation NaN");
    assertThatThrownBy(() -> new Tile(14, 0.5, 3)).hasMessageContaining("PFT 14");
    assertThatThrownBy(() -> new Tile(1, -0.1, 3)).hasMessageContaining("-0.1");
    assertThatThrownBy(() -> new Tile(1, 0.1, 7)).hasMessageContaining("texture 7");
    assertThatThrownBy(() -> LandSurface.of(table(1), List.of(), new int[] {3}, new double[] {0}))
        .hasMessageContaining("each of 1 cells");
  }

  @Test
  void travelsToWorkers() throws IOException, ClassNotFoundException {
    LandCell cell = LandSurface.byRule(table(13, 5)).get(0);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(cell);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(cell);
    }
  }

  @Test
  void buildsBothRealGrids() {
    for (String grid : List.of("grid2deg.csv", "grid_tm2.csv")) {
      CellTable table = CellTable.read(Location.of(RealData.require("land/" + grid)));
      List<LandCell> cells =
          LandSurface.of(
              table,
              CoverFractions.byRule(table),
              SoilTextures.readBiome4(
                  Location.of(RealData.require("climate/BIOME4_inputdata.nc")), table),
              Elevations.read(
                  Location.of(RealData.require("land/etopo60.cdf")),
                  "ROSE",
                  Registration.CENTRE,
                  table));
      assertThat(cells.stream().mapToInt(cell -> cell.tiles().size()).sum())
          .isEqualTo(table.tiles());
      double area = table.cells().stream().mapToDouble(Cell::area).sum();
      double mean = cells.stream().mapToDouble(c -> c.elevation() * c.cell().area()).sum() / area;
      // Mean height of the land without Antarctica and Greenland is about 700 m.
      assertThat(mean).isBetween(500.0, 850.0);
      for (int texture = 1; texture <= SoilTextures.COUNT; texture++) {
        int wanted = texture;
        assertThat(cells.stream().filter(c -> c.tiles().get(0).texture() == wanted).count())
            .as("cells of texture " + texture + " on " + grid)
            .isPositive();
      }
    }
  }
}
