package org.ccdas.bethy.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ccdas.bethy.kernel.LaneKernel.LANES;

import java.util.ArrayList;
import java.util.List;
import org.ccdas.bethy.process.Evening;
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

  @Test
  void kernelsOverLanesEqualThePlainModel() {
    SyntheticBlock block = new SyntheticBlock(59, 90, true);
    List<double[]> slots = block.parameters(0.05, 3);
    List<LaneFluxes> fluxes = block.model().forward(slots, false).fluxes();
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
        LaneFluxes lanes = fluxes.get(g);
        for (int month = 0; month < schedule.months(); month++) {
          int at = month * group.lanes() + lane;
          assertThat(lanes.nep()[at])
              .as("NEP of %s in cell %d, month %d", pft.code(), cell, month)
              .isCloseTo(nep[month], within(1e-11 * Math.abs(nep[month]) + 1e-9));
          assertThat(lanes.gpp()[at])
              .isCloseTo(gpp[month], within(1e-11 * Math.abs(gpp[month]) + 1e-9));
        }
        int last = schedule.steps() - 1;
        assertThat(lanes.topMoisture()[(last - schedule.firstWindowStep()) * group.lanes() + lane])
            .isCloseTo(days.get(last).state().topMoisture(), within(1e-12));
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
      List<LaneFluxes> bars = block.bars(20 + trial);
      List<LaneFluxes> dots = model.tangent(parameters, direction);
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
    List<LaneFluxes> bars = block.bars(21);
    double exact = SyntheticBlock.dot(bars, model.tangent(parameters, direction));
    double step = 1e-5;
    double plus =
        SyntheticBlock.dot(bars, model.forward(along(parameters, direction, step), false).fluxes());
    double minus =
        SyntheticBlock.dot(
            bars, model.forward(along(parameters, direction, -step), false).fluxes());
    assertThat(exact).isNotZero();
    assertThat((plus - minus) / (2 * step)).isCloseTo(exact, within(1e-6 * Math.abs(exact)));
  }

  @Test
  void aTileWithoutCarbonKeepsItsWater() {
    SyntheticBlock block = new SyntheticBlock(31, 31, false);
    List<double[]> parameters = block.parameters(0, 1);
    LaneFluxes before = block.model().forward(parameters, false).fluxes().get(0);
    block.live.get(0)[0] = 0;
    LaneFluxes after = block.model().forward(parameters, false).fluxes().get(0);
    assertThat(before.gpp()[0]).isNotZero();
    assertThat(after.gpp()[0]).isZero();
    assertThat(after.nep()[0]).isZero();
    assertThat(after.npp()[0]).isZero();
    assertThat(after.evapotranspiration()).isEqualTo(before.evapotranspiration());
    assertThat(after.gpp()[1]).isEqualTo(before.gpp()[1]);
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
