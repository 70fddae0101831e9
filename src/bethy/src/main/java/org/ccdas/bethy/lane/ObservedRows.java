package org.ccdas.bethy.lane;

import static org.ccdas.bethy.kernel.LaneKernel.LANES;
import static org.ccdas.bethy.lane.GroupTrajectory.STATES;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The derivatives of the daily series of a lane group by the parameters: the partial derivatives of
 * the observables times those of the evening's states, and what acts on the observables directly.
 * Not thread-safe.
 */
final class ObservedRows {
  private final GroupObservables observables;
  private final DayChain chain;

  /** For each direction its place among those of the states, or -1. */
  private final int[] stateOf;

  private final int[] components;
  private final Map<ModelSeries, double[]> values;
  private final Map<ModelSeries, double[][]> derivatives = new EnumMap<>(ModelSeries.class);
  private final DailyRows rows;

  /**
   * @param chain that has been told of the observables
   * @param wanted for each component of the parameters whether derivatives by it are wanted
   * @param stateDirections components of the parameters that reach the states, rising
   */
  ObservedRows(
      GroupObservables observables, DayChain chain, boolean[] wanted, int[] stateDirections) {
    this.observables = observables;
    this.chain = chain;
    Set<Integer> reach = new TreeSet<>();
    Arrays.stream(stateDirections).forEach(reach::add);
    for (ModelSeries series : observables.wanted()) {
      chain.observed(series).keySet().stream()
          .filter(variable -> variable >= STATES && wanted[variable - STATES])
          .forEach(variable -> reach.add(variable - STATES));
    }
    this.components = reach.stream().mapToInt(component -> component).toArray();
    this.stateOf = new int[components.length];
    Arrays.setAll(stateOf, d -> Arrays.binarySearch(stateDirections, components[d]));
    this.values = observables.values();
    observables
        .wanted()
        .forEach(series -> derivatives.put(series, new double[components.length][LANES]));
    this.rows = new DailyRows(components, values, derivatives);
  }

  /** The series of the day just run; the same object and arrays every day. */
  DailyRows rows() {
    return rows;
  }

  /**
   * Takes in a day of the window.
   *
   * @param states derivatives of the evening's states, {@code [state direction][state][lane]}
   */
  void day(double[][][] states) {
    if (derivatives.isEmpty()) {
      return;
    }
    observables.read(values);
    chain.runObserved();
    derivatives.forEach(
        (series, rowsOfSeries) -> {
          Map<Integer, double[]> partials = chain.observed(series);
          for (int d = 0; d < components.length; d++) {
            double[][] of = stateOf[d] < 0 ? null : states[stateOf[d]];
            fill(rowsOfSeries[d], partials, components[d], of);
          }
        });
  }

  private void fill(
      double[] target, Map<Integer, double[]> partials, int component, double[][] states) {
    double[] direct = partials.get(STATES + component);
    if (direct == null) {
      Arrays.fill(target, 0.0);
    } else {
      System.arraycopy(direct, 0, target, 0, LANES);
    }
    // dh/dp = dh/dp at fixed S' + sum dh/dS'_k dS'_k/dp
    for (int k = 0; states != null && k < STATES; k++) {
      double[] partial = partials.get(k);
      if (partial != null) {
        LaneProducts.add(target, partial, states[k]);
      }
    }
  }
}
