package org.ccdas.transport.tracer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.RealData;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.netcdf.NetcdfOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCirculationTest {
  private static final TracerGrid GRID = TracerGrid.standard();

  @TempDir private Path folder;

  /** Winds that are linear in pressure and latitude, the same at all longitudes. */
  private Location write(String name, double factor) throws IOException {
    double[] lat = {-90, -45, 0, 45, 90};
    double[] lon = {0, 90, 180, 270};
    double[] level = {1000, 500, 100};
    double[] u = new double[60];
    double[] v = new double[60];
    for (int k = 0; k < 3; k++) {
      for (int j = 0; j < 5; j++) {
        for (int i = 0; i < 4; i++) {
          u[(k * 5 + j) * 4 + i] = factor * (1000 - level[k]) / 100 + lat[j] / 9;
          v[(k * 5 + j) * 4 + i] = factor;
        }
      }
    }
    NetcdfOutput output =
        NetcdfOutput.titled("winds")
            .dimension("time", 1)
            .dimension("level", 3)
            .dimension("lat", 5)
            .dimension("lon", 4);
    output.doubles("level", "level").units("hPa").values(level);
    output.doubles("lat", "lat").units("degrees_north").values(lat);
    output.doubles("lon", "lon").units("degrees_east").values(lon);
    output.doubles("ua", "time", "level", "lat", "lon").units("m s-1").values(u);
    output.doubles("va", "time", "level", "lat", "lon").units("m s-1").values(v);
    Location file = Location.of(folder.resolve(name));
    output.write(file);
    return file;
  }

  private static FileCirculation.Source source(int month, Location file) {
    return new FileCirculation.Source(month, file, "ua", "va", 0);
  }

  @Test
  void averagesLayersAndInterpolates() throws IOException {
    Circulation.Winds winds = FileCirculation.read(List.of(source(1, write("a.nc", 1)))).winds(1);
    // the middle of 800 and 600 hPa: (1000 - 700)/100 + 18/9
    assertThat(winds.eastward(18, 33, 0.8, 0.6)).isEqualTo(5, within(1e-9));
    assertThat(winds.northward(18, 33, 0.8, 0.6)).isEqualTo(1, within(1e-9));
    // above the uppermost level the wind of that level
    assertThat(winds.eastward(0, -170, 0.1, 0)).isEqualTo(9, within(1e-9));
  }

  @Test
  void monthsBetweenAreInterpolatedAroundTheYear() throws IOException {
    FileCirculation circulation =
        FileCirculation.read(List.of(source(1, write("a.nc", 1)), source(7, write("b.nc", 3))));
    assertThat(circulation.ownMonths()).containsExactly(1, 7);
    assertThat(circulation.winds(4).northward(0, 0, 1, 0.9)).isEqualTo(2, within(1e-9));
    assertThat(circulation.winds(9).northward(0, 0, 1, 0.9))
        .isEqualTo(3 * 4 / 6.0 + 2 / 6.0, within(1e-9));
    // a wind that piles up air is made to close
    assertThat(MassFluxes.of(GRID, circulation.winds(4)).imbalance()).isLessThan(1e-14);
  }

  @Test
  void refusesOtherForms() throws IOException {
    Location file = write("a.nc", 1);
    assertThatThrownBy(
            () ->
                FileCirculation.read(
                    List.of(new FileCirculation.Source(1, file, "level", "va", 0))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("time, level, latitude, longitude");
    assertThatThrownBy(() -> FileCirculation.read(List.of(source(1, file), source(1, file))))
        .hasMessageContaining("Month 1 stands twice");
  }

  @Test
  void builtInCirculationResemblesTheReanalysis() {
    Location june = Location.of(RealData.require("transport/ncep/NCEP_06_climo.nc"));
    FileCirculation reanalysis =
        FileCirculation.read(List.of(new FileCirculation.Source(6, june, "U", "V", 0)));
    CirculationProfile seen = CirculationProfile.of(GRID, reanalysis, 6);
    CirculationProfile own = CirculationProfile.of(GRID, new ClimatologicalCirculation(), 6);
    // the winter Hadley cell of the south, 1e10 kg s-1
    double[] cell = seen.smallest(seen.stream(), -30, 20);
    double[] ownCell = own.smallest(own.stream(), -30, 20);
    assertThat(ownCell[0] / cell[0]).isBetween(0.6, 1.6);
    assertThat(ownCell[1]).isEqualTo(cell[1], within(10.0));
    // jets of both hemispheres
    for (int side = -1; side <= 1; side += 2) {
      double[] jet = seen.largest(seen.jet(), side > 0 ? 20 : -60, side > 0 ? 60 : -20);
      double[] ownJet = own.largest(own.jet(), side > 0 ? 20 : -60, side > 0 ? 60 : -20);
      assertThat(ownJet[0] / jet[0]).isBetween(0.6, 1.6);
      assertThat(ownJet[1]).isEqualTo(jet[1], within(12.0));
    }
    // trades blow from the east on both sides
    assertThat(own.smallest(own.trades(), 5, 25)[0]).isBetween(-8.0, -3.0);
    assertThat(seen.smallest(seen.trades(), 5, 25)[0]).isBetween(-8.0, -1.0);
  }
}
