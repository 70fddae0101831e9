package org.ccdas.inputs.land;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ccdas.inputs.land.LandSurfaceTest.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.LatLonGrid.Registration;
import org.ccdas.inputs.netcdf.NetcdfOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoilTexturesTest {
  @TempDir Path folder;

  private Path csv(String rows) throws IOException {
    return Files.writeString(
        folder.resolve("soil.csv"), "cell,texture\n" + rows, StandardCharsets.UTF_8);
  }

  @Test
  void readsATable() throws IOException {
    assertThat(SoilTextures.read(Location.of(csv("4,6\n")), table(13))).containsExactly(6);
    assertThatThrownBy(() -> SoilTextures.read(Location.of(csv("4,7\n")), table(13)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("soil.csv, line 2")
        .hasMessageContaining("texture is 7");
    assertThatThrownBy(() -> SoilTextures.read(Location.of(csv("3,1\n")), table(13)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no row for cell 4");
  }

  @Test
  void readsTheDominantClassOfAMap() throws IOException {
    NetcdfOutput output = NetcdfOutput.titled("soil").dimension("lat", 2).dimension("lon", 2);
    output.doubles("lat", "lat").units("degrees_north").values(51.5, 50.5);
    output.doubles("lon", "lon").units("degrees_east").values(8.5, 9.5);
    output.ints("soil", "lat", "lon").attribute("missing_value", -1).values(12, 30, 30, -1);
    Path path = folder.resolve("soil.nc");
    output.write(Location.of(path));
    assertThat(
            SoilTextures.readClassMap(
                Location.of(path), "soil", Registration.CENTRE, Map.of(12, 1, 30, 5), table(13)))
        .containsExactly(5);
    // the other variable, or classes of another map
    assertThatThrownBy(
            () ->
                SoilTextures.readClassMap(
                    Location.of(path), "soil", Registration.CENTRE, Map.of(1, 1, 2, 2), table(13)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has none of the classes [1, 2]");
    assertThatThrownBy(
            () ->
                SoilTextures.readClassMap(
                    Location.of(path), "texture", Registration.CENTRE, Map.of(), table(13)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no variable texture");
  }

  @Test
  void coarserSoilsPercolateFaster() {
    assertThat(SoilTextures.ofBiome4(10.4, 20, 20)).isEqualTo(SoilTextures.LOAMY_SAND);
    assertThat(SoilTextures.ofBiome4(6.4, 33, 20)).isEqualTo(SoilTextures.SANDY_LOAM);
    assertThat(SoilTextures.ofBiome4(2.8, 40, 20)).isEqualTo(SoilTextures.LOAM);
    assertThat(SoilTextures.ofBiome4(1.4, 52, 20)).isEqualTo(SoilTextures.SANDY_CLAY_LOAM);
    assertThat(SoilTextures.ofBiome4(0.86, 57, 20)).isEqualTo(SoilTextures.CLAY_LOAM);
    assertThat(SoilTextures.ofBiome4(0, 999.9, 62)).isEqualTo(SoilTextures.ORGANIC);
    assertThat(SoilTextures.ofBiome4(0.006, 999.9, 10)).isEqualTo(SoilTextures.CLAY_LOAM);
    assertThat(SoilTextures.ofBiome4(0, -4, 70)).isEqualTo(-1);
    assertThat(SoilTextures.ofBiome4(999, 57, 70)).isEqualTo(-1);
    assertThat(SoilTextures.ofBiome4(Double.NaN, Double.NaN, 70)).isEqualTo(-1);
  }

  private Location packed(int stored) throws IOException {
    NetcdfOutput output = NetcdfOutput.titled("soil").dimension("lat", 2).dimension("lon", 2);
    output.doubles("lat", "lat").units("degrees_north").values(51.5, 50.5);
    output.doubles("lon", "lon").units("degrees_east").values(8.5, 9.5);
    output
        .shorts("soil", "lat", "lon")
        .attribute("scale_factor", 0.01f)
        .values(stored, stored, stored, stored);
    Location path = Location.of(folder.resolve("packed.nc"));
    output.write(path);
    return path;
  }

  @Test
  void packedClassesAreRounded() throws IOException {
    Map<Integer, Integer> classes = Map.of(2, 2, 3, 3);
    // 300 x 0.01f = 2.99999993
    assertThat(SoilTextures.readClassMap(packed(300), "soil", Registration.CF, classes, table(13)))
        .containsExactly(3);
    Location mean = packed(250);
    assertThatThrownBy(
            () -> SoilTextures.readClassMap(mean, "soil", Registration.CF, classes, table(13)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("packed.nc, variable soil")
        .hasMessageContaining("which is no whole number");
  }

  @Test
  void aMapThatDoesNotReachACellIsRefused() throws IOException {
    NetcdfOutput output = NetcdfOutput.titled("soil").dimension("lat", 2).dimension("lon", 2);
    output.doubles("lat", "lat").units("degrees_north").values(41.5, 40.5);
    output.doubles("lon", "lon").units("degrees_east").values(8.5, 9.5);
    output.ints("soil", "lat", "lon").values(1, 1, 1, 1);
    Location path = Location.of(folder.resolve("south.nc"));
    output.write(path);
    assertThatThrownBy(
            () -> SoilTextures.readClassMap(path, "soil", Registration.CF, Map.of(1, 1), table(13)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("does not reach cell 4")
        .hasMessageContaining("latitudes 40.0 to 42.0, longitudes 8.0 to 10.0");
  }
}
