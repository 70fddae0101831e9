package org.ccdas.bethy.lane;

import static org.ccdas.bethy.kernel.LaneKernel.LANES;
import static org.ccdas.bethy.lane.GroupTrajectory.STATES;
import static org.ccdas.bethy.lane.LaneForcing.PARAMETERS;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.ccdas.bethy.kernel.EveningKernel;
import org.ccdas.bethy.kernel.FastPoolKernel;

/**
 * The derivatives of the monthly fluxes of a lane group by all parameters, in one pass over the
 * days. Spec section 12.2.
 *
 * <p>The balance closes only at the end of the window: the start pool C0 and the amplitudes F and
 * A_s depend on all its days. But the pool is affine in its start, C = Z + H C0 with Z the pool
 * from zero and H = exp(-sum k_f), and what a month loses is its litter less the change of the
 * pool: sum loss = sum l - (C_end - C_start). So it is enough to keep, month by month and direction
 * by direction, sums of NPP, l, k_f and k_s and the value of dZ at its end. Not thread-safe.
 */
final class CarbonJacobian {
  private static final int NPP = 0;
  private static final int LITTER = 1;
  private static final int FAST_RATE = 2;
  private static final int SLOW_SHAPE = 3;
  private static final int GPP = 4;
  private static final int EVAPOTRANSPIRATION = 5;
  private static final int[] OUTPUTS = {
    EveningKernel.OUT_NPP,
    EveningKernel.OUT_LITTER,
    EveningKernel.OUT_FAST_RATE,
    EveningKernel.OUT_SLOW_SHAPE,
    EveningKernel.OUT_GPP,
    EveningKernel.OUT_EVAPOTRANSPIRATION
  };

  private final GroupCarbon balance;
  private final DayChain chain;
  private final Schedule schedule;
  private final int lanes;
  private final int[] components;
  private final Set<ModelSeries> wanted;

  /** Which sums are carried, rising. */
  private final int[] sums;

  /** Monthly sums of derivatives, [sum][month][direction][lane]; null where not carried. */
  private final double[][][][] monthly;

  /** NEP alone needs the pool. */
  private final boolean withPool;

  /** Derivatives of the pool from zero: now, and at the end of every month. */
  private final double[][] pool;

  private final double[][][] poolAtEnd;

  /**
   * The derivatives of each daily sum by the states, [sum][state][lane]; null where not carried.
   */
  private final double[][][] rows;

  private final double[][] poolRow = new double[STATES][LANES];
  private final double[] poolIn = new double[FastPoolKernel.INPUTS * LANES];
  private final double[] poolJac;
  private final double[] byCarbon = new double[LANES];
  private final double[] byLitter = new double[LANES];
  private final double[] byRate = new double[LANES];

  /**
   * @param chain of the days of the group
   * @param components the directions: components of the parameters, rising
   * @param wanted the monthly series whose derivatives are wanted
   */
  CarbonJacobian(
      GroupCarbon balance,
      DayChain chain,
      Schedule schedule,
      int lanes,
      int[] components,
      Set<ModelSeries> wanted) {
    int first = schedule.firstWindowStep();
    if (wanted.contains(ModelSeries.NEP)
        && first > schedule.firstCarbonStep()
        && schedule.month(first) == schedule.month(first - 1)) {
      throw new IllegalArgumentException(
          "Jacobians of monthly fluxes need a window that starts with a month");
    }
    this.balance = balance;
    this.chain = chain;
    this.schedule = schedule;
    this.lanes = lanes;
    this.components = components;
    this.wanted = wanted;
    this.sums = sums(wanted);
    this.monthly = new double[OUTPUTS.length][][][];
    this.rows = new double[OUTPUTS.length][][];
    for (int i : sums) {
      monthly[i] = new double[schedule.months()][components.length][LANES];
      rows[i] = chain.byStates(OUTPUTS[i]);
    }
    this.withPool = wanted.contains(ModelSeries.NEP);
    int pools = withPool ? components.length : 0;
    this.pool = new double[pools][LANES];
    this.poolAtEnd = new double[schedule.months()][pools][LANES];
    this.poolJac = new double[(FastPoolKernel.OUTPUTS + balance.poolPartials()) * LANES];
  }

