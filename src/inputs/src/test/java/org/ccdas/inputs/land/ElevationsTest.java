package org.ccdas.inputs.land;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ccdas.inputs.land.LandSurfaceTest.table;

import java.io.IOException;
import java.nio.file.Path;
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

class ElevationsTest {
  @TempDir Path folder;

  private Path relief(String unit, double... heights) throws IOException {
    NetcdfOutput output = NetcdfOutput.titled("relief").dimension("lat", 2).dimension("lon", 2);
    output.doubles("lat", "lat").units("degrees_north").values(51.5, 50.5);
    output.doubles("lon", "lon").units("degrees_east").values(8.5, 9.5);
    output.floats("z", "lat", "lon").units(unit).values(heights);
    Path path = folder.resolve("relief.nc");
    output.write(Location.of(path));
    return path;
  }

  @Test
  void leavesOutTheSea() throws IOException {
    // The western half of the cell is sea; both rows weigh nearly the same.
    double[] found =
        Elevations.read(
            Location.of(relief("km", -3, 0.2, -3, 0.4)), "z", Registration.CENTRE, table(13));
    assertThat(found[0]).isCloseTo(300, within(3.0));
    assertThat(found[0]).isGreaterThan(300);
    assertThat(
            Elevations.read(
                Location.of(relief("m", -3, -2, -3, 0)), "z", Registration.CENTRE, table(13)))
        .containsExactly(0);
    assertThat(Elevations.uniform(table(13), 250)).containsExactly(250);
  }

  @Test
  void refusesUnitsThatAreNoLength() throws IOException {
    Path path = relief("degC", 1, 2, 3, 4);
    assertThatThrownBy(
            () -> Elevations.read(Location.of(path), "z", Registration.CENTRE, table(13)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("degC");
  }

  /** A marker that no attribute declares would raise the mean of the cell. */
  @Test
  void refusesHeightsAboveAllMountains() throws IOException {
    Path path = relief("m", 100, 200, 300, 8888);
    assertThatThrownBy(
            () -> Elevations.read(Location.of(path), "z", Registration.CENTRE, table(13)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("impossible value 8888.0")
        .hasMessageContaining("missing_value");
  }

  @Test
  void findsTibetAcrossTheTurnOfTheRealRelief() {
    Path relief = RealData.require("land/etopo60.cdf");
    CellTable cells =
        new CellTable(
            List.of(
                Cell.of(1, 33, 89, LatLonBox.around(33, 89, 2, 2), List.of(9)),
                Cell.of(2, 52, 5, LatLonBox.around(52, 5, 2, 2), List.of(9)),
                Cell.of(3, 40, -107, LatLonBox.around(40, -107, 2, 2), List.of(9))));
    double[] found = Elevations.read(Location.of(relief), "ROSE", Registration.CENTRE, cells);
    assertThat(found[0]).isBetween(4300.0, 5600.0);
    assertThat(found[1]).isBetween(0.0, 120.0);
    assertThat(found[2]).isBetween(1900.0, 3000.0);
  }
}
