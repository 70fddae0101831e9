package org.ccdas.bethy.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccdas.bethy.kernel.LaneKernel.LANES;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.ccdas.bethy.Parameters;
import org.ccdas.bethy.lane.LaneForcing;
import org.ccdas.bethy.process.TileState;
import org.ccdas.bethy.table.Pathway;
import org.ccdas.bethy.table.PlantFunctionalType;
import org.ccdas.bethy.table.PriorParameters;
import org.ccdas.bethy.table.SoilTexture;
import org.ccdas.bethy.weather.DayWeather;
import org.ccdas.bethy.weather.SubDaily;
import org.ccdas.bethy.weather.WeatherMemory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Jacobians of all kernels of the model against their tangents, column by column, along random days
 * far outside of what is found on Earth.
 */
class KernelJacobianTest {
  private static final int TRIALS = 12;

  /** The kernels that have been checked. */
  private static final Set<LaneKernel> CHECKED = new HashSet<>();

  /** One stage with the inputs of 64 lanes. */
  private static final class Inputs {
    final LaneKernel kernel;
    final double[] in;
    final double[] work;

    Inputs(LaneKernel kernel) {
      this.kernel = kernel;
      this.in = new double[kernel.inputs() * LANES];
      this.work = new double[kernel.workspace() * LANES];
    }

    void put(int slot, int lane, double... values) {
      for (int i = 0; i < values.length; i++) {
        in[(slot + i) * LANES + lane] = values[i];
      }
    }

    /** Checks the Jacobian and gives the outputs. */
    double[] check() {
      CHECKED.add(kernel);
      double[] out = new double[kernel.outputs() * LANES];
      kernel.forward(LANES, in, out, work);
      double[] jac = new double[(kernel.outputs() + kernel.partials()) * LANES];
      kernel.jacobian(LANES, in, jac, work);
      assertThat(Arrays.copyOf(jac, out.length)).as("values").containsExactly(out);
      for (int input = 0; input < kernel.inputs(); input++) {
        if (kernel.active(input)) {
          checkColumn(input, jac);
        }
      }
      return out;
    }

