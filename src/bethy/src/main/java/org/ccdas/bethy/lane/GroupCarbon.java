package org.ccdas.bethy.lane;

import static org.ccdas.bethy.kernel.LaneKernel.LANES;
import static org.ccdas.bethy.lane.LaneForcing.PARAMETERS;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.ccdas.bethy.kernel.AmplitudeKernel;
import org.ccdas.bethy.kernel.FastPoolKernel;
import org.ccdas.bethy.kernel.LaneKernel;
import org.ccdas.bethy.kernel.StartPoolKernel;

/**
 * Heterotrophic respiration of a lane group from its daily series, closed over the window, and the
 * monthly fluxes. Spec section 12.2: not local in time, therefore done after the run; linear in its
 * long sums, so its adjoint is written out here around the generated kernels of its three nonlinear
 * steps. Not thread-safe.
 */
final class GroupCarbon {
  private final int lanes;
  private final Schedule schedule;
  private final int window;
  private final LaneKernel pool;
  private final LaneKernel startPool;
  private final LaneKernel amplitude;
  private final StageKernels kernels;
  private final double[] work;
  private final double[] live;

  /**
   * @param live for each lane 1, or 0 for a tile without carbon (spec 12.2), whose carbon fluxes
   *     are zero
   */
  GroupCarbon(int lanes, Schedule schedule, StageKernels kernels, double[] live) {
    this.lanes = lanes;
    this.schedule = schedule;
    this.window = schedule.firstWindowStep() - schedule.firstCarbonStep();
    this.pool = kernels.fastPool();
    this.startPool = kernels.startPool();
    this.amplitude = kernels.amplitude();
    this.kernels = kernels;
    this.work = new double[kernels.workspace() * LANES];
    this.live = live.clone();
  }

  /** The carbon state of a closed run, kept for tangent and adjoint. */
  private static final class Closed {
    /** Fast pool at the start of every kept step: of the run from zero, and of the periodic run. */
    double[] fromZero;

    double[] periodic;
    double[] loss;
    final double[] startIn = new double[StartPoolKernel.INPUTS * LANES];
    final double[] startOut = new double[StartPoolKernel.OUTPUTS * LANES];
    final double[] amplitudeIn = new double[AmplitudeKernel.INPUTS * LANES];
    final double[] amplitudeOut = new double[AmplitudeKernel.OUTPUTS * LANES];
  }

  /**
   * Monthly fluxes of the group.
   *
   * @param observed daily series that the result carries besides, as they are
   */
  LaneSeries fluxes(DailySeries series, double[] parameters, Map<ModelSeries, double[]> observed) {
    Closed closed = close(series, parameters);
    LaneSeries fluxes = empty(observed);
    double[] monthlyNep = fluxes.of(ModelSeries.NEP);
    double[] monthlyGpp = fluxes.of(ModelSeries.GPP);
    double[] monthlyNpp = fluxes.of(ModelSeries.NPP);
    double[] monthlyWater = fluxes.of(ModelSeries.EVAPOTRANSPIRATION);
    int steps = schedule.carbonSteps();
    for (int k = 0; k < steps; k++) {
      int month = schedule.month(schedule.firstCarbonStep() + k) * lanes;
      for (int lane = 0; lane < lanes; lane++) {
        int at = k * lanes + lane;
        double fast = closed.amplitudeOut[AmplitudeKernel.OUT_FAST * LANES + lane];
        double slow = closed.amplitudeOut[AmplitudeKernel.OUT_SLOW * LANES + lane];
        // NEP = NPP - R_f - R_s, R_f = F loss, R_s = A_s k_s
        double nep = series.npp()[at] - fast * closed.loss[at] - slow * series.slowShape()[at];
        monthlyNep[month + lane] += live[lane] * nep;
        monthlyGpp[month + lane] += live[lane] * series.gpp()[at];
        monthlyNpp[month + lane] += live[lane] * series.npp()[at];
        monthlyWater[month + lane] += series.evapotranspiration()[at];
      }
    }
    return fluxes;
  }

  private LaneSeries empty(Map<ModelSeries, double[]> observed) {
    Map<ModelSeries, double[]> values = new EnumMap<>(ModelSeries.class);
    values.putAll(LaneSeries.zeros(lanes, schedule, ModelSeries.monthly()));
    values.putAll(observed);
    return new LaneSeries(lanes, values);
  }

