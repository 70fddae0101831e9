package org.ccdas.inputs.forcing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.RealData;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.CellTable;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.inputs.grid.LatLonGrid.Registration;
import org.junit.jupiter.api.Test;

class ClimatologyForcingTest {
  private static final WeatherGenerator GENERATOR = new WeatherGenerator(1, true);

  private static Path biome4() {
    return RealData.require("climate/BIOME4_inputdata.nc");
  }

  private static Cell cell(int id, double lat, double lon) {
    return Cell.of(id, lat, lon, LatLonBox.around(lat, lon, 2, 2), List.of(9));
  }

  private static double annual(double[] months) {
    return Arrays.stream(months).average().orElseThrow();
  }

  @Test
  void climateOfTheCoarseGridIsThatOfTheEarth() {
    CellTable table = CellTable.read(Location.of(RealData.require("land/grid_tm2.csv")));
    List<MonthlyClimate> climates =
        ClimatologyForcing.of(Location.of(biome4()), ClimatologyVariables.biome4(), GENERATOR)
            .climates(table.cells());
    double area = 0;
    double temperature = 0;
    double precipitation = 0;
    double sunshine = 0;
    for (int c = 0; c < table.size(); c++) {
      double weight = table.cells().get(c).area();
      MonthlyClimate climate = climates.get(c);
      area += weight;
      temperature += weight * annual(climate.temperature());
      precipitation += weight * 12 * annual(climate.precipitation());
      sunshine += weight * annual(climate.sunshine());
    }
    // Land without ice sheets: about 13 degC and 800 mm a year (CRU)
    assertThat(temperature / area).isBetween(10.0, 17.0);
    assertThat(precipitation / area).isBetween(650.0, 950.0);
    assertThat(sunshine / area).isBetween(0.4, 0.65);
  }

  @Test
  void placesHaveTheirClimates() {
    List<MonthlyClimate> climates =
        ClimatologyForcing.of(Location.of(biome4()), ClimatologyVariables.biome4(), GENERATOR)
            .climates(List.of(cell(1, 53, 10), cell(2, -3, -60), cell(3, 63, 129)));
    // North Germany
    assertThat(climates.get(0).temperature()[0]).isBetween(-2.0, 2.0);
    assertThat(climates.get(0).temperature()[6]).isBetween(15.0, 19.0);
    assertThat(12 * annual(climates.get(0).precipitation())).isBetween(550.0, 850.0);
    // Manaus
    assertThat(annual(climates.get(1).temperature())).isBetween(25.0, 28.0);
    assertThat(12 * annual(climates.get(1).precipitation())).isBetween(1900.0, 2700.0);
    // Yakutsk
    assertThat(climates.get(2).temperature()[0]).isBetween(-46.0, -36.0);
  }

  @Test
  void generatesWeatherForBothGrids() {
    for (String grid : List.of("grid2deg.csv", "grid_tm2.csv")) {
      CellTable table = CellTable.read(Location.of(RealData.require("land/" + grid)));
      DailyForcing forcing =
          ClimatologyForcing.of(Location.of(biome4()), ClimatologyVariables.biome4(), GENERATOR)
              .withReach(3)
              .read(table.cells(), LocalDate.of(2011, 1, 1), LocalDate.of(2011, 3, 31));
      ForcingCheck.apply((variable, date) -> grid, ForcingVariables.cmip(), forcing, table.cells());
      assertThat(forcing.cells()).isEqualTo(table.size());
    }
  }

  @Test
  void namesACellWithoutLand() {
    Path file = biome4();
    Cell sea = cell(9, -31, -121);
    assertThatThrownBy(
            () ->
                ClimatologyForcing.of(Location.of(file), ClimatologyVariables.biome4(), GENERATOR)
                    .withReach(3)
                    .climates(List.of(sea)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("cell 9")
        .hasMessageContaining("no land");
  }

  @Test
  void hiddenScaleIsNoticed() {
    Path file = biome4();
    ClimatologyVariables asTheFileSays =
        new ClimatologyVariables(
            SourceVariable.named("temp"),
            SourceVariable.named("prec"),
            true,
            SourceVariable.named("sun"),
            Registration.LOWER_LEFT);
    assertThatThrownBy(
            () ->
                ClimatologyForcing.of(Location.of(file), asTheFileSays, GENERATOR)
                    .climates(List.of(cell(2, -3, -60))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("BIOME4_inputdata.nc")
        .hasMessageContaining("variable temp")
        .hasMessageContaining("impossible")
        .hasMessageContaining("scale");
  }
}