    private void checkColumn(int input, double[] jac) {
      double[] direction = new double[in.length];
      Arrays.fill(direction, input * LANES, (input + 1) * LANES, 1.0);
      double[] tangent = new double[kernel.outputs() * LANES];
      kernel.tangent(LANES, in, direction, tangent, work);
      double[] column = new double[tangent.length];
      for (int k = 0; k < kernel.partials(); k++) {
        if (kernel.partialInput(k) == input) {
          int from = (kernel.outputs() + k) * LANES;
          System.arraycopy(jac, from, column, kernel.partialOutput(k) * LANES, LANES);
        }
      }
      for (int i = 0; i < column.length; i++) {
        String place =
            kernel.outputNames().get(i / LANES) + " by " + kernel.inputNames().get(input);
        assertThat(column[i]).as(place).isFinite();
        double error = Math.abs(column[i] - tangent[i]);
        // where terms cancel, rounding is of the size of the terms: that of the largest of the
        // column, or of the value's relative change
        double size = 0;
        for (int output = 0; output < kernel.outputs(); output++) {
          size = Math.max(size, Math.abs(tangent[output * LANES + i % LANES]));
        }
        double change =
            (Math.abs(jac[i]) + 1e-10) / (Math.abs(in[input * LANES + i % LANES]) + 1e-3);
        assertThat(error)
            .as(place)
            .isLessThanOrEqualTo(1e-9 * Math.abs(tangent[i]) + 1e-11 * size + 1e-13 * change);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Pathway.class)
  void columnsAreTangents(Pathway pathway) {
    SplittableRandom random = new SplittableRandom(7 + pathway.ordinal());
    boolean c4 = pathway == Pathway.C4;
    for (int trial = 0; trial < TRIALS; trial++) {
      checkDay(c4, random);
    }
  }

  @AfterAll
  static void everyKernelIsChecked() {
    assertThat(CHECKED).containsExactlyInAnyOrderElementsOf(KernelRegistry.ALL);
  }

  private static void checkDay(boolean c4, SplittableRandom random) {
    Inputs soil = new Inputs(SoilConstantsKernel.INSTANCE);
    Inputs first = new Inputs(StartStateKernel.INSTANCE);
    Inputs morning = new Inputs(MorningKernel.INSTANCE);
    Inputs stress = new Inputs(c4 ? StressC4.INSTANCE : StressC3.INSTANCE);
    Inputs light = new Inputs(c4 ? LightC4.INSTANCE : LightC3.INSTANCE);
    Inputs night = new Inputs(c4 ? NightC4.INSTANCE : NightC3.INSTANCE);
    Inputs evening = new Inputs(EveningKernel.INSTANCE);
    Inputs observables = new Inputs(ObservablesKernel.INSTANCE);
    for (int lane = 0; lane < LANES; lane++) {
      PlantFunctionalType pft = c4 ? PlantFunctionalType.of(10) : c3(random);
      double[] p = LaneForcing.values(Parameters.random(PriorParameters.of(pft), 4, random));
      SoilTexture texture = SoilTexture.of(1 + random.nextInt(6));
      double[] t = LaneForcing.values(pft.traits(texture));
      DayWeather weather = weather(random);
      double[] d = LaneForcing.values(weather.day());
      double[] s = LaneForcing.values(state(pft.traits(texture).porosity(), random));
      soil.put(SoilConstantsKernel.IN_P, lane, p);
      soil.put(SoilConstantsKernel.IN_T, lane, t);
      first.put(StartStateKernel.IN_P, lane, p);
      first.put(StartStateKernel.IN_T, lane, t);
      morning.put(MorningKernel.IN_S, lane, s);
      morning.put(MorningKernel.IN_P, lane, p);
      morning.put(MorningKernel.IN_T, lane, t);
      morning.put(MorningKernel.IN_D, lane, d);
      stress.put(StressC3.IN_P, lane, p);
      stress.put(StressC3.IN_T, lane, t);
      stress.put(StressC3.IN_D, lane, d);
      stress.put(StressC3.IN_F, lane, LaneForcing.values(weather.stress()));
      light.put(LightC3.IN_P, lane, p);
      light.put(LightC3.IN_T, lane, t);
      light.put(LightC3.IN_D, lane, d);
      int point = random.nextInt(weather.light().length);
      light.put(LightC3.IN_F, lane, LaneForcing.values(weather.light()[point]));
      night.put(NightC3.IN_P, lane, p);
      night.put(NightC3.IN_T, lane, t);
      night.put(NightC3.IN_D, lane, d);
      night.put(NightC3.IN_F, lane, LaneForcing.values(weather.night()[0]));
      evening.put(EveningKernel.IN_S, lane, s);
      evening.put(EveningKernel.IN_P, lane, p);
      evening.put(EveningKernel.IN_T, lane, t);
      evening.put(EveningKernel.IN_D, lane, d);
      observables.put(ObservablesKernel.IN_S, lane, s);
      observables.put(ObservablesKernel.IN_P, lane, p);
      observables.put(ObservablesKernel.IN_T, lane, t);
    }
    double[] constants = soil.check();
    pass(constants, first, StartStateKernel.IN_SOIL);
    first.check();
    pass(constants, morning, MorningKernel.IN_SOIL);
    pass(constants, evening, EveningKernel.IN_SOIL);
    pass(constants, observables, ObservablesKernel.IN_SOIL);
    observables.check();
    double[] start = morning.check();
    pass(start, stress, StressC3.IN_M);
    pass(start, light, LightC3.IN_M);
    pass(start, night, NightC3.IN_M);
    pass(start, evening, EveningKernel.IN_M);
    pass(stress.check(), light, LightC3.IN_STRESS);
    pass(light.check(), evening, EveningKernel.IN_DAY);
    night.check();
    checkCarbon(evening.check(), soil, random);
  }

  private static void checkCarbon(double[] evening, Inputs soil, SplittableRandom random) {
    Inputs pool = new Inputs(FastPoolKernel.INSTANCE);
    Inputs start = new Inputs(StartPoolKernel.INSTANCE);
    Inputs amplitude = new Inputs(AmplitudeKernel.INSTANCE);
    System.arraycopy(
        soil.in,
        SoilConstantsKernel.IN_P * LANES,
        amplitude.in,
        AmplitudeKernel.IN_P * LANES,
        LaneForcing.PARAMETERS * LANES);
    for (int lane = 0; lane < LANES; lane++) {
      double rate = evening[EveningKernel.OUT_FAST_RATE * LANES + lane];
      pool.put(FastPoolKernel.IN_CARBON, lane, 10 * random.nextDouble());
      pool.put(FastPoolKernel.IN_LITTER, lane, evening[EveningKernel.OUT_LITTER * LANES + lane]);
      pool.put(FastPoolKernel.IN_FAST_RATE, lane, rate);
      start.put(StartPoolKernel.IN_END_FROM_ZERO, lane, 5 * random.nextDouble());
      start.put(StartPoolKernel.IN_FAST_RATE_SUM, lane, 2000 * rate);
      amplitude.put(AmplitudeKernel.IN_NPP_SUM, lane, edge(random, -500, 5000));
      amplitude.put(AmplitudeKernel.IN_LITTER_SUM, lane, edge(random, 0.1, 50));
      amplitude.put(AmplitudeKernel.IN_SLOW_SHAPE_SUM, lane, edge(random, 1, 5000));
    }
    pool.check();
    start.check();
    amplitude.check();
  }

  private static void pass(double[] out, Inputs to, int slot) {
    System.arraycopy(out, 0, to.in, slot * LANES, out.length);
  }

  private static PlantFunctionalType c3(SplittableRandom random) {
    int number = 1 + random.nextInt(12);
    return PlantFunctionalType.of(number < 10 ? number : number + 1);
  }

  private static TileState state(double porosity, SplittableRandom random) {
    double lai = edge(random, 0, 7);
    return new TileState(
        edge(random, 0, porosity),
        edge(random, 0, porosity),
        edge(random, 0, 1000),
        lai,
        edge(random, 0, 7),
        lai + edge(random, 0, 7 - lai));
  }

  private static DayWeather weather(SplittableRandom random) {
    double mean = edge(random, -60, 50);
    double range = edge(random, 0, 30);
    return DayWeather.of(
        SubDaily.QUADRATURE,
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