  private Closed close(DailySeries series, double[] parameters) {
    Closed closed = new Closed();
    double[] in = new double[FastPoolKernel.INPUTS * LANES];
    double[] out = new double[FastPoolKernel.OUTPUTS * LANES];
    int steps = schedule.carbonSteps();
    // b = end value from C = 0;  C0 = b/(1 - exp(-sum k_f))
    closed.fromZero = new double[steps * lanes];
    sweep(series, window, steps, in, out, closed.fromZero, null);
    System.arraycopy(
        in,
        FastPoolKernel.IN_CARBON * LANES,
        closed.startIn,
        StartPoolKernel.IN_END_FROM_ZERO * LANES,
        LANES);
    windowSum(series.fastRate(), closed.startIn, StartPoolKernel.IN_FAST_RATE_SUM);
    startPool.forward(lanes, closed.startIn, closed.startOut, work);
    System.arraycopy(
        parameters, 0, closed.amplitudeIn, AmplitudeKernel.IN_P * LANES, PARAMETERS * LANES);
    windowSum(series.npp(), closed.amplitudeIn, AmplitudeKernel.IN_NPP_SUM);
    windowSum(series.litter(), closed.amplitudeIn, AmplitudeKernel.IN_LITTER_SUM);
    windowSum(series.slowShape(), closed.amplitudeIn, AmplitudeKernel.IN_SLOW_SHAPE_SUM);
    amplitude.forward(lanes, closed.amplitudeIn, closed.amplitudeOut, work);
    // both the days before the window and the window start from C0
    closed.periodic = new double[steps * lanes];
    closed.loss = new double[steps * lanes];
    setCarbon(in, closed.startOut);
    sweep(series, 0, window, in, out, closed.periodic, closed.loss);
    setCarbon(in, closed.startOut);
    sweep(series, window, steps, in, out, closed.periodic, closed.loss);
    return closed;
  }

  // ------------------------------------------------------------------ for Jacobians

  /** For each lane 1, or 0 for a tile without carbon. */
  double[] live() {
    return live;
  }

  /** The components of the parameters that the balance itself depends on. */
  IntStream ownParameters() {
    return IntStream.range(0, amplitude.partials())
        .map(k -> amplitude.partialInput(k) - AmplitudeKernel.IN_P)
        .filter(component -> component >= 0 && component < PARAMETERS)
        .distinct();
  }

  /** Number of partial derivatives of a day of the fast pool. */
  int poolPartials() {
    return pool.partials();
  }

  /**
   * A day of the fast pool.
   *
   * @param in pool, litter and rate
   * @param jac receives values and partial derivatives
   * @param byCarbon receives the derivative of the pool by the pool before; the others likewise
   */
  void poolJacobian(
      double[] in, double[] jac, double[] byCarbon, double[] byLitter, double[] byRate) {
    Arrays.fill(jac, 0.0);
    pool.jacobian(lanes, in, jac, work);
    for (int k = 0; k < pool.partials(); k++) {
      if (pool.partialOutput(k) == FastPoolKernel.OUT_CARBON) {
        double[] target =
            switch (pool.partialInput(k)) {
              case FastPoolKernel.IN_CARBON -> byCarbon;
              case FastPoolKernel.IN_LITTER -> byLitter;
              default -> byRate;
            };
        System.arraycopy(jac, (pool.outputs() + k) * LANES, target, 0, LANES);
      }
    }
  }

  /** The closed balance by month, with the partial derivatives of its results. */
  CarbonAmplitudes amplitudes(DailySeries series, double[] parameters) {
    Closed closed = close(series, parameters);
    double[] startJac = jacobian(startPool, closed.startIn);
    double[] amplitudeJac = jacobian(amplitude, closed.amplitudeIn);
    double[][] decay = new double[schedule.months()][lanes];
    double[][] loss = new double[schedule.months()][lanes];
    double[][] slowShape = new double[schedule.months()][lanes];
    double[] rateSum = new double[lanes];
    for (int k = 0; k < schedule.carbonSteps(); k++) {
      int month = schedule.month(schedule.firstCarbonStep() + k);
      if (k == window) {
        Arrays.fill(rateSum, 0.0);
      }
      for (int lane = 0; lane < lanes; lane++) {
        int at = k * lanes + lane;
        rateSum[lane] += series.fastRate()[at];
        decay[month][lane] = rateSum[lane];
        loss[month][lane] += closed.loss[at];
        slowShape[month][lane] += series.slowShape()[at];
      }
    }
    for (double[] month : decay) {
      Arrays.setAll(month, lane -> Math.exp(-month[lane]));
    }
    return new CarbonAmplitudes(kernels, startJac, amplitudeJac, decay, loss, slowShape);
  }

