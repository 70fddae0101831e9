package org.ccdas.bethy.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ccdas.bethy.Reference.MONTH;
import static org.ccdas.bethy.Reference.YEARS;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.ccdas.bethy.Reference;
import org.ccdas.bethy.SyntheticWeather;
import org.ccdas.bethy.process.TileState;
import org.ccdas.bethy.table.PlantFunctionalType;
import org.ccdas.bethy.table.SoilTexture;
import org.ccdas.bethy.weather.DayWeather;
import org.ccdas.bethy.weather.SubDaily;
import org.ccdas.bethy.weather.WeatherMemory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TileRunTest {
  @Test
  void thirtyDaysAgreeWithTheReference() {
    JsonNode expected = Reference.block("thirty_days");
    List<DayWeather> weather = ThirtyDays.weather();
    List<TileDay> days = ThirtyDays.run();
    assertThat(days).hasSize(expected.size()).hasSize(30);
    for (int i = 0; i < days.size(); i++) {
      JsonNode each = expected.get(i);
      TileDay day = days.get(i);
      TileState state = day.evening().state();
      Reference.check(each, "gpp", day.evening().gpp(), MONTH);
      Reference.check(each, "npp", day.evening().npp(), MONTH);
      Reference.check(each, "ET", day.evening().evapotranspiration(), MONTH);
      Reference.check(each, "Q", day.diagnostics().runoff(), MONTH);
      Reference.check(each, "be", day.stress(), MONTH);
      Reference.check(each, "theta1", state.topMoisture(), MONTH);
      Reference.check(each, "theta2", state.rootMoisture(), MONTH);
      Reference.check(each, "snow", state.snow(), MONTH);
      Reference.check(each, "lai", state.lai(), MONTH);
      Reference.check(each, "laimem", state.laiMemory(), MONTH);
      Reference.check(each, "laihi", state.laiHigh(), MONTH);
      WeatherMemory memory = weather.get(i).after();
      Reference.check(each, "rhosn", memory.snowAlbedo(), MONTH);
      Reference.check(each, "T30", memory.monthTemperature(), MONTH);
      Reference.check(each, "T10", memory.tenDayTemperature(), MONTH);
    }
  }

  @ParameterizedTest
  @EnumSource(Site.class)
  void tenthYearAgreesWithTheReference(Site site) {
    JsonNode expected = Reference.block("ten_year_year10").get(site.key());
    List<TileDay> run = site.run(SubDaily.QUADRATURE, 10);
    Annual year = Annual.of(run, 9);
    Reference.check(expected, "GPP", year.gpp(), YEARS);
    Reference.check(expected, "NPP", year.npp(), YEARS);
    Reference.check(expected, "NPPGPP", year.npp() / year.gpp(), YEARS);
    Reference.check(
        expected, "Rm", year.sum(day -> day.diagnostics().maintenanceRespiration()), YEARS);
    Reference.check(expected, "ET", year.evapotranspiration(), YEARS);
    Reference.check(expected, "Et", year.sum(day -> day.diagnostics().transpiration()), YEARS);
    Reference.check(expected, "Es", year.sum(day -> day.diagnostics().soilEvaporation()), YEARS);
    Reference.check(expected, "Ei", year.sum(day -> day.diagnostics().interception()), YEARS);
    Reference.check(expected, "Esub", year.sum(day -> day.diagnostics().sublimation()), YEARS);
    Reference.check(expected, "Q", year.sum(day -> day.diagnostics().runoff()), YEARS);
    Reference.check(expected, "Ed", year.sum(day -> day.diagnostics().demand()), YEARS);
    Reference.check(expected, "Eps", year.sum(day -> day.diagnostics().soilPotential()), YEARS);
    Reference.check(expected, "Epc", year.sum(day -> day.diagnostics().canopyPotential()), YEARS);
    Reference.check(expected, "fapar", year.mean(TileDay::absorbedShare), YEARS);
    Reference.check(
        expected, "relW", year.mean(day -> day.diagnostics().relativeMoisture()), YEARS);
    Reference.check(expected, "LAImean", year.mean(day -> day.evening().state().lai()), YEARS);
    Reference.check(expected, "LAImax", year.max(day -> day.evening().state().lai()), YEARS);
    Reference.check(expected, "LAImin", year.min(day -> day.evening().state().lai()), YEARS);
    Reference.check(expected, "th1", year.topMoisture(), YEARS);
    Reference.check(
        expected, "th1min", year.min(day -> day.evening().state().topMoisture()), YEARS);
    Reference.check(
        expected, "th1max", year.max(day -> day.evening().state().topMoisture()), YEARS);
    Reference.check(expected, "snowmax", year.max(day -> day.evening().state().snow()), YEARS);
    assertThat(run).allMatch(day -> Math.abs(day.diagnostics().waterClosure()) < 1e-9);

    List<TileDay> window = run.subList(365 * 4, run.size());
    CarbonBalance carbon =
        CarbonBalance.close(
            site.tile().parameters(), List.of(), window.stream().map(TileDay::evening).toList());
    double fast = sum(carbon.fastRespiration());
    double slow = sum(carbon.slowRespiration());
    Reference.check(expected, "NEP6", sum(carbon.window()) / 6, YEARS);
    Reference.check(expected, "Rh", (fast + slow) / 6, YEARS);
    Reference.check(expected, "fast_share", fast / (fast + slow), YEARS);
    // in gC: C0 lf with lf = F / (beta (1 - f_s)), beta = 1, f_s = 0.2
    Reference.check(
        expected, "Cfast0", carbon.startPool() * carbon.amplitudes().fast() / 0.8, YEARS);
  }

  @ParameterizedTest
  @EnumSource(names = {"TREV_TROPICS", "EVCN_BOREAL", "C4GR_SAVANNA", "TMPDEC_TEMPERATE"})
  void quadratureAgreesWithHours(Site site) {
    Annual quadrature = Annual.of(site.run(SubDaily.QUADRATURE, 3), 2);
    Annual hourly = Annual.of(site.run(SubDaily.HOURLY, 3), 2);
    assertThat(quadrature.gpp() / hourly.gpp()).isCloseTo(1, within(0.003));
    assertThat(quadrature.evapotranspiration() / hourly.evapotranspiration())
        .isCloseTo(1, within(0.003));
    double gppRms = quadrature.rms(hourly, day -> day.evening().gpp());
    assertThat(gppRms).isLessThan(0.03);

    JsonNode expected = Reference.block("quadrature_vs_hourly_year3").get(site.key());
    Reference.check(expected, "GPP_quad", quadrature.gpp(), YEARS);
    Reference.check(expected, "GPP_hour", hourly.gpp(), YEARS);
    Reference.check(expected, "NPP_quad", quadrature.npp(), YEARS);
    Reference.check(expected, "NPP_hour", hourly.npp(), YEARS);
    Reference.check(expected, "ET_quad", quadrature.evapotranspiration(), YEARS);
    Reference.check(expected, "ET_hour", hourly.evapotranspiration(), YEARS);
    Reference.check(expected, "th1_quad", quadrature.topMoisture(), YEARS);
    Reference.check(expected, "th1_hour", hourly.topMoisture(), YEARS);
    Reference.check(expected, "gpp_rms", gppRms, YEARS);
    Reference.check(
        expected,
        "et_rms",
        quadrature.rms(hourly, day -> day.evening().evapotranspiration()),
        YEARS);
  }

  @ParameterizedTest
  @EnumSource(names = {"TREV_TROPICS", "EVCN_BOREAL", "TMPDEC_TEMPERATE", "C3GR_TEMPERATE"})
  void spinUpForgetsTheStart(Site site) {
    TileModel tile = site.tile();
    List<TileDay> wet = site.run(SubDaily.QUADRATURE, 5, start(tile.soil().fieldCapacity()));
    List<TileDay> dry = site.run(SubDaily.QUADRATURE, 5, start(tile.soil().wiltingPoint()));
    double first = Annual.of(wet, 0).gpp() / Annual.of(dry, 0).gpp() - 1;
    double fifth = Annual.of(wet, 4).gpp() / Annual.of(dry, 4).gpp() - 1;
    // the start matters at first, and is forgotten after four years
    assertThat(Math.abs(first)).isGreaterThan(1e-4);
    assertThat(Math.abs(fifth)).isLessThan(1e-5);
  }

  /** A start with this moisture in both layers, m3 m-3. */
  private static TileState start(double moisture) {
    return new TileState(moisture, moisture, 0, 0.1, 0.1, 0.1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13})
  void everyPlantTypeLivesForAYear(int pft) {
    TileModel tile = TileModel.prior(PlantFunctionalType.of(pft), SoilTexture.of(3));
    List<DayWeather> weather = SyntheticWeather.TEMPERATE.days(SubDaily.QUADRATURE, 45, 0, 365);
    Annual year = new Annual(TileRun.of(tile, tile.start(), weather));
    assertThat(year.gpp()).isBetween(100.0, 5000.0);
    assertThat(year.npp()).isBetween(0.2 * year.gpp(), 0.8 * year.gpp());
    assertThat(year.evapotranspiration()).isBetween(200.0, 850.0);
    assertThat(year.max(day -> day.evening().state().lai())).isBetween(0.2, 5.1);
    assertThat(year.max(day -> Math.abs(day.diagnostics().waterClosure()))).isLessThan(1e-9);
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
