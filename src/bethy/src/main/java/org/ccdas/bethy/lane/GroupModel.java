package org.ccdas.bethy.lane;

import static org.ccdas.bethy.kernel.LaneKernel.LANES;
import static org.ccdas.bethy.lane.GroupTrajectory.STATES;
import static org.ccdas.bethy.lane.GroupTrajectory.STRESS;
import static org.ccdas.bethy.lane.GroupTrajectory.SUMS;
import static org.ccdas.bethy.lane.GroupTrajectory.SUM_COUNT;
import static org.ccdas.bethy.lane.LaneForcing.PARAMETERS;
import static org.ccdas.bethy.lane.LaneForcing.TRAITS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.ccdas.bethy.kernel.EveningKernel;
import org.ccdas.bethy.kernel.LaneKernel;
import org.ccdas.bethy.kernel.LightC3;
import org.ccdas.bethy.kernel.MorningKernel;
import org.ccdas.bethy.kernel.NightC3;
import org.ccdas.bethy.kernel.ObservablesKernel;
import org.ccdas.bethy.kernel.SoilConstantsKernel;
import org.ccdas.bethy.kernel.StartStateKernel;
import org.ccdas.bethy.kernel.StressC3;
import org.ccdas.bethy.process.NightForcing;
import org.ccdas.bethy.process.PointForcing;
import org.ccdas.bethy.weather.DayWeather;

/**
 * One lane group advancing day by day through the stages of spec section 13.1. Holds the arrays of
 * one worker thread; not thread-safe. A slot array is laid out as {@link LaneKernel} says.
 */
final class GroupModel {
  private static final int SOIL = SoilConstantsKernel.OUTPUTS;
  private static final int MORNING = MorningKernel.OUTPUTS;
  private static final int DAY_FORCING = StressC3.IN_D_SLOTS;

  private final LaneGroup group;
  private final StageKernels kernels;
  private final int lanes;
  private final Stage soil;
  private final Stage start;
  private final Stage morning;
  private final Stage stress;
  private final Stage light;
  private final Stage night;
  private final Stage evening;
  private final GroupObservables observables;
  private final double[] work;
  private boolean tangent;
  private boolean jacobian;

  /**
   * The arrays of one kernel: inputs and results with their tangents and sensitivities, and where
   * Jacobians are carried values and partial derivatives.
   */
  static final class Stage {
    final LaneKernel kernel;
    final double[] in;
    final double[] out;
    final double[] inDot;
    final double[] outDot;
    final double[] inBar;
    final double[] outBar;
    final int firstParameter;
    private double[] jac;

    Stage(LaneKernel kernel, int firstParameter) {
      this.kernel = kernel;
      this.firstParameter = firstParameter;
      this.in = new double[kernel.inputs() * LANES];
      this.out = new double[kernel.outputs() * LANES];
      this.inDot = new double[in.length];
      this.outDot = new double[out.length];
      this.inBar = new double[in.length];
      this.outBar = new double[out.length];
    }

    /** Values and partial derivatives; made when first asked for. */
    double[] jac() {
      if (jac == null) {
        jac = new double[(kernel.outputs() + kernel.partials()) * LANES];
      }
      return jac;
    }

    void clearJacobian() {
      Arrays.fill(jac, 0.0);
    }

    void run(GroupModel model) {
      if (model.jacobian) {
        clearJacobian();
        runJacobian(model);
        return;
      }
      kernel.forward(model.lanes, in, out, model.work);
      if (model.tangent) {
        kernel.tangent(model.lanes, in, inDot, outDot, model.work);
      }
    }

    /** Adds to values and partial derivatives. */
    void runJacobian(GroupModel model) {
      kernel.jacobian(model.lanes, in, jac, model.work);
      block(jac, 0, out, 0, kernel.outputs());
    }

    void back(GroupModel model) {
      kernel.adjoint(model.lanes, in, outBar, inBar, model.work);
    }
  }

