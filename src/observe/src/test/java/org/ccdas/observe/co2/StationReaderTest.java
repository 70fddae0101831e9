package org.ccdas.observe.co2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.setting.DataPath;
import org.ccdas.inputs.setting.InvalidSetting;
import org.ccdas.inputs.station.Station;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.station.RecordFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which station a file is of, where it is, and what is said of what is amiss. */
class StationReaderTest {
  private static final MonthAxis WINDOW = new MonthAxis(YearMonth.of(2010, 1), 2);

  @TempDir private Path folder;
  private Path table;

  @BeforeEach
  void write() throws IOException {
    for (String code : List.of("MLO", "SPO", "BRW")) {
      write(code, "1");
    }
    table = folder.resolve("table.csv");
  }

  private void write(String code, String flag) throws IOException {
    write(code, flag, "LATITUDE: 47 54' N", "LONGITUDE: 7 55' E");
  }

  private void write(String code, String flag, String lat, String lon) throws IOException {
    String text =
        """
        REM01 MONTHLY DATA
        REM02 FILENAME: co2_%s_surface-insitu_1_monthly.txt
        REM03 STATION: A place
        REM04 %s
        REM05 %s
        REM06 ALTITUDE: 1205 m
        REM07 PARAMETER: CO2
        REM08 UNIT: ppm
        REM09 M CO2 V ND SD F
        2009 12 388.0 -99 30 0.4 @
        2010 01 389.0 -99 31 0.5 @
        2010 02 390.0 -99 28 0.6 @
        """;
    Files.writeString(
        folder.resolve(code.toLowerCase(Locale.ROOT) + "001.dat"),
        String.format(Locale.ROOT, text, code.toLowerCase(Locale.ROOT), lat, lon)
            .replace("@", flag),
        StandardCharsets.UTF_8);
  }

  private Co2Settings settings(List<String> stations, List<String> heldOut, String... flags) {
    return new Co2Settings(
        RecordFormat.AUTO,
        DataPath.of(Location.of(folder)),
        Files.exists(table) ? DataPath.of(Location.of(table)) : null,
        List.of(flags),
        stations,
        heldOut,
        List.of(),
        List.of("SPO", "MLO"),
        0.5,
        1.5,
        2,
        true);
  }

  private StationReader reader(List<String> stations, String... flags) {
    return new StationReader(settings(stations, List.of(), flags), WINDOW);
  }

  private Station station(String code) {
    return reader(List.of(code)).stations().get(0).screened().observations().station();
  }

  @Test
  void aStationThatNoTableKnowsIsWhereItsFileSays() throws IOException {
    write("SSL", "0");
    Station station = station("SSL");
    assertThat(station.code()).isEqualTo("SSL");
    assertThat(station.name()).isEqualTo("A place");
    assertThat(station.lat()).isEqualTo(47.9);
    assertThat(station.elevation()).isEqualTo(1205);
    assertThat(station.modelError()).isEqualTo(2);
    assertThat(station.lowerLayerWeight()).isEqualTo(1);
    StationReader reader = reader(List.of("SSL"));
    assertThat(reader.stations().get(0).used().value()).containsExactly(389, 390);
    assertThat(reader.notes()).hasSize(1);
    assertThat(reader.notes().get(0)).contains("station SSL is in no table: model error 2.0 ppm");
  }

  @Test
  void theTableOfTheUserWins() throws IOException {
    Files.writeString(
        table,
        "code,lat,lon,sigma_model_ppm,w_layer1,elev_m\nssl,48.5,8.5,1.5,0.5,\nMLO,20,-155,,,3400\n");
    write("SSL", "0");
    Station ssl = station("SSL");
    assertThat(ssl.lat()).isEqualTo(48.5);
    assertThat(ssl.modelError()).isEqualTo(1.5);
    assertThat(ssl.middleLayerWeight()).isEqualTo(0.5);
    assertThat(station("MLO").lat()).isEqualTo(20);
    assertThat(station("MLO").lowerLayerWeight()).as("stands high").isEqualTo(0.5);
    assertThat(station("BRW").lat()).as("of the file").isEqualTo(47.9);
    StationReader reader = reader(List.of("BRW"));
    reader.stations();
    assertThat(reader.used()).contains(Location.of(table).absolute());
  }

  @Test
  void withoutCoordinatesAnywhereTheKeyIsNamed() throws IOException {
    Files.writeString(
        folder.resolve("xyz.txt"),
        "# header_lines : 3\n# site_name : X\nsite year month value\nXYZ 2010 1 390\n",
        StandardCharsets.UTF_8);
    assertThatThrownBy(() -> reader(List.of("XYZ")).stations())
        .hasMessageContaining("neither the file nor a table gives the coordinates")
        .hasMessageContaining("observations.co2.stationTable");
  }

  @Test
  void aStationNamedTwiceIsTheFaultOfItsKey() {
    assertThatThrownBy(() -> settings(List.of("MLO", "mlo"), List.of()))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageContaining("MLO is named twice");
    StationReader reader = new StationReader(settings(List.of("BRW"), List.of("PTB")), WINDOW);
    assertThatThrownBy(reader::stations)
        .isInstanceOfSatisfying(
            InputException.class, e -> assertThat(e.file()).isEqualTo("observations.co2.heldOut"))
        .hasMessageContaining("it is BRW, which observations.co2.stations names");
  }

  @Test
  void aFileThatLacksIsTheFaultOfItsKey() throws IOException {
    Files.delete(folder.resolve("spo001.dat"));
    StationReader reader = reader(List.of("MLO"));
    assertThat(reader.stations()).hasSize(1);
    assertThatThrownBy(reader::offsetPrior)
        .hasMessageContaining("station SPO")
        .hasMessageContaining("observations.co2.offsetStations");
    assertThatThrownBy(() -> reader(List.of("KUM")).stations())
        .hasMessageContaining("name other stations in observations.co2.stations");
  }

  @Test
  void flagsThatKeepAllMonthsOutAreNamed() throws IOException {
    write("SSL", "3");
    assertThatThrownBy(() -> reader(List.of("SSL")).stations())
        .hasMessageContaining("2010 has 0 of 1")
        .hasMessageContaining("left out in the whole file: 3 with flag 3")
        .hasMessageContaining("acceptedFlags");
    assertThat(reader(List.of("MLO")).notes()).isEmpty();
    assertThat(reader(List.of("SSL"), "3").stations().get(0).used().months()).hasSize(2);
  }

  @Test
  void inSituRecordsAreLabelledSo() {
    assertThat(reader(List.of("MLO")).stations().get(0).record().sampling()).hasToString("in-situ");
  }
}
