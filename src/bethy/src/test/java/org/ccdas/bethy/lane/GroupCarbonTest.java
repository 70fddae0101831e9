package org.ccdas.bethy.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ccdas.bethy.kernel.LaneKernel.LANES;
import static org.ccdas.bethy.lane.ModelSeries.EVAPOTRANSPIRATION;
import static org.ccdas.bethy.lane.ModelSeries.GPP;
import static org.ccdas.bethy.lane.ModelSeries.NEP;
import static org.ccdas.bethy.lane.ModelSeries.NPP;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.ccdas.bethy.kernel.AmplitudeKernel;
import org.ccdas.bethy.table.PlantFunctionalType;
import org.ccdas.bethy.table.PriorParameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupCarbonTest {
  private static final int TILES = 3;
  private final Schedule schedule =
      Schedule.of(
          LocalDate.of(2009, 11, 1), LocalDate.of(2010, 1, 1), LocalDate.of(2010, 12, 31), 1);
  private final double[] live = {1, 1, 1};
  private DailySeries series;
  private double[] parameters;

  @BeforeEach
  void anyYear() {
    Random random = new Random(2);
    series = DailySeries.zero(TILES, schedule);
    Arrays.setAll(series.gpp(), i -> 10 * random.nextDouble());
    Arrays.setAll(series.npp(), i -> 5 * random.nextDouble() - 0.5);
    Arrays.setAll(series.litter(), i -> 0.02 * random.nextDouble());
    Arrays.setAll(series.fastRate(), i -> 0.01 * random.nextDouble() + 1e-4);
    Arrays.setAll(series.slowShape(), i -> random.nextDouble() + 1e-3);
    Arrays.setAll(series.evapotranspiration(), i -> 4 * random.nextDouble());
    parameters = new double[LaneForcing.PARAMETERS * LANES];
    double[] prior = LaneForcing.values(PriorParameters.of(PlantFunctionalType.of(4)));
    double[] beta = {1.0, 0.6, 1.4};
    int betaSlot = AmplitudeKernel.INSTANCE.inputNames().indexOf("p.beta") - AmplitudeKernel.IN_P;
    for (int lane = 0; lane < TILES; lane++) {
      for (int c = 0; c < prior.length; c++) {
        parameters[c * LANES + lane] = prior[c];
      }
      parameters[betaSlot * LANES + lane] = beta[lane];
    }
  }

  private GroupCarbon carbon() {
    return new GroupCarbon(TILES, schedule, StageKernels.of(false), live);
  }

  @Test
  void netUptakeOfTheWindowIsTheShareThatBetaLeaves() {
    LaneSeries fluxes = carbon().fluxes(series, parameters, Map.of());
    double[] share = {0, 0.4, -0.4};
    for (int lane = 0; lane < TILES; lane++) {
      double nep = 0;
      double npp = 0;
      for (int month = 2; month < schedule.months(); month++) {
        nep += fluxes.of(NEP)[month * TILES + lane];
        npp += fluxes.of(NPP)[month * TILES + lane];
      }
      // sum NEP = (1 - beta) sum NPP   (spec 12.2)
      assertThat(nep).isCloseTo(share[lane] * npp, within(1e-9 * npp));
    }
  }

  @Test
  void monthsHoldTheDaysOfTheirCalendar() {
    LaneSeries fluxes = carbon().fluxes(series, parameters, Map.of());
    double november = 0;
    for (int day = 0; day < 30; day++) {
      november += series.gpp()[day * TILES + 1];
    }
    assertThat(fluxes.of(GPP)[1]).isCloseTo(november, within(1e-12 * november));
    double total = Arrays.stream(series.evapotranspiration()).sum();
    assertThat(Arrays.stream(fluxes.of(EVAPOTRANSPIRATION)).sum())
        .isCloseTo(total, within(1e-10 * total));
  }

  @Test
  void adjointIsTheTransposeOfTheTangent() {
    Random random = new Random(5);
    DailySeries dots = DailySeries.zero(TILES, schedule);
    for (double[] array :
        new double[][] {
          dots.gpp(),
          dots.npp(),
          dots.litter(),
          dots.fastRate(),
          dots.slowShape(),
          dots.evapotranspiration()
        }) {
      Arrays.setAll(array, i -> 1e-3 * random.nextGaussian());
    }
    double[] parameterDots = new double[parameters.length];
    for (int c = 0; c < LaneForcing.PARAMETERS; c++) {
      for (int lane = 0; lane < TILES; lane++) {
        parameterDots[c * LANES + lane] = random.nextGaussian();
      }
    }
    LaneSeries bars = LaneSeries.zero(TILES, schedule, ModelSeries.monthly());
    for (double[] array :
        new double[][] {bars.of(NEP), bars.of(GPP), bars.of(NPP), bars.of(EVAPOTRANSPIRATION)}) {
      Arrays.setAll(array, i -> random.nextGaussian());
    }
    LaneSeries tangent = carbon().tangent(series, dots, parameters, parameterDots, Map.of());
    double forward =
        dot(bars.of(NEP), tangent.of(NEP))
            + dot(bars.of(GPP), tangent.of(GPP))
            + dot(bars.of(NPP), tangent.of(NPP))
            + dot(bars.of(EVAPOTRANSPIRATION), tangent.of(EVAPOTRANSPIRATION));
    double[] parameterBars = new double[parameters.length];
    DailySeries daily = carbon().adjoint(series, parameters, bars, parameterBars);
    double back =
        dot(daily.gpp(), dots.gpp())
            + dot(daily.npp(), dots.npp())
            + dot(daily.litter(), dots.litter())
            + dot(daily.fastRate(), dots.fastRate())
            + dot(daily.slowShape(), dots.slowShape())
            + dot(daily.evapotranspiration(), dots.evapotranspiration())
            + dot(parameterBars, parameterDots);
    assertThat(forward).isNotZero();
    assertThat(back).isCloseTo(forward, within(1e-11 * Math.abs(forward)));
  }

  @Test
  void aTileWithoutCarbonGivesNoneAndTakesNoSensitivity() {
    live[1] = 0;
    LaneSeries fluxes = carbon().fluxes(series, parameters, Map.of());
    assertThat(fluxes.of(NEP)[1]).isZero();
    assertThat(fluxes.of(NEP)[0]).isNotZero();
    assertThat(fluxes.of(EVAPOTRANSPIRATION)[1]).isNotZero();
    LaneSeries bars = LaneSeries.zero(TILES, schedule, ModelSeries.monthly());
    Arrays.fill(bars.of(NEP), 1);
    DailySeries daily = carbon().adjoint(series, parameters, bars, new double[parameters.length]);
    assertThat(daily.npp()[1]).isZero();
    assertThat(daily.npp()[0]).isNotZero();
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