  /**
   * @param wanted the daily series that runs carry
   */
  GroupModel(LaneGroup group, StageKernels kernels, Set<ModelSeries> wanted) {
    this.group = group;
    this.kernels = kernels;
    this.lanes = group.lanes();
    this.soil = new Stage(kernels.soil(), SoilConstantsKernel.IN_P);
    this.start = new Stage(kernels.start(), StartStateKernel.IN_P);
    this.morning = new Stage(kernels.morning(), MorningKernel.IN_P);
    this.stress = new Stage(kernels.stress(), StressC3.IN_P);
    this.light = new Stage(kernels.light(), LightC3.IN_P);
    this.night = new Stage(kernels.night(), NightC3.IN_P);
    this.evening = new Stage(kernels.evening(), EveningKernel.IN_P);
    this.work = new double[kernels.workspace() * LANES];
    for (int lane = 0; lane < lanes; lane++) {
      LaneForcing.put(soil.in, SoilConstantsKernel.IN_T, lane, (Record) group.traits().get(lane));
    }
    copyTraits(start.in, StartStateKernel.IN_T);
    copyTraits(morning.in, MorningKernel.IN_T);
    copyTraits(stress.in, StressC3.IN_T);
    copyTraits(light.in, LightC3.IN_T);
    copyTraits(night.in, NightC3.IN_T);
    copyTraits(evening.in, EveningKernel.IN_T);
    this.observables = new GroupObservables(kernels.observables(), wanted);
    observables.stages().forEach(stage -> copyTraits(stage.in, ObservablesKernel.IN_T));
  }

  private void copyTraits(double[] in, int slot) {
    block(soil.in, SoilConstantsKernel.IN_T, in, slot, TRAITS);
  }

  private List<Stage> stages() {
    List<Stage> stages =
        new ArrayList<>(List.of(soil, start, morning, stress, light, night, evening));
    stages.addAll(observables.stages());
    return stages;
  }

  LaneGroup group() {
    return group;
  }

  /** The chain rule over the Jacobians of the stages; for runs after {@link #beginJacobian}. */
  DayChain chain() {
    DayChain chain =
        new DayChain(
            kernels,
            soil.jac(),
            start.jac(),
            morning.jac(),
            stress.jac(),
            light.jac(),
            night.jac(),
            evening.jac());
    observables
        .stages()
        .forEach(stage -> chain.observe(stage.kernel, stage.jac(), observables.wanted()));
    return chain;
  }

  /** The stage of the daily series. */
  GroupObservables observables() {
    return observables;
  }

  /** The results of the evening of the day just run, as slots. */
  double[] evening() {
    return evening.out;
  }

  private static void block(double[] from, int slot, double[] to, int target, int slots) {
    System.arraycopy(from, slot * LANES, to, target * LANES, slots * LANES);
  }

  static void clear(double[] array, int slot, int slots) {
    Arrays.fill(array, slot * LANES, (slot + slots) * LANES, 0.0);
  }

  static void add(double[] from, int slot, double[] to, int target, int slots) {
    int source = slot * LANES;
    int sink = target * LANES;
    for (int i = 0; i < slots * LANES; i++) {
      to[sink + i] += from[source + i];
    }
  }

  // ------------------------------------------------------------------ forward and tangent

  /** Sets the parameters and the start values of the states. */
  void begin(double[] parameters) {
    begin(parameters, false);
  }

  private void begin(double[] parameters, boolean withJacobian) {
    tangent = false;
    jacobian = withJacobian;
    for (Stage stage : stages()) {
      block(parameters, 0, stage.in, stage.firstParameter, PARAMETERS);
    }
    runStart();
  }

  /** As {@link #begin(double[])}; the following days also carry the tangent of this direction. */
  void begin(double[] parameters, double[] parameterDots) {
    begin(parameters);
    tangent = true;
    for (Stage stage : stages()) {
      block(parameterDots, 0, stage.inDot, stage.firstParameter, PARAMETERS);
    }
    runStart();
  }

  /** The soil constants of the run and the states before its first day. */
  private void runStart() {
    soil.run(this);
    pass(soil, 0, start, StartStateKernel.IN_SOIL, SOIL);
    pass(soil, 0, morning, MorningKernel.IN_SOIL, SOIL);
    pass(soil, 0, evening, EveningKernel.IN_SOIL, SOIL);
    observables.stages().forEach(stage -> pass(soil, 0, stage, ObservablesKernel.IN_SOIL, SOIL));
    start.run(this);
    pass(start, 0, morning, MorningKernel.IN_S, STATES);
  }

  /**
   * As {@link #begin(double[])}; the following days also leave the Jacobian of every stage, of the
   * points of a day their sum.
   */
  void beginJacobian(double[] parameters) {
    for (Stage stage : stages()) {
      stage.jac();
    }
    begin(parameters, true);
  }