  private double[] jacobian(LaneKernel kernel, double[] in) {
    double[] jac = new double[(kernel.outputs() + kernel.partials()) * LANES];
    kernel.jacobian(lanes, in, jac, work);
    return jac;
  }

  // ------------------------------------------------------------------ forward

  private static void setCarbon(double[] in, double[] startOut) {
    System.arraycopy(startOut, 0, in, FastPoolKernel.IN_CARBON * LANES, LANES);
  }

  /** Runs the pool from the carbon in {@code in}, where the carbon of the end is left. */
  private void sweep(
      DailySeries series,
      int from,
      int to,
      double[] in,
      double[] out,
      double[] carbon,
      double[] loss) {
    for (int k = from; k < to; k++) {
      int at = k * lanes;
      System.arraycopy(in, FastPoolKernel.IN_CARBON * LANES, carbon, at, lanes);
      System.arraycopy(series.litter(), at, in, FastPoolKernel.IN_LITTER * LANES, lanes);
      System.arraycopy(series.fastRate(), at, in, FastPoolKernel.IN_FAST_RATE * LANES, lanes);
      pool.forward(lanes, in, out, work);
      if (loss != null) {
        System.arraycopy(out, FastPoolKernel.OUT_LOSS * LANES, loss, at, lanes);
      }
      System.arraycopy(
          out, FastPoolKernel.OUT_CARBON * LANES, in, FastPoolKernel.IN_CARBON * LANES, lanes);
    }
  }

  private void windowSum(double[] daily, double[] slots, int slot) {
    for (int k = window; k < schedule.carbonSteps(); k++) {
      for (int lane = 0; lane < lanes; lane++) {
        slots[slot * LANES + lane] += daily[k * lanes + lane];
      }
    }
  }

  /** Tangent of {@link #fluxes}. */
  LaneSeries tangent(
      DailySeries series,
      DailySeries dots,
      double[] parameters,
      double[] parameterDots,
      Map<ModelSeries, double[]> observedDots) {
    Closed closed = close(series, parameters);
    double[] in = new double[FastPoolKernel.INPUTS * LANES];
    double[] inDot = new double[in.length];
    double[] outDot = new double[FastPoolKernel.OUTPUTS * LANES];
    int steps = schedule.carbonSteps();
    sweepTangent(series, dots, window, steps, closed.fromZero, in, inDot, outDot, null);
    double[] startInDot = new double[closed.startIn.length];
    double[] startDot = new double[closed.startOut.length];
    System.arraycopy(
        inDot,
        FastPoolKernel.IN_CARBON * LANES,
        startInDot,
        StartPoolKernel.IN_END_FROM_ZERO * LANES,
        LANES);
    windowSum(dots.fastRate(), startInDot, StartPoolKernel.IN_FAST_RATE_SUM);
    startPool.tangent(lanes, closed.startIn, startInDot, startDot, work);
    double[] amplitudeInDot = new double[closed.amplitudeIn.length];
    double[] amplitudeDot = new double[closed.amplitudeOut.length];
    System.arraycopy(
        parameterDots, 0, amplitudeInDot, AmplitudeKernel.IN_P * LANES, PARAMETERS * LANES);
    windowSum(dots.npp(), amplitudeInDot, AmplitudeKernel.IN_NPP_SUM);
    windowSum(dots.litter(), amplitudeInDot, AmplitudeKernel.IN_LITTER_SUM);
    windowSum(dots.slowShape(), amplitudeInDot, AmplitudeKernel.IN_SLOW_SHAPE_SUM);
    amplitude.tangent(lanes, closed.amplitudeIn, amplitudeInDot, amplitudeDot, work);
    double[] lossDot = new double[closed.loss.length];
    setCarbon(inDot, startDot);
    sweepTangent(series, dots, 0, window, closed.periodic, in, inDot, outDot, lossDot);
    setCarbon(inDot, startDot);
    sweepTangent(series, dots, window, steps, closed.periodic, in, inDot, outDot, lossDot);

    LaneSeries fluxes = empty(observedDots);
    double[] monthlyNep = fluxes.of(ModelSeries.NEP);
    double[] monthlyGpp = fluxes.of(ModelSeries.GPP);
    double[] monthlyNpp = fluxes.of(ModelSeries.NPP);
    double[] monthlyWater = fluxes.of(ModelSeries.EVAPOTRANSPIRATION);
    for (int k = 0; k < steps; k++) {
      int month = schedule.month(schedule.firstCarbonStep() + k) * lanes;
      for (int lane = 0; lane < lanes; lane++) {
        int at = k * lanes + lane;
        int fast = AmplitudeKernel.OUT_FAST * LANES + lane;
        int slow = AmplitudeKernel.OUT_SLOW * LANES + lane;
        double nepDot =
            dots.npp()[at]
                - amplitudeDot[fast] * closed.loss[at]
                - closed.amplitudeOut[fast] * lossDot[at]
                - amplitudeDot[slow] * series.slowShape()[at]
                - closed.amplitudeOut[slow] * dots.slowShape()[at];
        monthlyNep[month + lane] += live[lane] * nepDot;
        monthlyGpp[month + lane] += live[lane] * dots.gpp()[at];
        monthlyNpp[month + lane] += live[lane] * dots.npp()[at];
        monthlyWater[month + lane] += dots.evapotranspiration()[at];
      }
    }
    return fluxes;
  }

