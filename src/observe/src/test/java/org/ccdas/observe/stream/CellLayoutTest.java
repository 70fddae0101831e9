package org.ccdas.observe.stream;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.GridSpacing;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.netcdf.NetcdfOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellLayoutTest {
  @TempDir private Path folder;

  private static Cell cell(int id, double lat, double lon, double size) {
    return Cell.of(id, lat, lon, LatLonBox.around(lat, lon, size, size), List.of(1));
  }

  @Test
  void cellsOfAGridKeepTheirPlaces() {
    CellLayout layout =
        CellLayout.of(List.of(cell(1, 61, -179, 2), cell(2, 1, 3, 2), cell(3, 61, 177, 2)));
    assertThat(layout.isGrid()).isTrue();
    assertThat(layout.dimensions("time")).containsExactly("time", "lat", "lon");
    double[] values = layout.spread(c -> 10 * (c + 1));
    // 31 rows from 1 to 61 N, 179 columns from 179 W to 177 E
    assertThat(values).hasSize(31 * 179);
    assertThat(values[30 * 179]).isEqualTo(10);
    assertThat(values[91]).isEqualTo(20);
    assertThat(values[30 * 179 + 178]).isEqualTo(30);
    assertThat(values[1]).isNaN();
  }

  @Test
  void aDomainAcrossGreenwichHasFewColumns() {
    CellLayout layout =
        CellLayout.of(List.of(cell(1, 61, 1, 2), cell(2, 61, 355, 2), cell(3, 63, 3, 2)));
    // 2 rows, columns at 5, 3, 1 W and 1, 3 E
    assertThat(layout.spread(c -> c + 1))
        .containsExactly(2, NaN, NaN, 1, NaN, NaN, NaN, NaN, NaN, 3);
  }

  @Test
  void cellsOfDifferentSizesAreListed() throws IOException {
    CellLayout layout = CellLayout.of(List.of(cell(7, 61, 11, 2), cell(9, 51, 21, 1)));
    assertThat(layout.isGrid()).isFalse();
    assertThat(layout.dimensions("time")).containsExactly("time", "cell");
    assertThat(layout.spread(c -> c)).containsExactly(0, 1);

    NetcdfOutput output = NetcdfOutput.titled("two cells");
    layout.addTo(output);
    Path file = folder.resolve("cells.nc");
    output.write(Location.of(file));
    try (NetcdfInput input = NetcdfInput.open(Location.of(file))) {
      assertThat(input.variable("lat").read()).containsExactly(61, 51);
      assertThat(input.variable("lat_bnds").read())
          .containsExactly(60, 60, 62, 62, 50.5, 50.5, 51.5, 51.5);
      assertThat(input.variable("lon_bnds").read())
          .containsExactly(10, 12, 12, 10, 20.5, 21.5, 21.5, 20.5);
      assertThat(input.variable("area").attribute("coordinates")).contains("lat lon");
    }
  }

  @Test
  void aSingleCellIsListed() {
    assertThat(CellLayout.of(List.of(cell(1, 61, 11, 2))).isGrid()).isFalse();
  }

  /** As on the 36 x 24 grid of TM2: centres at the poles, rows of 180/23 degrees, 3 decimals. */
  @Test
  void roundedCentresMakeAGrid() {
    List<Double> lats = new ArrayList<>();
    List<Double> lons = new ArrayList<>();
    for (int row = 4; row < 24; row++) {
      for (int column = row % 3; column < 36; column += 3) {
        lats.add(Math.rint((-90 + row * 180.0 / 23) * 1000) / 1000);
        lons.add(-180.0 + 10 * column);
      }
    }
    GridSpacing spacing =
        GridSpacing.of(
                lats.stream().mapToDouble(v -> v).toArray(),
                lons.stream().mapToDouble(v -> v).toArray())
            .orElseThrow();
    List<Cell> cells = new ArrayList<>();
    for (int c = 0; c < lats.size(); c++) {
      LatLonBox box = spacing.box(lats.get(c), lons.get(c));
      cells.add(Cell.of(c + 1, lats.get(c), lons.get(c), box, List.of(1)));
    }
    CellLayout layout = CellLayout.of(cells);
    assertThat(layout.isGrid()).isTrue();
    double[] ids = layout.spread(c -> cells.get(c).id());
    assertThat(ids).hasSize(20 * 36);
    assertThat(Arrays.stream(ids).filter(id -> id > 0))
        .hasSize(cells.size())
        .doesNotHaveDuplicates();
  }
}