  /** One day: the states go to the next day, and the trajectory keeps what the way back needs. */
  void forwardDay(DayWeather[] weather, Schedule schedule, int step, GroupTrajectory trajectory) {
    trajectory.keep(step, 0, STATES, morning.in, MorningKernel.IN_S);
    dayForcing(weather);
    runMorning();
    if (stressForcing(weather)) {
      stress.run(this);
    } else {
      clear(stress.out, 0, 1);
      clear(stress.outDot, 0, 1);
      if (jacobian) {
        stress.clearJacobian();
      }
    }
    trajectory.keep(step, STRESS, 1, stress.out, 0);
    pass(stress, 0, light, LightC3.IN_STRESS, 1);
    sumPoints(weather);
    trajectory.keep(step, SUMS, SUM_COUNT, evening.in, EveningKernel.IN_DAY);
    block(morning.in, MorningKernel.IN_S, evening.in, EveningKernel.IN_S, STATES);
    block(morning.inDot, MorningKernel.IN_S, evening.inDot, EveningKernel.IN_S, STATES);
    evening.run(this);
    trajectory.keepEvening(schedule, step, evening.out);
    if (step + 1 == schedule.steps()) {
      trajectory.keep(step + 1, 0, STATES, evening.out, EveningKernel.OUT_STATE);
    }
    if (step >= schedule.firstWindowStep()) {
      observables.forward(this, evening, step - schedule.firstWindowStep(), trajectory);
    }
    pass(evening, EveningKernel.OUT_STATE, morning, MorningKernel.IN_S, STATES);
  }

  private void sumPoints(DayWeather[] weather) {
    clear(evening.in, EveningKernel.IN_DAY, SUM_COUNT);
    clear(evening.inDot, EveningKernel.IN_DAY, SUM_COUNT);
    if (jacobian) {
      light.clearJacobian();
      night.clearJacobian();
    }
    for (int point = 0; point < weather[0].light().length; point++) {
      if (lightForcing(weather, point)) {
        runPoint(light);
        accumulate(light, 0, EveningKernel.IN_DAY, SUM_COUNT);
      }
    }
    for (int point = 0; point < weather[0].night().length; point++) {
      if (nightForcing(weather, point)) {
        runPoint(night);
        accumulate(night, 0, EveningKernel.IN_DAY_LEAF_RESPIRATION, 1);
        accumulate(night, 0, EveningKernel.IN_DAY_LEAF_RESPIRATION_DARK, 1);
      }
    }
  }

  /** Runs a point; its partial derivatives add to those of the points before. */
  private void runPoint(Stage point) {
    if (jacobian) {
      clear(point.jac, 0, point.kernel.outputs());
      point.runJacobian(this);
    } else {
      point.run(this);
    }
  }

  /** Keeps the tangent of the day just run. */
  void keepTangent(Schedule schedule, int step, GroupTrajectory dots) {
    dots.keepEvening(schedule, step, evening.outDot);
    if (step >= schedule.firstWindowStep()) {
      observables.keepTangent(step - schedule.firstWindowStep(), dots);
    }
  }

  private void dayForcing(DayWeather[] weather) {
    for (int lane = 0; lane < lanes; lane++) {
      LaneForcing.put(morning.in, MorningKernel.IN_D, lane, weather[group.cells()[lane]].day());
    }
    block(morning.in, MorningKernel.IN_D, stress.in, StressC3.IN_D, DAY_FORCING);
    block(morning.in, MorningKernel.IN_D, light.in, LightC3.IN_D, DAY_FORCING);
    block(morning.in, MorningKernel.IN_D, night.in, NightC3.IN_D, DAY_FORCING);
    block(morning.in, MorningKernel.IN_D, evening.in, EveningKernel.IN_D, DAY_FORCING);
  }

  private void runMorning() {
    morning.run(this);
    pass(morning, 0, stress, StressC3.IN_M, MORNING);
    pass(morning, 0, light, LightC3.IN_M, MORNING);
    pass(morning, 0, night, NightC3.IN_M, MORNING);
    pass(morning, 0, evening, EveningKernel.IN_M, MORNING);
  }

  private boolean stressForcing(DayWeather[] weather) {
    boolean any = false;
    for (int lane = 0; lane < lanes; lane++) {
      PointForcing forcing = weather[group.cells()[lane]].stress();
      LaneForcing.put(stress.in, StressC3.IN_F, lane, forcing);
      any |= forcing.weight() > 0;
    }
    return any;
  }

  private boolean lightForcing(DayWeather[] weather, int point) {
    boolean any = false;
    for (int lane = 0; lane < lanes; lane++) {
      PointForcing forcing = weather[group.cells()[lane]].light()[point];
      LaneForcing.put(light.in, LightC3.IN_F, lane, forcing);
      any |= forcing.weight() > 0;
    }
    return any;
  }

  private boolean nightForcing(DayWeather[] weather, int point) {
    boolean any = false;
    for (int lane = 0; lane < lanes; lane++) {
      NightForcing forcing = weather[group.cells()[lane]].night()[point];
      LaneForcing.put(night.in, NightC3.IN_F, lane, forcing);
      any |= forcing.weight() > 0;
    }
    return any;
  }

