package org.ccdas.bethy.lane;

import static org.ccdas.bethy.kernel.LaneKernel.LANES;
import static org.ccdas.bethy.lane.GroupTrajectory.STATES;
import static org.ccdas.bethy.lane.LaneForcing.PARAMETERS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ccdas.bethy.kernel.EveningKernel;

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

  /** [state direction][state][lane], now and at the end of the day. */
  private double[][][] states;

  private double[][][] next;

  /** The Jacobian of the evening's states by those before, [state][state before][lane]. */
  private final double[][][] square = new double[STATES][][];

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
      square[k] = chain.byStates(EveningKernel.OUT_STATE + k);
      reachStates.addAll(chain.startParameters(k));
      reachStates.addAll(chain.parameters(EveningKernel.OUT_STATE + k));
    }
    reachStates.removeIf(component -> !wanted[component]);
    TreeSet<Integer> reach = new TreeSet<>(reachStates);
    for (int output : CarbonJacobian.outputs(monthly)) {
      reach.addAll(chain.parameters(output));
    }
    if (monthly.contains(ModelSeries.NEP)) {
      balance.ownParameters().forEach(reach::add);
    }
    reach.removeIf(component -> !wanted[component]);
    this.stateDirections = reachStates.stream().mapToInt(c -> c).toArray();
    this.directions = reach.stream().mapToInt(c -> c).toArray();
    this.stateOf = new int[directions.length];
    List<Integer> order = new ArrayList<>(reachStates);
    for (int d = 0; d < directions.length; d++) {
      stateOf[d] = order.indexOf(directions[d]);
    }
    this.states = new double[stateDirections.length][STATES][LANES];
    this.next = new double[stateDirections.length][STATES][LANES];
    this.carbon =
        new CarbonJacobian(balance, chain, schedule, model.group().lanes(), directions, monthly);
    this.observed = new ObservedRows(model.observables(), chain, wanted, stateDirections);
  }

  /** After the group's {@code beginJacobian}: the derivatives of the start values. */
  void begin() {
    chain.begin();
    for (int d = 0; d < stateDirections.length; d++) {
      for (int k = 0; k < STATES; k++) {
        set(states[d][k], chain.startByParameter(k, stateDirections[d]));
      }
    }
  }

  private static void set(double[] target, double[] derivative) {
    if (derivative == null) {
      Arrays.fill(target, 0.0);
    } else {
      System.arraycopy(derivative, 0, target, 0, LANES);
    }
  }

  /** After the model's day: takes its Jacobian in. */
  void day(int step) {
    boolean withFluxes = carbon.isWanted() && step >= schedule.firstCarbonStep();
    chain.run(withFluxes);
    if (withFluxes) {
      carbon.day(step, this, model.evening());
    }
    for (int d = 0; d < stateDirections.length; d++) {
      double[][] target = next[d];
      for (int k = 0; k < STATES; k++) {
        set(target[k], chain.byParameter(EveningKernel.OUT_STATE + k, stateDirections[d]));
      }
      // dS'/dp = (dS'/dS) dS/dp + dS'/dp at fixed S
      LaneProducts.addSquare(target, square, states[d]);
    }
    double[][][] done = states;
    states = next;
    next = done;
    if (step >= schedule.firstWindowStep()) {
      observed.day(states);
    }
  }

  /**
   * The derivatives of the states at the start of the day by a direction, {@code [state][lane]};
   * null when none.
   */
  double[][] states(int direction) {
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
