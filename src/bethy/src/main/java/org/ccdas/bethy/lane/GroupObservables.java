package org.ccdas.bethy.lane;

import static org.ccdas.bethy.lane.GroupTrajectory.STATES;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ccdas.bethy.kernel.EveningKernel;
import org.ccdas.bethy.kernel.LaneKernel;
import org.ccdas.bethy.kernel.ObservablesKernel;

/**
 * The last stage of a day of the window in a lane group: the daily series that are wanted, out of
 * the states of the evening. Where none is wanted there is no stage and nothing is done. Holds
 * arrays of one worker thread; not thread-safe.
 */
final class GroupObservables {
  private final Set<ModelSeries> wanted;

  /** The one stage, or none. */
  private final List<GroupModel.Stage> stages;

  /**
   * @param kernel of the observables
   * @param wanted daily series
   */
  GroupObservables(LaneKernel kernel, Set<ModelSeries> wanted) {
    this.wanted = wanted;
    this.stages =
        wanted.isEmpty()
            ? List.of()
            : List.of(new GroupModel.Stage(kernel, ObservablesKernel.IN_P));
  }

  /** The stage where a series is wanted, else nothing. */
  List<GroupModel.Stage> stages() {
    return stages;
  }

  /** The daily series that are wanted. */
  Set<ModelSeries> wanted() {
    return wanted;
  }

  /** The evening's observables, with their tangent or Jacobian where the run carries them. */
  void forward(GroupModel model, GroupModel.Stage evening, int day, GroupTrajectory trajectory) {
    for (GroupModel.Stage stage : stages) {
      GroupModel.pass(evening, EveningKernel.OUT_STATE, stage, ObservablesKernel.IN_S, STATES);
      stage.run(model);
      trajectory.keepObserved(day, stage.out);
    }
  }

  /** Keeps the tangent of the day just run. */
  void keepTangent(int day, GroupTrajectory dots) {
    stages.forEach(stage -> dots.keepObserved(day, stage.outDot));
  }

  /**
   * The way back over the observables of a step of the window: adds to the sensitivities of the
   * evening's states.
   *
   * @param bars with the sensitivities of the daily series
   */
  void adjoint(
      GroupModel model,
      GroupModel.Stage evening,
      Schedule schedule,
      int step,
      GroupTrajectory trajectory,
      GroupTrajectory bars) {
    if (bars.observed().isEmpty()) {
      return;
    }
    for (GroupModel.Stage stage : stages) {
      // the states of the evening are those at the start of the next step
      trajectory.restore(step + 1, 0, STATES, stage.in, ObservablesKernel.IN_S);
      bars.seedObserved(step - schedule.firstWindowStep(), stage.outBar);
      GroupModel.clear(stage.inBar, ObservablesKernel.IN_S, STATES);
      stage.back(model);
      GroupModel.add(
          stage.inBar, ObservablesKernel.IN_S, evening.outBar, EveningKernel.OUT_STATE, STATES);
    }
  }

  /** The values of the day just run, by series; the arrays are filled anew by {@link #read}. */
  Map<ModelSeries, double[]> values() {
    Map<ModelSeries, double[]> values = new EnumMap<>(ModelSeries.class);
    wanted.forEach(series -> values.put(series, new double[LaneKernel.LANES]));
    return values;
  }

  /** Copies the values of the day just run to arrays of {@link #values}. */
  void read(Map<ModelSeries, double[]> values) {
    values.forEach(
        (series, value) ->
            System.arraycopy(
                stages.get(0).out, series.slot() * LaneKernel.LANES, value, 0, LaneKernel.LANES));
  }
}
