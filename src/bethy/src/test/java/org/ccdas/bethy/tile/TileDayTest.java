package org.ccdas.bethy.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccdas.bethy.Reference.DAY;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.ccdas.bethy.Reference;
import org.ccdas.bethy.process.DayDiagnostics;
import org.ccdas.bethy.process.Evening;
import org.ccdas.bethy.process.TileState;
import org.ccdas.bethy.table.PlantFunctionalType;
import org.ccdas.bethy.table.SoilTexture;
import org.ccdas.bethy.weather.DayWeather;
import org.ccdas.bethy.weather.SubDaily;
import org.ccdas.bethy.weather.WeatherMemory;
import org.junit.jupiter.api.Test;

class TileDayTest {
  private static final Map<String, Double> LATITUDE =
      Map.of("TmpDec", 50.0, "EvCn", 61.0, "C4Gr", 12.0);

  @Test
  void oneDayAgreesWithTheReference() {
    int days = 0;
    for (JsonNode each : Reference.block("one_day")) {
      String code = each.get("tile").asText();
      SubDaily scheme =
          each.get("mode").asText().equals("quad") ? SubDaily.QUADRATURE : SubDaily.HOURLY;
      TileModel tile =
          TileModel.prior(
              PlantFunctionalType.of(code), SoilTexture.of(code.equals("TmpDec") ? 3 : 2));
      JsonNode before = each.get("state0");
      JsonNode forcing = each.get("forcing");
      DayWeather weather =
          DayWeather.of(
              scheme,
              LATITUDE.get(code),
              100,
              390,
              forcing.get("doy").asInt(),
              number(forcing, "Tmin"),
              number(forcing, "Tmax"),
              number(forcing, "P"),
              number(forcing, "Rs"),
              new WeatherMemory(
                  number(before, "T30"), number(before, "T10"), number(before, "rhosn")));
      TileDay day = TileDay.of(tile, state(before), weather);
      checkStates(each.get("state1"), day.evening().state(), weather.after());
      checkFluxes(each.get("out"), day, weather);
      checkWater(each.get("out"), day.diagnostics());
      days++;
    }
    assertThat(days).isEqualTo(6);
  }

  private static void checkStates(JsonNode expected, TileState state, WeatherMemory memory) {
    Reference.check(expected, "theta1", state.topMoisture(), DAY);
    Reference.check(expected, "theta2", state.rootMoisture(), DAY);
    Reference.check(expected, "snow", state.snow(), DAY);
    Reference.check(expected, "lai", state.lai(), DAY);
    Reference.check(expected, "laimem", state.laiMemory(), DAY);
    Reference.check(expected, "laihi", state.laiHigh(), DAY);
    Reference.check(expected, "rhosn", memory.snowAlbedo(), DAY);
    Reference.check(expected, "T30", memory.monthTemperature(), DAY);
    Reference.check(expected, "T10", memory.tenDayTemperature(), DAY);
  }

  private static void checkFluxes(JsonNode expected, TileDay day, DayWeather weather) {
    Evening evening = day.evening();
    Reference.check(expected, "D", weather.day().dayLength(), DAY);
    Reference.check(expected, "Tm", weather.day().temperature(), DAY);
    Reference.check(expected, "be", day.stress(), DAY);
    Reference.check(expected, "fapar", day.absorbedShare(), DAY);
    Reference.check(expected, "beta", day.morning().relativeMoisture(), DAY);
    Reference.check(expected, "Wmax", day.morning().maximumStorage(), DAY);
    Reference.check(expected, "rho", day.morning().albedo(), DAY);
    Reference.check(expected, "fc", day.morning().cover(), DAY);
    Reference.check(expected, "gpp", evening.gpp(), DAY);
    Reference.check(expected, "npp", evening.npp(), DAY);
    Reference.check(expected, "litter", evening.litter(), DAY);
    Reference.check(expected, "kf", evening.fastRate(), DAY);
    Reference.check(expected, "ks", evening.slowShape(), DAY);
    Reference.check(expected, "ET", evening.evapotranspiration(), DAY);
  }

  private static void checkWater(JsonNode expected, DayDiagnostics actual) {
    Reference.check(expected, "rd", actual.leafRespiration(), DAY);
    Reference.check(expected, "rm", actual.maintenanceRespiration(), DAY);
    Reference.check(expected, "Ed", actual.demand(), DAY);
    Reference.check(expected, "Eps", actual.soilPotential(), DAY);
    Reference.check(expected, "Epc", actual.canopyPotential(), DAY);
    Reference.check(expected, "Et", actual.transpiration(), DAY);
    Reference.check(expected, "Es", actual.soilEvaporation(), DAY);
    Reference.check(expected, "Ei", actual.interception(), DAY);
    Reference.check(expected, "Esub", actual.sublimation(), DAY);
    Reference.check(expected, "melt", actual.melt(), DAY);
    Reference.check(expected, "Q", actual.runoff(), DAY);
    Reference.check(expected, "Qf", actual.saturationRunoff(), DAY);
    Reference.check(expected, "q12", actual.percolation(), DAY);
    Reference.check(expected, "qb", actual.drainage(), DAY);
    Reference.check(expected, "qc", actual.exchange(), DAY);
    Reference.check(expected, "W", actual.availableWater(), DAY);
    Reference.check(expected, "relW", actual.relativeMoisture(), DAY);
    assertThat(Math.abs(actual.waterClosure())).isLessThan(1e-9);
  }

  private static TileState state(JsonNode node) {
    return new TileState(
        number(node, "theta1"),
        number(node, "theta2"),
        number(node, "snow"),
        number(node, "lai"),
        number(node, "laimem"),
        number(node, "laihi"));
  }

  private static double number(JsonNode node, String key) {
    return node.get(key).asDouble();
  }
}