  private void sweepTangent(
      DailySeries series,
      DailySeries dots,
      int from,
      int to,
      double[] carbon,
      double[] in,
      double[] inDot,
      double[] outDot,
      double[] lossDot) {
    for (int k = from; k < to; k++) {
      int at = k * lanes;
      setStep(series, k, carbon, in);
      System.arraycopy(dots.litter(), at, inDot, FastPoolKernel.IN_LITTER * LANES, lanes);
      System.arraycopy(dots.fastRate(), at, inDot, FastPoolKernel.IN_FAST_RATE * LANES, lanes);
      pool.tangent(lanes, in, inDot, outDot, work);
      if (lossDot != null) {
        System.arraycopy(outDot, FastPoolKernel.OUT_LOSS * LANES, lossDot, at, lanes);
      }
      System.arraycopy(
          outDot,
          FastPoolKernel.OUT_CARBON * LANES,
          inDot,
          FastPoolKernel.IN_CARBON * LANES,
          lanes);
    }
  }

  private void setStep(DailySeries series, int k, double[] carbon, double[] in) {
    int at = k * lanes;
    System.arraycopy(carbon, at, in, FastPoolKernel.IN_CARBON * LANES, lanes);
    System.arraycopy(series.litter(), at, in, FastPoolKernel.IN_LITTER * LANES, lanes);
    System.arraycopy(series.fastRate(), at, in, FastPoolKernel.IN_FAST_RATE * LANES, lanes);
  }

