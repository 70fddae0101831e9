package org.ccdas.inputs.grid;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellTableTest {
  private static final String HEADER = "cell,lat,lon,n_tiles,pft1,pft2,pft3\n";
  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("grid.csv"), text, StandardCharsets.UTF_8);
  }

  @Test
  void readsCsv() throws IOException {
    CellTable table =
        CellTable.read(
            Location.of(file(HEADER + "1,51.0,9.0,2,13,5,\n2,49.0,9.0,1,4,,\n7,49,11,3,4,9,1\n")));
    assertThat(table.size()).isEqualTo(3);
    assertThat(table.tiles()).isEqualTo(6);
    assertThat(table.cells().get(0).box()).isEqualTo(new LatLonBox(50, 52, 8, 10));
    assertThat(table.cells().get(2).pfts()).containsExactly(4, 9, 1);
  }

  @Test
  void readsTheOriginalFormat() throws IOException {
    CellTable table =
        CellTable.read(
            Location.of(
                file(
                    "#vpEl ngEl  pft phtp latitude  longitude\n"
                        + "    1    1   11    2    74.348    95.000\n"
                        + "    2    1   12    5    74.348    95.000\n"
                        + "    3    2   5    1    66.522    105.000\n")));
    assertThat(table.cells().get(0).pfts()).containsExactly(11, 12);
    LatLonBox box = table.cells().get(1).box();
    assertThat(box.north() - box.south()).isCloseTo(180.0 / 23, within(1e-12));
  }

  @Test
  void writesWhatItReads() throws IOException {
    CellTable table =
        CellTable.read(Location.of(file(HEADER + "1,51.0,9.0,2,13,5,\n2,49.0,11.0,1,4,,\n")));
    CellTable alone = new CellTable(List.of(table.cells().get(1)));
    Path written = folder.resolve("written.csv");
    alone.write(Location.of(written));
    // One cell shows no spacing: its edges come from the columns.
    assertThat(CellTable.read(Location.of(written))).isEqualTo(alone);
  }

  @Test
  void namesTheLineOfABadCell() throws IOException {
    refused("1,51,9,1,13,,\n1,49,11,1,4,,\n", "line 3", "cell 1 is also at line 2");
    refused("1,51,9,1,13,,\n2,51,9,1,4,,\n", "line 3", "this centre");
    refused("1,51,9,1,13,,\n2,49,11,1,14,,\n", "line 3", "PFT 14");
    refused("1,51,9,1,13,,\n2,491,11,1,1,,\n3,49,11,1,1,,\n", "line 3", "491.0 north");
    refused("1,51,9,2,13,,\n2,49,11,1,1,,\n", "line 2", "n_tiles is 2");
    refused("1,51,9,1,13,,\n2,49,x,1,1,,\n", "line 3, column lon", "'x' is not a number");
    refused("1,51,9,1,13,,\n", "line 2", "show no regular grid");
    refused("", "", "no rows");
  }

  @Test
  void namesTheLineOfABadCellInTheOriginalFormat() {
    String head = "#vpEl ngEl  pft phtp latitude  longitude\n 1 1 11 2 74.348 95.0\n";
    assertThatThrownBy(() -> CellTable.read(Location.of(file(head + " 2 1 11 2\n"))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("line 3");
    assertThatThrownBy(() -> CellTable.read(Location.of(file(head + " 2 1 12 2 66.522 95.0\n"))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("two centres");
  }

  private void refused(String lines, String place, String problem) {
    assertThatThrownBy(() -> CellTable.read(Location.of(file(HEADER + lines))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("grid.csv")
        .hasMessageContaining(place)
        .hasMessageContaining(problem);
  }

  @Test
  void bothFormatsOfTheRealGridsAgree() {
    CellTable fine = CellTable.read(Location.of(RealData.require("land/grid2deg.csv")));
    CellTable fineOriginal =
        CellTable.read(Location.of(RealData.require("land/bethy_gridinfo_hires.txt")));
    assertThat(fine.size()).isEqualTo(3462);
    assertThat(fine.tiles()).isEqualTo(8776);
    assertThat(fineOriginal.tiles()).isEqualTo(8776);
    for (int c = 0; c < fine.size(); c++) {
      Cell a = fine.cells().get(c);
      Cell b = fineOriginal.cells().get(c);
      assertThat(b.pfts()).isEqualTo(a.pfts());
      assertThat(b.box()).isEqualTo(a.box());
      // the area of the table is rounded to seven digits
      assertThat(a.area()).isCloseTo(b.area(), within(1e-6 * b.area()));
    }
    CellTable coarse = CellTable.read(Location.of(RealData.require("land/grid_tm2.csv")));
    assertThat(coarse.size()).isEqualTo(170);
    assertThat(coarse.tiles()).isEqualTo(506);
    assertThat(coarse)
        .isEqualTo(CellTable.read(Location.of(RealData.require("land/bethy_gridinfo_lores.txt"))));
    double land = fine.cells().stream().mapToDouble(Cell::area).sum();
    assertThat(land).isBetween(1.25e14, 1.5e14);
  }

  /** Their carbon would count twice. */
  @Test
  void cellsOnTheSameGroundAreRefused() throws IOException {
    String edges = "cell,lat,lon,south,north,west,east,n_tiles,pft1\n";
    for (String twice :
        List.of(
            "1,45,-5,40,50,-10,0,1,4\n2,45,355,40,50,350,360,1,4\n",
            "1,45,5,40,50,0,10,1,4\n2,46,8,41,51,3,13,1,4\n")) {
      assertThatThrownBy(() -> CellTable.read(Location.of(file(edges + twice))))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("line 3")
          .hasMessageContaining("cell 2 overlaps cell 1 at line 2");
    }
    // rounded edges of neighbours, and the same longitudes elsewhere
    String apart =
        "1,45,5,40,50,0,10.001,1,4\n2,45,15,40,50,10,20,1,4\n3,35,365,30,40.001,360,370,1,4\n";
    assertThat(CellTable.read(Location.of(file(edges + apart.replace("365", "-5")))).size())
        .isEqualTo(3);
  }
}