  /** Hands results of one stage, and their tangents, to the inputs of another. */
  static void pass(Stage from, int slot, Stage to, int target, int slots) {
    block(from.out, slot, to.in, target, slots);
    block(from.outDot, slot, to.inDot, target, slots);
  }

  private void accumulate(Stage from, int slot, int target, int slots) {
    add(from.out, slot, evening.in, target, slots);
    if (tangent) {
      add(from.outDot, slot, evening.inDot, target, slots);
    }
  }

  // ------------------------------------------------------------------ adjoint

  /** Before the way back, after {@link #begin} with the same parameters. */
  void beginAdjoint() {
    for (Stage stage : stages()) {
      Arrays.fill(stage.inBar, 0.0);
      Arrays.fill(stage.outBar, 0.0);
    }
  }

  /**
   * One day back. The sensitivities of the states at the end of the day stand in {@code
   * evening.outBar}; those at its start take their place.
   */
  void adjointDay(
      DayWeather[] weather,
      Schedule schedule,
      int step,
      GroupTrajectory trajectory,
      GroupTrajectory bars) {
    trajectory.restore(step, 0, STATES, morning.in, MorningKernel.IN_S);
    trajectory.restore(step, STRESS, 1, light.in, LightC3.IN_STRESS);
    trajectory.restore(step, SUMS, SUM_COUNT, evening.in, EveningKernel.IN_DAY);
    dayForcing(weather);
    runMorning();
    block(morning.in, MorningKernel.IN_S, evening.in, EveningKernel.IN_S, STATES);

    bars.seedEvening(schedule, step, evening.outBar);
    if (step >= schedule.firstWindowStep()) {
      observables.adjoint(this, evening, schedule, step, trajectory, bars);
    }
    clear(evening.inBar, EveningKernel.IN_S, STATES);
    clear(evening.inBar, EveningKernel.IN_M, MORNING);
    clear(evening.inBar, EveningKernel.IN_DAY, SUM_COUNT);
    evening.back(this);

    block(evening.inBar, EveningKernel.IN_DAY, light.outBar, 0, SUM_COUNT);
    clear(light.inBar, LightC3.IN_M, MORNING);
    clear(light.inBar, LightC3.IN_STRESS, 1);
    for (int point = weather[0].light().length - 1; point >= 0; point--) {
      if (lightForcing(weather, point)) {
        light.back(this);
      }
    }
    block(evening.inBar, EveningKernel.IN_DAY_LEAF_RESPIRATION, night.outBar, 0, 1);
    add(evening.inBar, EveningKernel.IN_DAY_LEAF_RESPIRATION_DARK, night.outBar, 0, 1);
    clear(night.inBar, NightC3.IN_M, MORNING);
    for (int point = weather[0].night().length - 1; point >= 0; point--) {
      if (nightForcing(weather, point)) {
        night.back(this);
      }
    }
    clear(stress.inBar, StressC3.IN_M, MORNING);
    if (stressForcing(weather)) {
      block(light.inBar, LightC3.IN_STRESS, stress.outBar, 0, 1);
      stress.back(this);
    }
    block(evening.inBar, EveningKernel.IN_M, morning.outBar, 0, MORNING);
    add(light.inBar, LightC3.IN_M, morning.outBar, 0, MORNING);
    add(night.inBar, NightC3.IN_M, morning.outBar, 0, MORNING);
    add(stress.inBar, StressC3.IN_M, morning.outBar, 0, MORNING);
    clear(morning.inBar, MorningKernel.IN_S, STATES);
    morning.back(this);
    block(evening.inBar, EveningKernel.IN_S, evening.outBar, EveningKernel.OUT_STATE, STATES);
    add(morning.inBar, MorningKernel.IN_S, evening.outBar, EveningKernel.OUT_STATE, STATES);
  }

  /** After the first day: adds what start values and all stages give to the parameters. */
  void endAdjoint(double[] parameterBars) {
    add(morning.inBar, MorningKernel.IN_SOIL, soil.outBar, 0, SOIL);
    add(evening.inBar, EveningKernel.IN_SOIL, soil.outBar, 0, SOIL);
    observables
        .stages()
        .forEach(stage -> add(stage.inBar, ObservablesKernel.IN_SOIL, soil.outBar, 0, SOIL));
    block(evening.outBar, EveningKernel.OUT_STATE, start.outBar, 0, STATES);
    start.back(this);
    add(start.inBar, StartStateKernel.IN_SOIL, soil.outBar, 0, SOIL);
    soil.back(this);
    for (Stage stage : stages()) {
      add(stage.inBar, stage.firstParameter, parameterBars, 0, PARAMETERS);
    }
  }
}