  /**
   * Adjoint of {@link #fluxes}.
   *
   * @param bars sensitivities of monthly fluxes; those that are not carried count as zero
   * @param parameterBars is added to, [parameter][lane] as slots
   * @return sensitivities of the daily series
   */
  DailySeries adjoint(
      DailySeries series, double[] parameters, LaneSeries bars, double[] parameterBars) {
    double[] nepBars = orZero(bars, ModelSeries.NEP);
    double[] gppBars = orZero(bars, ModelSeries.GPP);
    double[] nppBars = orZero(bars, ModelSeries.NPP);
    double[] waterBars = orZero(bars, ModelSeries.EVAPOTRANSPIRATION);
    Closed closed = close(series, parameters);
    int steps = schedule.carbonSteps();
    DailySeries daily = DailySeries.zero(lanes, schedule);
    double[] lossBar = new double[steps * lanes];
    double[] amplitudeBar = new double[closed.amplitudeOut.length];
    for (int k = 0; k < steps; k++) {
      int month = schedule.month(schedule.firstCarbonStep() + k) * lanes;
      for (int lane = 0; lane < lanes; lane++) {
        int at = k * lanes + lane;
        int fast = AmplitudeKernel.OUT_FAST * LANES + lane;
        int slow = AmplitudeKernel.OUT_SLOW * LANES + lane;
        double nepBar = live[lane] * nepBars[month + lane];
        daily.npp()[at] = nepBar + live[lane] * nppBars[month + lane];
        daily.gpp()[at] = live[lane] * gppBars[month + lane];
        daily.evapotranspiration()[at] = waterBars[month + lane];
        daily.slowShape()[at] = -closed.amplitudeOut[slow] * nepBar;
        lossBar[at] = -closed.amplitudeOut[fast] * nepBar;
        amplitudeBar[fast] -= closed.loss[at] * nepBar;
        amplitudeBar[slow] -= series.slowShape()[at] * nepBar;
      }
    }
    double[] in = new double[FastPoolKernel.INPUTS * LANES];
    double[] carbonBar = new double[LANES];
    double[] startBar = new double[StartPoolKernel.OUTPUTS * LANES];
    sweepBack(series, window, steps, closed.periodic, lossBar, in, carbonBar, daily);
    addLanes(carbonBar, startBar);
    Arrays.fill(carbonBar, 0.0);
    sweepBack(series, 0, window, closed.periodic, lossBar, in, carbonBar, daily);
    addLanes(carbonBar, startBar);

    double[] amplitudeInBar = new double[closed.amplitudeIn.length];
    amplitude.adjoint(lanes, closed.amplitudeIn, amplitudeBar, amplitudeInBar, work);
    for (int i = 0; i < PARAMETERS * LANES; i++) {
      parameterBars[i] += amplitudeInBar[AmplitudeKernel.IN_P * LANES + i];
    }
    addWindow(amplitudeInBar, AmplitudeKernel.IN_NPP_SUM, daily.npp());
    addWindow(amplitudeInBar, AmplitudeKernel.IN_LITTER_SUM, daily.litter());
    addWindow(amplitudeInBar, AmplitudeKernel.IN_SLOW_SHAPE_SUM, daily.slowShape());

    double[] startInBar = new double[closed.startIn.length];
    startPool.adjoint(lanes, closed.startIn, startBar, startInBar, work);
    addWindow(startInBar, StartPoolKernel.IN_FAST_RATE_SUM, daily.fastRate());
    System.arraycopy(startInBar, StartPoolKernel.IN_END_FROM_ZERO * LANES, carbonBar, 0, LANES);
    sweepBack(series, window, steps, closed.fromZero, null, in, carbonBar, daily);
    return daily;
  }

  private double[] orZero(LaneSeries bars, ModelSeries series) {
    return bars.has(series) ? bars.of(series) : new double[schedule.months() * lanes];
  }

  /**
   * Back over the pool; {@code carbonBar} holds the sensitivity of the carbon at the end, then
   * start.
   */
  private void sweepBack(
      DailySeries series,
      int from,
      int to,
      double[] carbon,
      double[] lossBar,
      double[] in,
      double[] carbonBar,
      DailySeries daily) {
    double[] outBar = new double[FastPoolKernel.OUTPUTS * LANES];
    double[] inBar = new double[FastPoolKernel.INPUTS * LANES];
    for (int k = to - 1; k >= from; k--) {
      int at = k * lanes;
      setStep(series, k, carbon, in);
      System.arraycopy(carbonBar, 0, outBar, FastPoolKernel.OUT_CARBON * LANES, lanes);
      if (lossBar != null) {
        System.arraycopy(lossBar, at, outBar, FastPoolKernel.OUT_LOSS * LANES, lanes);
      }
      Arrays.fill(inBar, 0.0);
      pool.adjoint(lanes, in, outBar, inBar, work);
      System.arraycopy(inBar, FastPoolKernel.IN_CARBON * LANES, carbonBar, 0, lanes);
      for (int lane = 0; lane < lanes; lane++) {
        daily.litter()[at + lane] += inBar[FastPoolKernel.IN_LITTER * LANES + lane];
        daily.fastRate()[at + lane] += inBar[FastPoolKernel.IN_FAST_RATE * LANES + lane];
      }
    }
  }

  private static void addLanes(double[] from, double[] to) {
    for (int lane = 0; lane < LANES; lane++) {
      to[lane] += from[lane];
    }
  }

  private void addWindow(double[] slots, int slot, double[] daily) {
    for (int k = window; k < schedule.carbonSteps(); k++) {
      for (int lane = 0; lane < lanes; lane++) {
        daily[k * lanes + lane] += slots[slot * LANES + lane];
      }
    }
  }
}
