package org.ccdas.inputs.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.RealData;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.CellTable;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.inputs.grid.LatLonGrid.Registration;
import org.ccdas.inputs.netcdf.NetcdfOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransComTest {
  @TempDir Path folder;

  /** Numbers of two rows around the equator, four columns from 0 to 20 E. */
  private Path mask(double... numbers) throws IOException {
    NetcdfOutput output = NetcdfOutput.titled("mask").dimension("lat", 2).dimension("lon", 4);
    output.doubles("lat", "lat").units("degrees_north").values(2.5, -2.5);
    output.doubles("lon", "lon").units("degrees_east").values(0, 5, 10, 15);
    output.doubles("mask", "lat", "lon").mayBeMissing().values(numbers);
    Path path = folder.resolve("mask.nc");
    output.write(Location.of(path));
    return path;
  }

  @Test
  void sharesACellAmongTheLandRegions() throws IOException {
    List<Cell> cells = List.of(RegionsTest.cell(1, 0, 5), RegionsTest.cell(2, 0, 15));
    // sea (12..22), also where a marker stands for it, takes no share
    Path path = mask(5, 6, 12, 12, 5, 22, 3.6e-40, Double.NaN);
    Regions regions = TransCom.read(Location.of(path), "mask", Registration.WEST, cells);
    assertThat(regions.size()).isEqualTo(11);
    assertThat(regions.shares(1)[4]).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(regions.shares(1)[5]).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(regions.shares(2)).containsOnly(0);
  }

  @Test
  void longitudesMayBeCentres() throws IOException {
    Path path = mask(5, 6, 12, 12, 5, 6, 12, 12);
    List<Cell> cells = List.of(RegionsTest.cell(1, 0, 5));
    // columns -2.5..2.5, 2.5..7.5, 7.5..12.5 (sea): the cell from 0 to 10
    assertThat(TransCom.read(Location.of(path), "mask", Registration.CF, cells).shares(1)[5])
        .isCloseTo(2.0 / 3, within(1e-12));
    assertThat(TransCom.read(Location.of(path), "mask", Registration.WEST, cells).shares(1)[5])
        .isCloseTo(0.5, within(1e-12));
  }

  /** 0.001f is 1.00000005e-3: region 11 is 11.0000005, sea 22 is 22.000001. */
  @Test
  void numbersMayBePacked() throws IOException {
    NetcdfOutput output = NetcdfOutput.titled("mask").dimension("lat", 2).dimension("lon", 2);
    output.doubles("lat", "lat").units("degrees_north").values(2.5, -2.5);
    output.doubles("lon", "lon").units("degrees_east").values(2.5, 7.5);
    output
        .ints("mask", "lat", "lon")
        .attribute("scale_factor", 0.001f)
        .values(11000, 22000, 11000, 8000);
    Location file = Location.of(folder.resolve("packed.nc"));
    output.write(file);
    double[] shares =
        TransCom.read(file, "mask", Registration.CF, List.of(RegionsTest.cell(1, 0, 5))).shares(1);
    assertThat(shares[10]).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(shares[7]).isCloseTo(1.0 / 3, within(1e-12));
  }

  @Test
  void refusesOtherNumbers() throws IOException {
    Path path = mask(5, 6, 12, 12, 5, 23, 0, 12);
    assertThatThrownBy(
            () ->
                TransCom.read(
                    Location.of(path),
                    "mask",
                    Registration.WEST,
                    List.of(RegionsTest.cell(1, 0, 5))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("mask.nc")
        .hasMessageContaining("number 23.0 where 0 to 22 are wanted");
  }

  @Test
  void putsRealPlacesWhereTheyAre() {
    Path path = RealData.require("land/TRANSCOM_mask_original_1x1.nc");
    List<Cell> places =
        List.of(
            one(1, -5, -62), // Amazon
            one(2, 62, 100), // Siberia
            one(3, 48, 8), // Alps
            one(4, -25, 134), // Australia
            one(5, 12, 20), // Chad
            one(6, 40, -100)); // Kansas
    Regions regions = TransCom.read(Location.of(path), "mask64", Registration.WEST, places);
    assertThat(places)
        .extracting(cell -> regions.leading(cell.id(), TransCom.SET).orElseThrow().name())
        .containsExactly(
            "South American Tropical",
            "Eurasian Boreal",
            "Europe",
            "Australia",
            "Northern Africa",
            "North American Temperate");
  }

  private static Cell one(int id, double lat, double lon) {
    return Cell.of(id, lat, lon, LatLonBox.around(lat, lon, 2, 2), List.of(1));
  }

  @Test
  void coversNearlyAllCellsOfTheTwoDegreeGrid() {
    Path path = RealData.require("land/TRANSCOM_mask_original_1x1.nc");
    List<Cell> cells = CellTable.read(Location.of(RealData.require("land/grid2deg.csv"))).cells();
    Regions regions = TransCom.read(Location.of(path), "mask64", Registration.WEST, cells);
    long without = 0;
    for (Cell cell : cells) {
      double sum = Arrays.stream(regions.shares(cell.id())).sum();
      assertThat(sum == 0 || Math.abs(sum - 1) < 1e-9).isTrue();
      without += sum == 0 ? 1 : 0;
    }
    assertThat(without).isLessThan(cells.size() / 50);
  }
}
