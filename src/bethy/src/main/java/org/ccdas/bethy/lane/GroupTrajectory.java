package org.ccdas.bethy.lane;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.ccdas.bethy.kernel.EveningKernel;
import org.ccdas.bethy.kernel.LaneKernel;

/**
 * What a forward run of a lane group leaves for the way back: for every step the states at its
 * start, the stress parameter and the daily sums over the points ({@link #VALUES} doubles a day and
 * tile); and the states at the end of the last step. The same shape without kept days carries the
 * sensitivities or tangents of the daily values.
 */
final class GroupTrajectory {
  /** Number of states that a tile carries from day to day. */
  static final int STATES = EveningKernel.OUT_STATE_SLOTS;

  static final int STRESS = STATES;
  static final int SUMS = STATES + 1;
  static final int SUM_COUNT = EveningKernel.IN_DAY_SLOTS;
  static final int VALUES = SUMS + SUM_COUNT;

  private final int lanes;
  private final double[][] days;
  private final DailySeries series;
  private final Map<ModelSeries, double[]> observed;

  /**
   * @param wanted the daily series that are carried
   */
  GroupTrajectory(int lanes, Schedule schedule, boolean keepDays, Set<ModelSeries> wanted) {
    this.lanes = lanes;
    this.days = keepDays ? new double[schedule.steps() + 1][] : null;
    this.series = DailySeries.zero(lanes, schedule);
    this.observed = LaneSeries.zeros(lanes, schedule, wanted);
  }

  /** Daily values or sensitivities that are there already; no days are kept. */
  GroupTrajectory(DailySeries series, Map<ModelSeries, double[]> observed) {
    this(series.lanes(), null, series, observed);
  }

  private GroupTrajectory(
      int lanes, double[][] days, DailySeries series, Map<ModelSeries, double[]> observed) {
    this.lanes = lanes;
    this.days = days;
    this.series = series;
    this.observed = observed;
  }

  /** Doubles that a run kept for its adjoint holds for every lane of a group. */
  static long keptPerLane(Schedule schedule, Set<ModelSeries> wanted) {
    return (long) VALUES * (schedule.steps() + 1)
        + (long) DailySeries.FOR_ADJOINT * schedule.carbonSteps()
        + (long) wanted.size() * schedule.windowDays();
  }

  /** The same without what the way back does not need. */
  GroupTrajectory forAdjoint() {
    return new GroupTrajectory(lanes, days, series.forAdjoint(), observed);
  }

  DailySeries series() {
    return series;
  }

  /** The daily series of the window, [day * lanes + lane]. */
  Map<ModelSeries, double[]> observed() {
    return observed;
  }

  /**
   * Keeps values first..first+count-1 of a step, read from slots of the array from {@code slot} on.
   */
  void keep(int step, int first, int count, double[] slots, int slot) {
    if (days == null) {
      return;
    }
    if (days[step] == null) {
      days[step] = new double[VALUES * lanes];
    }
    for (int i = 0; i < count; i++) {
      System.arraycopy(
          slots, (slot + i) * LaneKernel.LANES, days[step], (first + i) * lanes, lanes);
    }
  }

  /** Restores values of a step into slots from {@code slot} on. */
  void restore(int step, int first, int count, double[] slots, int slot) {
    if (days == null) {
      throw new IllegalStateException("The forward run did not keep its days");
    }
    for (int i = 0; i < count; i++) {
      System.arraycopy(
          days[step], (first + i) * lanes, slots, (slot + i) * LaneKernel.LANES, lanes);
    }
  }

  /** Keeps the daily values of a step out of the results of the evening. */
  void keepEvening(Schedule schedule, int step, double[] evening) {
    if (step >= schedule.firstCarbonStep()) {
      int at = (step - schedule.firstCarbonStep()) * lanes;
      copy(evening, EveningKernel.OUT_GPP, series.gpp(), at, lanes);
      copy(evening, EveningKernel.OUT_NPP, series.npp(), at, lanes);
      copy(evening, EveningKernel.OUT_LITTER, series.litter(), at, lanes);
      copy(evening, EveningKernel.OUT_FAST_RATE, series.fastRate(), at, lanes);
      copy(evening, EveningKernel.OUT_SLOW_SHAPE, series.slowShape(), at, lanes);
      copy(evening, EveningKernel.OUT_EVAPOTRANSPIRATION, series.evapotranspiration(), at, lanes);
    }
  }

  /** Keeps the daily series of a day of the window out of the results of the observables. */
  void keepObserved(int day, double[] observables) {
    observed.forEach((each, values) -> copy(observables, each.slot(), values, day * lanes, lanes));
  }

  /** As sensitivities: sets those of the observables of a day; of what is not carried, zero. */
  void seedObserved(int day, double[] observablesBar) {
    Arrays.fill(observablesBar, 0.0);
    observed.forEach((each, bars) -> seed(bars, day * lanes, observablesBar, each.slot(), lanes));
  }

  /** As sensitivities: sets those of the evening's results from those of the daily values. */
  void seedEvening(Schedule schedule, int step, double[] eveningBar) {
    if (step >= schedule.firstCarbonStep()) {
      int at = (step - schedule.firstCarbonStep()) * lanes;
      seed(series.gpp(), at, eveningBar, EveningKernel.OUT_GPP, lanes);
      seed(series.npp(), at, eveningBar, EveningKernel.OUT_NPP, lanes);
      seed(series.litter(), at, eveningBar, EveningKernel.OUT_LITTER, lanes);
      seed(series.fastRate(), at, eveningBar, EveningKernel.OUT_FAST_RATE, lanes);
      seed(series.slowShape(), at, eveningBar, EveningKernel.OUT_SLOW_SHAPE, lanes);
      seed(
          series.evapotranspiration(), at, eveningBar, EveningKernel.OUT_EVAPOTRANSPIRATION, lanes);
    } else {
      int first = EveningKernel.OUT_STATE + STATES;
      Arrays.fill(
          eveningBar, first * LaneKernel.LANES, EveningKernel.OUTPUTS * LaneKernel.LANES, 0.0);
    }
  }

  private static void copy(double[] slots, int slot, double[] target, int at, int lanes) {
    System.arraycopy(slots, slot * LaneKernel.LANES, target, at, lanes);
  }

  private static void seed(double[] source, int at, double[] slots, int slot, int lanes) {
    System.arraycopy(source, at, slots, slot * LaneKernel.LANES, lanes);
  }
}
