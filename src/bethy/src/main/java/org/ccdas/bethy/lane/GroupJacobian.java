package org.ccdas.bethy.lane;

import static org.ccdas.bethy.kernel.LaneKernel.LANES;
import static org.ccdas.bethy.lane.GroupTrajectory.STATES;
import static org.ccdas.bethy.lane.LaneForcing.PARAMETERS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ccdas.bethy.kernel.EveningKernel;
import org.ccdas.bethy.kernel.SoilConstantsKernel;

/**
 * Carries the derivatives of the states of a lane group by all its parameters from day to day: S'
 * <- J S + J_p, where the Jacobian of the day is dropped when the day is done. Not thread-safe.
 */
final class GroupJacobian {
  private final GroupModel model;
  private final DayChain chain;
  private final Schedule schedule;
  private final CarbonJacobian carbon;
  private final ObservedRows observed;

  /** Directions that reach the states, and all: components of the parameters, rising. */
  private final int[] stateDirections;

  private final int[] directions;

  /** For each of all directions its place among those of the states, or -1. */
  private final int[] stateOf;

  /** [state direction][state * 64 + lane], now and at the end of the day. */
  private double[][] states;

  private double[][] next;

  /** The Jacobian of the evening's states by those before: slot 6 k + i. */
  private final double[] square = new double[STATES * STATES * LANES];

  /**
   * @param model the group, in a run of {@link GroupModel#beginJacobian}
   * @param wanted for each component of the parameters whether derivatives by it are wanted
   * @param monthly the monthly series whose derivatives are wanted
   */
  GroupJacobian(
      GroupModel model,
      Schedule schedule,
      GroupCarbon balance,
      boolean[] wanted,
      Set<ModelSeries> monthly) {
    this.model = model;
    this.schedule = schedule;
    this.chain = model.chain();
    TreeSet<Integer> reachStates = new TreeSet<>();
    for (int k = 0; k < STATES; k++) {
      collect(chain.result(EveningKernel.OUT_STATE_TOP_MOISTURE + k), wanted, reachStates);
    }
    TreeSet<Integer> reach = new TreeSet<>(reachStates);
    for (int output : CarbonJacobian.outputs(monthly)) {
      collect(chain.result(output), wanted, reach);
    }
    if (monthly.contains(ModelSeries.NEP)) {
      balance.ownParameters().filter(component -> wanted[component]).forEach(reach::add);
    }
    this.stateDirections = reachStates.stream().mapToInt(c -> c).toArray();
    this.directions = reach.stream().mapToInt(c -> c).toArray();
    this.stateOf = new int[directions.length];
    List<Integer> order = new ArrayList<>(reachStates);
    for (int d = 0; d < directions.length; d++) {
      stateOf[d] = order.indexOf(directions[d]);
    }
    this.states = new double[stateDirections.length][STATES * LANES];
    this.next = new double[stateDirections.length][STATES * LANES];
    this.carbon = new CarbonJacobian(balance, schedule, model.group().lanes(), directions, monthly);
    this.observed = new ObservedRows(model.observables(), chain, wanted, stateDirections);
  }

  private static void collect(
      Map<Integer, double[]> row, boolean[] wanted, TreeSet<Integer> components) {
    for (int variable : row.keySet()) {
      if (variable >= STATES && wanted[variable - STATES]) {
        components.add(variable - STATES);
      }
    }
  }

  /** After the group's {@code beginJacobian}: the derivatives of the start values. */
  void begin() {
    chain.begin();
    Map<Integer, double[]> capacity = chain.soil(SoilConstantsKernel.OUT_FIELD_CAPACITY);
    Map<Integer, double[]> wilting = chain.soil(SoilConstantsKernel.OUT_WILTING_POINT);
    for (int d = 0; d < stateDirections.length; d++) {
      double[] start = states[d];
      for (Map<Integer, double[]> row : List.of(capacity, wilting)) {
        double[] derivative = row.get(STATES + stateDirections[d]);
        for (int lane = 0; derivative != null && lane < LANES; lane++) {
          // theta1 = theta2 = (theta_fc + theta_wp)/2   (13.2)
          start[lane] += 0.5 * derivative[lane];
          start[LANES + lane] += 0.5 * derivative[lane];
        }
      }
    }
  }

  /** After the model's day: takes its Jacobian in. */
  void day(int step) {
    boolean withFluxes = carbon.isWanted() && step >= schedule.firstCarbonStep();
    chain.run(withFluxes);
    if (withFluxes) {
      carbon.day(step, this, model.evening());
    }
    for (int k = 0; k < STATES; k++) {
      row(EveningKernel.OUT_STATE_TOP_MOISTURE + k, square, k * STATES);
    }
    for (int d = 0; d < stateDirections.length; d++) {
      double[] target = next[d];
      for (int k = 0; k < STATES; k++) {
        double[] direct =
            chain.result(EveningKernel.OUT_STATE_TOP_MOISTURE + k).get(STATES + stateDirections[d]);
        if (direct == null) {
          Arrays.fill(target, k * LANES, (k + 1) * LANES, 0.0);
        } else {
          System.arraycopy(direct, 0, target, k * LANES, LANES);
        }
      }
      // dS'/dp = (dS'/dS) dS/dp + dS'/dp at fixed S
      LaneProducts.addSquare(target, square, states[d]);
    }
    double[][] done = states;
    states = next;
    next = done;
    if (step >= schedule.firstWindowStep()) {
      observed.day(states);
    }
  }

  /**
   * Copies the derivatives of a result of the evening by the six states to slots of a target; zero
   * where there is none.
   */
  void row(int output, double[] target, int slot) {
    Map<Integer, double[]> row = chain.result(output);
    for (int i = 0; i < STATES; i++) {
      double[] entry = row.get(i);
      if (entry != null) {
        System.arraycopy(entry, 0, target, (slot + i) * LANES, LANES);
      }
    }
  }

  /** The derivative of a result of the evening by a direction at fixed states; null when none. */
  double[] direct(int output, int direction) {
    return chain.result(output).get(STATES + directions[direction]);
  }

  /** The derivatives of the six states at the start of the day by a direction; null when none. */
  double[] states(int direction) {
    return stateOf[direction] < 0 ? null : states[stateOf[direction]];
  }

  /** The daily series at the end of the day just taken in, a day of the window. */
  DailyRows daily() {
    return observed.rows();
  }

  /** After the last day: the derivatives of the monthly fluxes. */
  LaneJacobian fluxes(DailySeries series, double[] parameters) {
    return carbon.close(series, parameters);
  }

  /** Bytes of the arrays that a group of any number of lanes holds. */
  static long bytes(Schedule schedule, Set<ModelSeries> monthly) {
    long square = (2L * STATES + 1) * PARAMETERS * LANES;
    return Double.BYTES * square + CarbonJacobian.bytes(schedule, monthly);
  }
}