  /** The sums that some monthly series are made of, rising. */
  private static int[] sums(Set<ModelSeries> wanted) {
    return IntStream.range(0, OUTPUTS.length)
        .filter(
            sum ->
                switch (sum) {
                  case NPP -> wanted.contains(ModelSeries.NEP) || wanted.contains(ModelSeries.NPP);
                  case GPP -> wanted.contains(ModelSeries.GPP);
                  case EVAPOTRANSPIRATION -> wanted.contains(ModelSeries.EVAPOTRANSPIRATION);
                  default -> wanted.contains(ModelSeries.NEP);
                })
        .toArray();
  }

  /** The results of the evening that some monthly series are made of. */
  static int[] outputs(Set<ModelSeries> wanted) {
    return Arrays.stream(sums(wanted)).map(sum -> OUTPUTS[sum]).toArray();
  }

  /** Bytes of the monthly sums and, for NEP, of the pool. */
  static long bytes(Schedule schedule, Set<ModelSeries> wanted) {
    int kept = sums(wanted).length + (wanted.contains(ModelSeries.NEP) ? 1 : 0);
    return (long) Double.BYTES * kept * schedule.months() * PARAMETERS * LANES;
  }

  /** Whether derivatives of any monthly series are wanted. */
  boolean isWanted() {
    return sums.length > 0;
  }

  /** Takes in a day that the chain has run: with the derivatives of the states before it. */
  void day(int step, GroupJacobian group, double[] evening) {
    int month = schedule.month(step);
    for (int d = 0; d < components.length; d++) {
      double[][] states = group.states(d);
      for (int i : sums) {
        double[] target = monthly[i][month][d];
        if (states != null) {
          LaneProducts.addRow(target, rows[i], states);
        }
        double[] direct = chain.byParameter(OUTPUTS[i], components[d]);
        if (direct != null) {
          LaneProducts.add(target, direct);
        }
      }
    }
    if (withPool) {
      poolDay(step, group, evening);
    }
  }

  private void poolDay(int step, GroupJacobian group, double[] evening) {
    if (step == schedule.firstWindowStep()) {
      // the days before the window and the window both start from C0
      for (double[] derivative : pool) {
        Arrays.fill(derivative, 0.0);
      }
      Arrays.fill(poolIn, 0.0);
    }
    advancePool(evening);
    for (int i = 0; i < STATES; i++) {
      // dZ' = (dZ'/dZ) dZ + (dZ'/dl) dl + (dZ'/dk_f) dk_f
      Arrays.fill(poolRow[i], 0.0);
      LaneProducts.add(poolRow[i], byLitter, rows[LITTER][i], byRate, rows[FAST_RATE][i]);
    }
    for (int d = 0; d < components.length; d++) {
      advancePool(d, group.states(d));
    }
    int month = schedule.month(step);
    boolean last = step + 1 == schedule.steps() || step + 1 == schedule.firstWindowStep();
    if (last || schedule.month(step + 1) != month) {
      for (int d = 0; d < components.length; d++) {
        System.arraycopy(pool[d], 0, poolAtEnd[month][d], 0, LANES);
      }
    }
  }

  /** Z of the next day, and its partial derivatives. */
  private void advancePool(double[] evening) {
    System.arraycopy(
        evening, EveningKernel.OUT_LITTER * LANES, poolIn, FastPoolKernel.IN_LITTER * LANES, LANES);
    System.arraycopy(
        evening,
        EveningKernel.OUT_FAST_RATE * LANES,
        poolIn,
        FastPoolKernel.IN_FAST_RATE * LANES,
        LANES);
    balance.poolJacobian(poolIn, poolJac, byCarbon, byLitter, byRate);
    System.arraycopy(
        poolJac,
        FastPoolKernel.OUT_CARBON * LANES,
        poolIn,
        FastPoolKernel.IN_CARBON * LANES,
        LANES);
  }

