package org.ccdas.bethy.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ccdas.bethy.kernel.LaneKernel.LANES;
import static org.ccdas.bethy.lane.ModelSeries.EVAPOTRANSPIRATION;
import static org.ccdas.bethy.lane.ModelSeries.FAPAR;
import static org.ccdas.bethy.lane.ModelSeries.GPP;
import static org.ccdas.bethy.lane.ModelSeries.LAI;
import static org.ccdas.bethy.lane.ModelSeries.NEP;
import static org.ccdas.bethy.lane.ModelSeries.NPP;
import static org.ccdas.bethy.lane.ModelSeries.SNOW;
import static org.ccdas.bethy.lane.ModelSeries.TOP_MOISTURE;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.ccdas.bethy.kernel.LaneKernel;
import org.ccdas.bethy.process.Evening;
import org.ccdas.bethy.process.ObservedDay;
import org.ccdas.bethy.process.TileParameters;
import org.ccdas.bethy.table.PlantFunctionalType;
import org.ccdas.bethy.table.SoilTexture;
import org.ccdas.bethy.tile.CarbonBalance;
import org.ccdas.bethy.tile.TileDay;
import org.ccdas.bethy.tile.TileModel;
import org.ccdas.bethy.tile.TileRun;
import org.ccdas.bethy.weather.DayWeather;
import org.ccdas.bethy.weather.WeatherMemory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BlockModelTest {
  private static TileParameters parameters(double[] slots, int lane) {
    Object[] values = new Object[LaneForcing.PARAMETERS];
    Class<?>[] types = new Class<?>[values.length];
    for (int c = 0; c < values.length; c++) {
      values[c] = slots[c * LANES + lane];
      types[c] = double.class;
    }
    try {
      return TileParameters.class.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** As the series declare: NEP = NPP - beta R, and beta acts on nothing else. */
  @Test
  void theFactorOfRespirationActsOnNepAloneAndLinearly() {
    SyntheticBlock block = new SyntheticBlock(31, 60, true);
    int factor =
        Arrays.stream(TileParameters.class.getRecordComponents())
            .map(component -> component.getName())
            .toList()
            .indexOf(ModelSeries.RESPIRATION_FACTOR);
    List<List<LaneSeries>> runs = new ArrayList<>();
    for (double scale : new double[] {1, 2, 0.5}) {
      List<double[]> slots = block.parameters(0.05, 3);
      for (double[] group : slots) {
        for (int lane = 0; lane < LANES; lane++) {
          group[factor * LANES + lane] *= scale;
        }
      }
      runs.add(block.model().forward(slots, false).series());
    }
    double respired = 0;
    for (int g = 0; g < block.groups.size(); g++) {
      for (ModelSeries series : runs.get(0).get(g).carried()) {
        double[] once = runs.get(0).get(g).of(series);
        double[] twice = runs.get(1).get(g).of(series);
        double[] half = runs.get(2).get(g).of(series);
        if (series.dependence("beta") == Dependence.NONE) {
          assertThat(twice).as(series.key()).isEqualTo(once);
          continue;
        }
        assertThat(series).isEqualTo(NEP);
        double[] npp = runs.get(0).get(g).of(NPP);
        for (int i = 0; i < once.length; i++) {
          double respiration = npp[i] - once[i];
          assertThat(npp[i] - twice[i])
              .isCloseTo(2 * respiration, within(1e-12 * (1 + Math.abs(npp[i]))));
          assertThat(npp[i] - half[i])
              .isCloseTo(respiration / 2, within(1e-12 * (1 + Math.abs(npp[i]))));
          respired += respiration;
        }
      }
    }
    assertThat(respired).isGreaterThan(100);
    assertThat(NEP.dependence("beta")).isEqualTo(Dependence.AFFINE);
    assertThat(NEP.dependence("kappa")).isEqualTo(Dependence.CURVED);
  }

  @Test
  void kernelsOverLanesEqualThePlainModel() {
    SyntheticBlock block = new SyntheticBlock(59, 90, true);
    List<double[]> slots = block.parameters(0.05, 3);
    List<LaneSeries> series = block.model().forward(slots, false).series();
    Schedule schedule = block.schedule;
    for (int g = 0; g < block.groups.size(); g++) {
      LaneGroup group = block.groups.get(g);
      for (int lane = 0; lane < group.lanes(); lane += 5) {
        int cell = group.cells()[lane];
        PlantFunctionalType pft = block.pft(g, lane);
        TileModel tile =
            TileModel.of(pft, SoilTexture.of(cell % 6 + 1), parameters(slots.get(g), lane));
        List<DayWeather> weather = new ArrayList<>();
        WeatherMemory memory = block.weather.start(cell);
        for (int step = 0; step < schedule.steps(); step++) {
          DayWeather day =
              block.weather.day(cell, schedule.forcingDay(step), schedule.dayOfYear(step), memory);
          memory = day.after();
          weather.add(day);
        }
        List<Evening> days =
            TileRun.of(tile, tile.start(), weather).stream().map(TileDay::evening).toList();
        CarbonBalance balance =
            CarbonBalance.close(
                tile.parameters(),
                days.subList(schedule.firstCarbonStep(), schedule.firstWindowStep()),
                days.subList(schedule.firstWindowStep(), schedule.steps()));
        double[] nep = new double[schedule.months()];
        double[] gpp = new double[schedule.months()];
        for (int step = schedule.firstCarbonStep(); step < schedule.steps(); step++) {
          int window = step - schedule.firstWindowStep();
          int month = schedule.month(step);
          nep[month] +=
              window < 0
                  ? balance.before()[step - schedule.firstCarbonStep()]
                  : balance.window()[window];
          gpp[month] += days.get(step).gpp();
        }
        LaneSeries lanes = series.get(g);
        for (int month = 0; month < schedule.months(); month++) {
          int at = month * group.lanes() + lane;
          assertThat(lanes.of(NEP)[at])
              .as("NEP of %s in cell %d, month %d", pft.code(), cell, month)
              .isCloseTo(nep[month], within(1e-11 * Math.abs(nep[month]) + 1e-9));
          assertThat(lanes.of(GPP)[at])
              .isCloseTo(gpp[month], within(1e-11 * Math.abs(gpp[month]) + 1e-9));
        }
        for (int day : new int[] {0, schedule.windowDays() - 1}) {
          ObservedDay observed = tile.observed(days.get(schedule.firstWindowStep() + day).state());
          int at = day * group.lanes() + lane;
          assertThat(lanes.of(TOP_MOISTURE)[at]).isCloseTo(observed.topMoisture(), within(1e-12));
          assertThat(lanes.of(SNOW)[at])
              .isCloseTo(observed.snow(), within(1e-10 * observed.snow() + 1e-12));
          assertThat(lanes.of(LAI)[at]).isCloseTo(observed.lai(), within(1e-11));
          assertThat(lanes.of(FAPAR)[at]).isCloseTo(observed.fapar(), within(1e-11));
        }
      }
    }
  }

  @Test
  void adjointAndTangentAgree() {
    SyntheticBlock block = new SyntheticBlock(31, 60, true);
    BlockModel model = block.model();
    List<double[]> parameters = block.parameters(0.05, 1);
    for (int trial = 0; trial < 3; trial++) {
      List<double[]> direction = block.direction(parameters, 10 + trial);
      List<LaneSeries> bars = block.bars(20 + trial, EnumSet.allOf(ModelSeries.class));
      List<LaneSeries> dots = model.tangent(parameters, direction);
      List<double[]> gradient = model.adjoint(model.forward(parameters, true), bars);
      double forward = SyntheticBlock.dot(bars, dots);
      double back = dot(gradient, direction);
      double size =
          0.5
              * (Math.sqrt(SyntheticBlock.dot(bars, bars) * SyntheticBlock.dot(dots, dots))
                  + Math.sqrt(dot(gradient, gradient) * dot(direction, direction)));
      assertThat(forward).isNotZero();
      assertThat(back).isNotZero();
      assertThat(Math.abs(forward - back)).isLessThanOrEqualTo(1e-11 * size);
    }
  }

  @Test
  void tangentIsTheLimitOfDifferences() {
    SyntheticBlock block = new SyntheticBlock(31, 60, true);
    BlockModel model = block.model();
    List<double[]> parameters = block.parameters(0.05, 1);
    List<double[]> direction = block.direction(parameters, 11);
    List<LaneSeries> bars = block.bars(21, EnumSet.allOf(ModelSeries.class));
    double exact = SyntheticBlock.dot(bars, model.tangent(parameters, direction));
    double step = 1e-5;
    double plus =
        SyntheticBlock.dot(bars, model.forward(along(parameters, direction, step), false).series());
    double minus =
        SyntheticBlock.dot(
            bars, model.forward(along(parameters, direction, -step), false).series());
    assertThat(exact).isNotZero();
    assertThat((plus - minus) / (2 * step)).isCloseTo(exact, within(1e-6 * Math.abs(exact)));
  }

  /** One series at a time: no other can hide a loss in its small derivatives. */
  @ParameterizedTest
  @EnumSource(ModelSeries.class)
  void everySeriesAloneHasItsTangentAndAdjoint(ModelSeries series) {
    SyntheticBlock block = new SyntheticBlock(31, 60, true, SyntheticBlock.WINTER);
    BlockModel model = block.model(StageKernels::of, EnumSet.of(series));
    List<double[]> parameters = block.parameters(0.05, 1);
    List<double[]> direction = block.direction(parameters, 11);
    List<LaneSeries> bars = block.bars(21, EnumSet.of(series));
    double exact = SyntheticBlock.dot(bars, model.tangent(parameters, direction));
    assertThat(exact).isNotZero();
    double back = dot(model.adjoint(model.forward(parameters, true), bars), direction);
    assertThat(back).isCloseTo(exact, within(1e-10 * Math.abs(exact)));
    double step = 1e-6;
    List<double[]> up = along(parameters, direction, step);
    List<double[]> down = along(parameters, direction, -step);
    double difference =
        SyntheticBlock.dot(bars, model.forward(up, false).series())
            - SyntheticBlock.dot(bars, model.forward(down, false).series());
    assertThat(difference / (2 * step)).isCloseTo(exact, within(1e-6 * Math.abs(exact)));
  }

  @Test
  void whatBarsDoNotCarryCountsAsZero() {
    SyntheticBlock block = new SyntheticBlock(31, 31, false);
    BlockModel model = block.model();
    List<double[]> parameters = block.parameters(0.05, 1);
    List<LaneSeries> some = block.bars(5, EnumSet.of(GPP, LAI));
    List<LaneSeries> all = new ArrayList<>();
    for (LaneSeries bar : some) {
      LaneSeries full =
          LaneSeries.zero(bar.lanes(), block.schedule, EnumSet.allOf(ModelSeries.class));
      bar.carried().forEach(s -> System.arraycopy(bar.of(s), 0, full.of(s), 0, bar.of(s).length));
      all.add(full);
    }
    List<double[]> expected = model.adjoint(model.forward(parameters, true), all);
    List<double[]> actual = model.adjoint(model.forward(parameters, true), some);
    assertThat(dot(actual, actual)).isPositive();
    for (int g = 0; g < actual.size(); g++) {
      assertThat(actual.get(g)).isEqualTo(expected.get(g));
    }
  }

  @Test
  void aRunWithoutDailySeriesNeverRunsTheirKernel() {
    SyntheticBlock block = new SyntheticBlock(31, 31, false);
    BlockModel without = block.model(c4 -> refusing(StageKernels.of(c4)), EnumSet.of(NEP));
    List<double[]> parameters = block.parameters(0.05, 1);
    BlockModel.Run run = without.forward(parameters, true);
    assertThat(run.series().get(0).carried()).isEqualTo(ModelSeries.monthly());
    assertThatThrownBy(() -> run.series().get(0).of(TOP_MOISTURE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("TOP_MOISTURE");
    List<LaneSeries> bars = block.bars(3, EnumSet.of(NEP));
    // the bits of a run that carries them
    assertThat(without.adjoint(run, bars).get(0))
        .isEqualTo(block.model().adjoint(block.model().forward(parameters, true), bars).get(0));
    without.tangent(parameters, block.direction(parameters, 1));
    boolean[] wanted = new boolean[LaneForcing.PARAMETERS];
    Arrays.fill(wanted, true);
    without.jacobian(parameters, wanted, EnumSet.of(NEP), (day, groups) -> {});
    List<LaneSeries> unwanted = block.bars(3, EnumSet.of(LAI));
    assertThatThrownBy(() -> without.adjoint(run, unwanted))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("LAI");
    BlockModel with = block.model(c4 -> refusing(StageKernels.of(c4)), EnumSet.of(SNOW));
    assertThatThrownBy(() -> with.forward(parameters, false))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  /** Kernels of which that of the observables cannot be run. */
  private static StageKernels refusing(StageKernels right) {
    LaneKernel refusing =
        (LaneKernel)
            Proxy.newProxyInstance(
                LaneKernel.class.getClassLoader(),
                new Class<?>[] {LaneKernel.class},
                (proxy, method, arguments) -> {
                  if (method.getReturnType() == void.class) {
                    throw new UnsupportedOperationException(method.getName());
                  }
                  return method.invoke(right.observables(), arguments);
                });
    return new StageKernels(
        right.soil(),
        right.start(),
        right.morning(),
        right.stress(),
        right.light(),
        right.night(),
        right.evening(),
        refusing,
        right.fastPool(),
        right.startPool(),
        right.amplitude());
  }

  @Test
  void aTileWithoutCarbonKeepsItsWater() {
    SyntheticBlock block = new SyntheticBlock(31, 31, false);
    List<double[]> parameters = block.parameters(0, 1);
    LaneSeries before = block.model().forward(parameters, false).series().get(0);
    block.live.get(0)[0] = 0;
    LaneSeries after = block.model().forward(parameters, false).series().get(0);
    assertThat(before.of(GPP)[0]).isNotZero();
    assertThat(after.of(GPP)[0]).isZero();
    assertThat(after.of(NEP)[0]).isZero();
    assertThat(after.of(NPP)[0]).isZero();
    assertThat(after.of(EVAPOTRANSPIRATION)).isEqualTo(before.of(EVAPOTRANSPIRATION));
    assertThat(after.of(GPP)[1]).isEqualTo(before.of(GPP)[1]);
  }

  private static List<double[]> along(List<double[]> x, List<double[]> v, double step) {
    List<double[]> moved = new ArrayList<>();
    for (int g = 0; g < x.size(); g++) {
      double[] slots = x.get(g).clone();
      for (int i = 0; i < slots.length; i++) {
        slots[i] += step * v.get(g)[i];
      }
      moved.add(slots);
    }
    return moved;
  }

  private static double dot(List<double[]> a, List<double[]> b) {
    double sum = 0;
    for (int g = 0; g < a.size(); g++) {
      for (int i = 0; i < a.get(g).length; i++) {
        sum += a.get(g)[i] * b.get(g)[i];
      }
    }
    return sum;
  }
}
