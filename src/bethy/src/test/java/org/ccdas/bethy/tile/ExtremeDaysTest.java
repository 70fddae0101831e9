package org.ccdas.bethy.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.ccdas.bethy.Parameters;
import org.ccdas.bethy.SyntheticWeather;
import org.ccdas.bethy.process.DayDiagnostics;
import org.ccdas.bethy.process.Evening;
import org.ccdas.bethy.process.TileParameters;
import org.ccdas.bethy.process.TileState;
import org.ccdas.bethy.table.PlantFunctionalType;
import org.ccdas.bethy.table.PriorParameters;
import org.ccdas.bethy.table.SoilTexture;
import org.ccdas.bethy.weather.DayWeather;
import org.ccdas.bethy.weather.SubDaily;
import org.ccdas.bethy.weather.WeatherMemory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random tile-days far outside of what is found on Earth give no NaN and nothing negative beyond
 * rounding. Spec section 3 has the bounds found with the independent implementation.
 */
class ExtremeDaysTest {
  /** Rounding that an empty store may show: snow in mm, soil moisture in m3 m-3. */
  private static final double ROUNDING = 1e-28;

  private static final int DAYS = 6000;

  @ParameterizedTest
  @EnumSource(SubDaily.class)
  void everyDayIsFiniteAndPositive(SubDaily scheme) {
    SplittableRandom random = new SplittableRandom(20150820L + scheme.ordinal());
    TreeMap<String, Integer> seen = new TreeMap<>();
    for (int i = 0; i < DAYS; i++) {
      PlantFunctionalType pft = PlantFunctionalType.of(1 + i % 13);
      TileModel tile =
          TileModel.of(
              pft,
              SoilTexture.of(1 + random.nextInt(6)),
              Parameters.random(PriorParameters.of(pft), 4, random));
      DayWeather weather = weather(scheme, random);
      TileState state = state(tile, random);
      TileDay day = TileDay.of(tile, state, weather);
      String place = "day " + i + " of " + pft.code() + " from " + state + " in " + weather.day();
      check(place, tile, day);
      seen.merge(weather.stress().weight() > 0 ? "light" : "polar night", 1, Integer::sum);
      seen.merge(state.lai() > 0 ? "leaves" : "bare", 1, Integer::sum);
      seen.merge(state.topMoisture() > 0 ? "moist" : "dust", 1, Integer::sum);
      seen.merge(state.snow() > 0 ? "snow" : "no snow", 1, Integer::sum);
    }
    // the draws reach every corner
    assertThat(seen.values()).hasSize(8).allMatch(count -> count > 200);
  }

  @Test
  void sandWithoutRainForThreeYearsStaysAboveEmpty() {
    PlantFunctionalType shrub = PlantFunctionalType.of("DecShr");
    // m_b at 4 standard deviations below its prior: air-dry sand holds hardly any water
    TileParameters p = Parameters.with(PriorParameters.of(shrub), "bScale", 0.683);
    TileModel tile = TileModel.of(shrub, SoilTexture.of(1), p);
    TileState state = tile.start();
    WeatherMemory memory = WeatherMemory.start(25);
    double driest = 1;
    for (int i = 0; i < 3 * 365; i++) {
      SyntheticWeather.Daily d = SyntheticWeather.HOTDRY.day(i);
      DayWeather weather =
          DayWeather.of(
              SubDaily.QUADRATURE,
              25,
              100,
              390,
              d.dayOfYear(),
              d.tmin(),
              d.tmax(),
              0,
              d.shortwave(),
              memory);
      TileDay day = TileDay.of(tile, state, weather);
      check("day " + i, tile, day);
      state = day.evening().state();
      memory = weather.after();
      driest = Math.min(driest, state.topMoisture());
    }
    assertThat(driest).isBetween(1e-12, 1e-3);
  }

  private static void check(String place, TileModel tile, TileDay day) {
    allFinite(place, day);
    TileState state = day.evening().state();
    assertThat(state.topMoisture()).as(place).isBetween(-ROUNDING, 1.05 * tile.traits().porosity());
    assertThat(state.rootMoisture())
        .as(place)
        .isBetween(-ROUNDING, 1.05 * tile.traits().porosity());
    assertThat(state.snow()).as(place).isGreaterThanOrEqualTo(-ROUNDING);
    assertThat(state.lai()).as(place).isGreaterThanOrEqualTo(0);
    assertThat(state.laiMemory()).as(place).isGreaterThanOrEqualTo(0);
    assertThat(state.laiHigh()).as(place).isGreaterThanOrEqualTo(state.lai() * (1 - 1e-14));

    Evening evening = day.evening();
    DayDiagnostics more = day.diagnostics();
    assertThat(day.stress()).as(place).isGreaterThanOrEqualTo(0);
    assertThat(day.absorbedShare()).as(place).isBetween(0.0, 1.0);
    assertThat(
            DoubleStream.of(
                    evening.gpp(),
                    evening.litter(),
                    evening.evapotranspiration(),
                    more.leafRespiration(),
                    more.maintenanceRespiration() - more.leafRespiration(),
                    more.demand(),
                    more.soilPotential(),
                    more.canopyPotential(),
                    more.transpiration(),
                    more.soilEvaporation(),
                    more.interception(),
                    more.sublimation(),
                    more.saturationRunoff(),
                    more.drainage(),
                    more.runoff(),
                    more.percolation(),
                    more.availableWater(),
                    more.relativeMoisture())
                .boxed())
        .as(place)
        .allMatch(value -> value >= -ROUNDING);
    assertThat(more.melt()).as(place).isGreaterThanOrEqualTo(-ROUNDING);
    assertThat(evening.fastRate()).as(place).isPositive();
    assertThat(evening.slowShape()).as(place).isPositive();
    assertThat(Math.abs(more.waterClosure())).as(place).isLessThan(1e-9);
  }

  /** Looks into every record below a record. */
  private static void allFinite(String place, Record value) {
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      try {
        component.getAccessor().setAccessible(true);
        Object part = component.getAccessor().invoke(value);
        if (part instanceof Record record) {
          allFinite(place, record);
        } else {
          assertThat((double) part).as(component.getName() + " of " + place).isFinite();
        }
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }
  }

  private static TileState state(TileModel tile, SplittableRandom random) {
    double lai = edge(random, 0, 7);
    return new TileState(
        edge(random, 0, tile.traits().porosity()),
        edge(random, 0, tile.traits().porosity()),
        edge(random, 0, 1000),
        lai,
        edge(random, 0, 7),
        lai + edge(random, 0, 7 - lai));
  }

  private static DayWeather weather(SubDaily scheme, SplittableRandom random) {
    double mean = edge(random, -60, 50);
    double range = edge(random, 0, 30);
    return DayWeather.of(
        scheme,
        edge(random, -90, 90),
        edge(random, 0, 6000),
        280 + 520 * random.nextDouble(),
        1 + random.nextInt(366),
        mean - range / 2,
        mean + range / 2,
        edge(random, 0, 400),
        edge(random, 0, 500),
        new WeatherMemory(edge(random, -60, 45), edge(random, -60, 45), edge(random, 0.2, 0.8)));
  }

  /** A number of the range; one in six is its low end, one in six its high end. */
  private static double edge(SplittableRandom random, double low, double high) {
    return switch (random.nextInt(6)) {
      case 0 -> low;
      case 1 -> high;
      default -> low + (high - low) * random.nextDouble();
    };
  }
}