  private void advancePool(int d, double[][] states) {
    double[] derivative = pool[d];
    if (states == null) {
      LaneProducts.scale(derivative, byCarbon);
    } else {
      LaneProducts.advance(derivative, byCarbon, poolRow, states);
    }
    double[] litter = chain.byParameter(EveningKernel.OUT_LITTER, components[d]);
    if (litter != null) {
      LaneProducts.add(derivative, byLitter, litter);
    }
    double[] rate = chain.byParameter(EveningKernel.OUT_FAST_RATE, components[d]);
    if (rate != null) {
      LaneProducts.add(derivative, byRate, rate);
    }
  }

  /** After the last day: the derivatives of the monthly fluxes. */
  LaneJacobian close(DailySeries series, double[] parameters) {
    Map<ModelSeries, double[][]> derivatives = new EnumMap<>(ModelSeries.class);
    for (ModelSeries each : wanted) {
      switch (each) {
        case NEP -> derivatives.put(each, nep(balance.amplitudes(series, parameters)));
        case GPP -> derivatives.put(each, ofLiveTiles(monthly[GPP], balance.live()));
        case NPP -> derivatives.put(each, ofLiveTiles(monthly[NPP], balance.live()));
        case EVAPOTRANSPIRATION ->
            derivatives.put(each, ofLiveTiles(monthly[EVAPOTRANSPIRATION], null));
        default -> {
          // daily series have rows of their own
        }
      }
    }
    return new LaneJacobian(lanes, components, derivatives);
  }

  private double[][] nep(CarbonAmplitudes closed) {
    double[][] nep = new double[components.length][];
    for (int d = 0; d < components.length; d++) {
      nep[d] = nep(d, closed);
    }
    return nep;
  }

  private double[][] ofLiveTiles(double[][][] sum, double[] live) {
    double[][] flux = new double[components.length][schedule.months() * lanes];
    for (int d = 0; d < components.length; d++) {
      for (int month = 0; month < schedule.months(); month++) {
        for (int lane = 0; lane < lanes; lane++) {
          flux[d][month * lanes + lane] = (live == null ? 1 : live[lane]) * sum[month][d][lane];
        }
      }
    }
    return flux;
  }

  private double[] windowSum(int sum, int d) {
    double[] total = new double[LANES];
    for (int month = schedule.firstWindowMonth(); month < schedule.months(); month++) {
      LaneProducts.add(total, monthly[sum][month][d]);
    }
    return total;
  }

  private double[] nep(int d, CarbonAmplitudes closed) {
    double[] rateSum = windowSum(FAST_RATE, d);
    double[] startDot = closed.startPoolTangent(poolAtEnd[schedule.months() - 1][d], rateSum);
    CarbonAmplitudes.Tangent amplitude =
        closed.tangent(
            components[d], windowSum(NPP, d), windowSum(LITTER, d), windowSum(SLOW_SHAPE, d));
    double[] nep = new double[schedule.months() * lanes];
    double[] carbonDot = startDot;
    double[] rateDot = new double[LANES];
    for (int month = 0; month < schedule.months(); month++) {
      if (month == schedule.firstWindowMonth()) {
        carbonDot = startDot;
        rateDot = new double[LANES];
      }
      LaneProducts.add(rateDot, monthly[FAST_RATE][month][d]);
      double[] endDot = new double[LANES];
      for (int lane = 0; lane < lanes; lane++) {
        double decay = closed.decay(month, lane);
        // C = Z + H C0, H = exp(-sum k_f):  dC = dZ + H (dC0 - C0 d sum k_f)
        endDot[lane] =
            poolAtEnd[month][d][lane]
                + decay * (startDot[lane] - closed.startPool(lane) * rateDot[lane]);
        // sum loss = sum l - (C_end - C_start)
        double lossDot = monthly[LITTER][month][d][lane] - (endDot[lane] - carbonDot[lane]);
        // NEP = NPP - F loss - A_s k_s
        nep[month * lanes + lane] =
            balance.live()[lane]
                * (monthly[NPP][month][d][lane]
                    - amplitude.fast()[lane] * closed.loss(month, lane)
                    - closed.fast(lane) * lossDot
                    - amplitude.slow()[lane] * closed.slowShape(month, lane)
                    - closed.slow(lane) * monthly[SLOW_SHAPE][month][d][lane]);
      }
      carbonDot = endDot;
    }
    return nep;
  }
}
