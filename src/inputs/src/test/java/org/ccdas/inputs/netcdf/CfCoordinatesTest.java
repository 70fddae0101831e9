package org.ccdas.inputs.netcdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.RealData;
import org.ccdas.inputs.file.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CfCoordinatesTest {
  @TempDir Path folder;

  private NetcdfInput write(NetcdfOutput output) throws IOException {
    Path path = folder.resolve("c.nc");
    output.write(Location.of(path));
    return NetcdfInput.open(Location.of(path));
  }

  @Test
  void knowsAGridByItsUnits() throws IOException {
    NetcdfOutput output =
        NetcdfOutput.titled("t").dimension("t", 1).dimension("y", 2).dimension("x", 3);
    output.doubles("t", "t").units("days since 2010-01-01").values(0);
    output.doubles("y", "y").units("degrees_north").values(10, -10);
    output.doubles("x", "x").units("degreesE").values(0, 120, 240);
    output.doubles("v", "y", "t", "x").values(new double[6]);
    try (NetcdfInput input = write(output)) {
      CfCoordinates coordinates = CfCoordinates.of(input, input.variable("v"));
      assertThat(coordinates.latitudeDimension()).isZero();
      assertThat(coordinates.timeDimension()).isEqualTo(1);
      assertThat(coordinates.longitudeDimension()).isEqualTo(2);
      assertThat(coordinates.isGridded()).isTrue();
      assertThat(coordinates.latitudes()).containsExactly(10, -10);
      assertThat(coordinates.longitudes()).containsExactly(0, 120, 240);
      assertThat(coordinates.times().date(0)).isEqualTo(LocalDate.of(2010, 1, 1));
    }
  }

  @Test
  void knowsAListOfCellsByAuxiliaryCoordinates() throws IOException {
    NetcdfOutput output = NetcdfOutput.titled("t").dimension("time", 1).dimension("cell", 2);
    output.doubles("time", "time").units("days since 2010-01-01").values(0);
    output.doubles("phi", "cell").standardName("latitude").values(1, 2);
    output.doubles("lambda", "cell").standardName("longitude").values(3, 4);
    output.doubles("v", "time", "cell").attribute("coordinates", "phi lambda").values(0, 0);
    try (NetcdfInput input = write(output)) {
      CfCoordinates coordinates = CfCoordinates.of(input, input.variable("v"));
      assertThat(coordinates.isGridded()).isFalse();
      assertThat(coordinates.latitudeDimension()).isEqualTo(1);
      assertThat(coordinates.longitudes()).containsExactly(3, 4);
    }
  }

  /** Coordinates of a rotated pole, in radians or in metres, whatever their names. */
  @ParameterizedTest
  @CsvSource({
    "degrees, grid_latitude, false",
    "radian, latitude, false",
    "m, '', false",
    "degrees north, '', true",
    "degrees, '', true",
    "'', '', true"
  })
  void takesNothingElseForLatitudes(String units, String standardName, boolean latitude)
      throws IOException {
    NetcdfOutput output = NetcdfOutput.titled("t").dimension("lat", 2);
    output.doubles("lat", "lat").units(units).standardName(standardName).values(1, 2);
    output.doubles("v", "lat").values(0, 0);
    try (NetcdfInput input = write(output)) {
      CfCoordinates coordinates = CfCoordinates.of(input, input.variable("v"));
      assertThat(coordinates.latitudeDimension() == 0).isEqualTo(latitude);
    }
  }

  /** As models write regular grids that they treat as any other; latitudes vary along x. */
  @Test
  void readsCoordinatesOfTwoDimensionsThatVaryAlongOne() throws IOException {
    NetcdfOutput output = NetcdfOutput.titled("t").dimension("y", 3).dimension("x", 2);
    output.doubles("nav_lat", "y", "x").units("degrees_north").values(7, 9, 7, 9, 7, 9);
    output.doubles("nav_lon", "y", "x").units("degrees_east").values(1, 1, 2, 2, 3, 3.00004);
    output.doubles("v", "y", "x").attribute("coordinates", "nav_lon nav_lat").values(new double[6]);
    try (NetcdfInput input = write(output)) {
      CfCoordinates coordinates = CfCoordinates.of(input, input.variable("v"));
      assertThat(coordinates.latitudeDimension()).isEqualTo(1);
      assertThat(coordinates.longitudeDimension()).isZero();
      assertThat(coordinates.latitudes()).containsExactly(7, 9);
      assertThat(coordinates.longitudes()).containsExactly(1, 2, 3);
      assertThat(coordinates.longitudeBounds(false)).isEmpty();
    }
  }

  /** By their names they would be taken for degrees north and east. */
  @ParameterizedTest
  @CsvSource({"lat, degrees_south", "latitude, degree S", "lon, degrees_west", "lon, degreesW"})
  void refusesDegreesSouthAndWest(String name, String units) throws IOException {
    NetcdfOutput output = NetcdfOutput.titled("t").dimension(name, 2);
    output.doubles(name, name).units(units).values(10, 20);
    output.doubles("v", name).values(0, 0);
    try (NetcdfInput input = write(output)) {
      CfCoordinates coordinates = CfCoordinates.of(input, input.variable("v"));
      assertThatThrownBy(
              () ->
                  (name.startsWith("lat") ? coordinates.latitudes() : coordinates.longitudes())
                      .clone())
          .isInstanceOf(InputException.class)
          .hasMessageContaining("variable " + name)
          .hasMessageContaining("is in " + units.toLowerCase(java.util.Locale.ROOT))
          .hasMessageContaining("Give degrees_north and degrees_east");
    }
  }

  @Test
  void namesACurvilinearGridAndTheRemedy() throws IOException {
    NetcdfOutput output = NetcdfOutput.titled("t").dimension("y", 2).dimension("x", 2);
    output.doubles("nav_lat", "y", "x").units("degrees_north").values(1, 2, 3, 4);
    output.doubles("nav_lon", "y", "x").units("degrees_east").values(1, 2, 3, 4);
    output.doubles("v", "y", "x").attribute("coordinates", "nav_lon nav_lat").values(new double[4]);
    try (NetcdfInput input = write(output)) {
      CfCoordinates coordinates = CfCoordinates.of(input, input.variable("v"));
      assertThatThrownBy(coordinates::latitudes)
          .isInstanceOf(InputException.class)
          .hasMessageContaining("is on a curvilinear grid: nav_lon is over y, x")
          .hasMessageContaining("cdo remapcon");
    }
  }

  @Test
  void namesWhatIsAbsentOrImpossible() throws IOException {
    NetcdfOutput output = NetcdfOutput.titled("t").dimension("lat", 2);
    output.doubles("lat", "lat").units("degrees_north").values(80, 100);
    output.doubles("v", "lat").values(0, 0);
    try (NetcdfInput input = write(output)) {
      CfCoordinates coordinates = CfCoordinates.of(input, input.variable("v"));
      assertThat(coordinates.timeDimension()).isEqualTo(CfCoordinates.ABSENT);
      assertThatThrownBy(coordinates::times)
          .isInstanceOf(InputException.class)
          .hasMessageContaining("has no time coordinate");
      assertThatThrownBy(coordinates::latitudes)
          .isInstanceOf(InputException.class)
          .hasMessageContaining("100");
    }
  }

  @Test
  void readsReliefWithLongitudesBeyond360() {
    Path relief = RealData.require("land/etopo60.cdf");
    try (NetcdfInput input = NetcdfInput.open(Location.of(relief))) {
      CfCoordinates coordinates = CfCoordinates.of(input, input.variable("ROSE"));
      assertThat(coordinates.isGridded()).isTrue();
      assertThat(coordinates.longitudes()[359]).isEqualTo(379.5);
      assertThat(coordinates.latitudes()).hasSize(180);
    }
  }

  @Test
  void boundsMustBeThereAndBeTwoForEach() throws IOException {
    NetcdfOutput output =
        NetcdfOutput.titled("b").dimension("lat", 3).dimension("lon", 2).dimension("four", 4);
    output
        .doubles("lat", "lat")
        .units("degrees_north")
        .attribute("bounds", "lat_bnds")
        .values(1, 2, 3);
    output.doubles("lon", "lon").units("degrees_east").attribute("bounds", "corners").values(1, 2);
    output.doubles("corners", "lon", "four").values(new double[8]);
    output.doubles("a", "lat", "lon").values(new double[6]);
    Location file = Location.of(folder.resolve("bounds.nc"));
    output.write(file);
    try (NetcdfInput input = NetcdfInput.open(file)) {
      CfCoordinates coordinates = CfCoordinates.of(input, input.variable("a"));
      assertThatThrownBy(() -> coordinates.latitudeBounds(false))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("lat_bnds, which are not in the file")
          .hasMessageContaining("state the registration");
      assertThat(coordinates.latitudeBounds(true)).isEmpty();
      assertThatThrownBy(() -> coordinates.longitudeBounds(true))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("variable corners")
          .hasMessageContaining("a lower and an upper bound");
    }
  }
}
