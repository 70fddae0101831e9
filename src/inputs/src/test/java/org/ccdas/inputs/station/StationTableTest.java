package org.ccdas.inputs.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StationTableTest {
  private static final String HEADER =
      "code,alt_code,name,lat,lon,elev_m,network,set,sigma_model_ppm,w_layer1,w_layer2,note\n";
  private static final String BRW = "BRW,PTB,Barrow,71.32,-156.61,11,NOAA,S10,1.0,1,0,R10\n";

  @TempDir Path folder;

  @Test
  void standardTableHasTheStationSets() {
    StationTable table = StationTable.standard();
    assertThat(table.stations()).hasSize(51);
    assertThat(table.inSet("S10"))
        .extracting(Station::code)
        .containsExactly("ALT", "BRW", "LJO", "MLO", "KUM", "CHR", "SMO", "KER", "BHD", "SPO");
    assertThat(table.inSet("none")).extracting(Station::code).containsExactly("STM", "KZD");
    assertThat(table.stations().stream().filter(s -> s.note().equals("R10"))).hasSize(10);
    Station mlo = table.station("MLO");
    assertThat(mlo.elevation()).isEqualTo(3397);
    assertThat(mlo.middleLayerWeight()).isEqualTo(0.5);
    assertThat(table.station("KEY").modelError()).isEqualTo(2);
  }

  @Test
  void alternativeCodesAndLowerCaseAreUnderstood() {
    StationTable table = StationTable.standard();
    assertThat(table.station("ptb").code()).isEqualTo("BRW");
    assertThat(table.station("nzd").code()).isEqualTo("BHD");
    assertThatThrownBy(() -> table.station(""))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("not in the table");
    assertThatThrownBy(() -> table.station("XYZ"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Station XYZ")
        .hasMessageContaining("ALT BRW");
  }

  @Test
  void whatALineLeavesOutHasDefaults() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("own.csv"),
            "code,lat,lon,elev_m,w_layer2\nssl,47.9,7.9,,\nJFJ,46.5,8,3580,\nXYZ,1,2,,0.25\n");
    StationTable table = StationTable.read(Location.of(file));
    Station low = table.station("SSL");
    assertThat(low).isEqualTo(Station.unlisted("SSL", "", 47.9, 7.9, 0));
    assertThat(low.modelError()).isEqualTo(2);
    assertThat(low.lowerLayerWeight()).isEqualTo(1);
    assertThat(table.station("JFJ").lowerLayerWeight()).as("stands high").isEqualTo(0.5);
    assertThat(table.station("XYZ").lowerLayerWeight()).isEqualTo(0.75);
    assertThat(table.find("ABC")).isEmpty();
  }

  @Test
  void badTablesNameLineAndColumn() throws IOException {
    rejected(HEADER + BRW + BRW, "line 3", "BRW stands already in line 2");
    rejected(HEADER + BRW + BRW.replace("BRW", "SAM"), "line 3", "PTB stands already");
    rejected(HEADER.replace("elev_m", "height") + BRW, "header", "no use for a column height");
    rejected(HEADER.replace("lat,", "") + BRW.replace("71.32,", ""), "header", "no column lat");
    rejected(
        HEADER + BRW.replace("71.32", "north"), "line 2, column lat", "'north' is not a number");
    rejected(HEADER + BRW.replace("71.32", "171.32"), "line 2", "latitude outside");
    rejected(HEADER + BRW.replace(",1,0,", ",1,0.5,"), "line 2", "layer weights");
    rejected(HEADER + "# a comment\nBRW,PTB\n", "line 3", "2 fields");
  }

  private void rejected(String content, String place, String problem) throws IOException {
    Path file = Files.writeString(folder.resolve("stations.csv"), content);
    assertThatThrownBy(() -> StationTable.read(Location.of(file)))
        .isInstanceOfSatisfying(
            InputException.class,
            e -> {
              assertThat(e.file()).endsWith("stations.csv");
              assertThat(e.place()).isEqualTo(place);
              assertThat(e.problem()).contains(problem);
            });
  }

  @Test
  void missingFileIsNamed() {
    assertThatThrownBy(() -> StationTable.read(Location.of(folder.resolve("absent.csv"))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("absent.csv")
        .hasMessageContaining("there is no such file");
  }
}
