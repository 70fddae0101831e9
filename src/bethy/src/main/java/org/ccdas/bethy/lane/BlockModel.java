package org.ccdas.bethy.lane;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.ccdas.bethy.kernel.LaneKernel;
import org.ccdas.bethy.weather.DayWeather;
import org.ccdas.bethy.weather.WeatherMemory;

/**
 * The model of a block of cells. The day loop is outermost and all lane groups advance in step, so
 * that the weather of a cell and day is worked out once for all its tiles. Not thread-safe; a
 * worker thread makes its own.
 *
 * <p>Parameters of a group are slots: element (component c of {@link
 * org.ccdas.bethy.process.TileParameters}, lane l) at {@code c * 64 + l}.
 */
public final class BlockModel {
  private final List<GroupModel> models;
  private final List<GroupCarbon> balances;
  private final BlockWeather weather;
  private final Schedule schedule;
  private final WeatherMemory[][] memories;
  private final Set<ModelSeries> daily;

  /**
   * @param groups the lane groups of the block
   * @param live for each group and lane 1, or 0 for a tile without carbon
   * @param weather of the cells that the groups refer to
   * @param schedule of days; needs {@code weather} to cover {@link Schedule#forcingDays()}
   * @param kernels the kernels by pathway (true is C4)
   * @param wanted the daily series that runs carry; monthly ones are always carried, and need not
   *     be named
   */
  public BlockModel(
      List<LaneGroup> groups,
      List<double[]> live,
      BlockWeather weather,
      Schedule schedule,
      Function<Boolean, StageKernels> kernels,
      Set<ModelSeries> wanted) {
    this.daily = ModelSeries.daily(wanted);
    this.weather = weather;
    this.schedule = schedule;
    this.memories = weather.memories(schedule);
    this.models = new ArrayList<>();
    this.balances = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      LaneGroup group = groups.get(g);
      StageKernels stage = kernels.apply(group.c4());
      models.add(new GroupModel(group, stage, daily));
      balances.add(new GroupCarbon(group.lanes(), schedule, stage, live.get(g)));
    }
  }

  /** A forward run: the series of every group, and what the adjoint of the same run needs. */
  public static final class Run {
    private final List<double[]> parameters;
    private final List<GroupTrajectory> trajectories;
    private final List<LaneSeries> series;

    private Run(
        List<double[]> parameters, List<GroupTrajectory> trajectories, List<LaneSeries> series) {
      this.parameters = parameters;
      this.trajectories = trajectories;
      this.series = series;
    }

    /** The series of every group: all monthly ones and the daily ones that are wanted. */
    public List<LaneSeries> series() {
      return series;
    }
  }

  /**
   * Unfrozen share phi_f of the soil of a cell on every day of the window, 0..1; by the weather
   * alone.
   */
  public double[] unfrozen(int cell) {
    double[] unfrozen = new double[schedule.windowDays()];
    for (int day = 0; day < unfrozen.length; day++) {
      int step = schedule.firstWindowStep() + day;
      unfrozen[day] =
          weather
              .day(cell, schedule.forcingDay(step), schedule.dayOfYear(step), memories[cell][step])
              .day()
              .unfrozen();
    }
    return unfrozen;
  }

  /** Bytes that a run of {@code lanes} lanes holds when it is kept for {@link #adjoint}. */
  public static long keptBytes(long lanes, Schedule schedule, Set<ModelSeries> wanted) {
    return Double.BYTES * lanes * GroupTrajectory.keptPerLane(schedule, ModelSeries.daily(wanted));
  }

  /** Bytes that a run of this block holds when it is kept for {@link #adjoint}. */
  public long keptBytes() {
    return keptBytes(
        models.stream().mapToLong(model -> model.group().lanes()).sum(), schedule, daily);
  }

  /** The schedule of the runs. */
  public Schedule schedule() {
    return schedule;
  }

  /**
   * Runs forward.
   *
   * @param parameters of every group
   * @param forAdjoint whether to keep every day for {@link #adjoint}: {@link #keptBytes()}
   */
  public Run forward(List<double[]> parameters, boolean forAdjoint) {
    List<GroupTrajectory> trajectories = new ArrayList<>();
    for (int g = 0; g < models.size(); g++) {
      trajectories.add(
          new GroupTrajectory(models.get(g).group().lanes(), schedule, forAdjoint, daily));
      models.get(g).begin(parameters.get(g));
    }
    DayWeather[] today = new DayWeather[weather.cells()];
    for (int step = 0; step < schedule.steps(); step++) {
      weatherOf(step, today);
      for (int g = 0; g < models.size(); g++) {
        models.get(g).forwardDay(today, schedule, step, trajectories.get(g));
      }
    }
    List<LaneSeries> series = series(trajectories, parameters);
    trajectories.replaceAll(GroupTrajectory::forAdjoint);
    return new Run(parameters, trajectories, series);
  }

  private List<LaneSeries> series(List<GroupTrajectory> trajectories, List<double[]> parameters) {
    List<LaneSeries> series = new ArrayList<>();
    for (int g = 0; g < models.size(); g++) {
      GroupTrajectory trajectory = trajectories.get(g);
      series.add(
          balances.get(g).fluxes(trajectory.series(), parameters.get(g), trajectory.observed()));
    }
    return series;
  }

  private void weatherOf(int step, DayWeather[] today) {
    for (int cell = 0; cell < today.length; cell++) {
      today[cell] =
          weather.day(
              cell, schedule.forcingDay(step), schedule.dayOfYear(step), memories[cell][step]);
    }
  }

  /**
   * Tangent of the series of every group along a direction of the parameters; it carries what a
   * forward run carries.
   */
  public List<LaneSeries> tangent(List<double[]> parameters, List<double[]> parameterDots) {
    List<GroupTrajectory> trajectories = new ArrayList<>();
    List<GroupTrajectory> dots = new ArrayList<>();
    for (int g = 0; g < models.size(); g++) {
      int lanes = models.get(g).group().lanes();
      trajectories.add(new GroupTrajectory(lanes, schedule, false, daily));
      dots.add(new GroupTrajectory(lanes, schedule, false, daily));
      models.get(g).begin(parameters.get(g), parameterDots.get(g));
    }
    DayWeather[] today = new DayWeather[weather.cells()];
    for (int step = 0; step < schedule.steps(); step++) {
      weatherOf(step, today);
      for (int g = 0; g < models.size(); g++) {
        models.get(g).forwardDay(today, schedule, step, trajectories.get(g));
        models.get(g).keepTangent(schedule, step, dots.get(g));
      }
    }
    List<LaneSeries> series = new ArrayList<>();
    for (int g = 0; g < models.size(); g++) {
      series.add(
          balances
              .get(g)
              .tangent(
                  trajectories.get(g).series(),
                  dots.get(g).series(),
                  parameters.get(g),
                  parameterDots.get(g),
                  dots.get(g).observed()));
    }
    return series;
  }

  /**
   * Series and the derivatives of monthly ones by all parameters.
   *
   * @param series of every group, the bits of {@link Run#series}
   * @param jacobians of every group
   */
  public record Jacobian(List<LaneSeries> series, List<LaneJacobian> jacobians) {
    /** Copies the lists. */
    public Jacobian {
      series = List.copyOf(series);
      jacobians = List.copyOf(jacobians);
    }
  }

  /**
   * Runs forward and carries the derivatives by all parameters along.
   *
   * @param parameters of every group
   * @param wantedParameters for each component of the parameters whether derivatives by it are
   *     wanted
   * @param monthly the monthly series whose derivatives are wanted; daily ones in it are ignored
   * @param observer is shown every day of the window with the wanted daily series and their
   *     derivatives
   */
  public Jacobian jacobian(
      List<double[]> parameters,
      boolean[] wantedParameters,
      Set<ModelSeries> monthly,
      DailyRows.Observer observer) {
    List<GroupTrajectory> trajectories = new ArrayList<>();
    List<GroupJacobian> carried = new ArrayList<>();
    for (int g = 0; g < models.size(); g++) {
      GroupModel group = models.get(g);
      trajectories.add(new GroupTrajectory(group.group().lanes(), schedule, false, daily));
      group.beginJacobian(parameters.get(g));
      carried.add(new GroupJacobian(group, schedule, balances.get(g), wantedParameters, monthly));
      carried.get(g).begin();
    }
    DayWeather[] today = new DayWeather[weather.cells()];
    for (int step = 0; step < schedule.steps(); step++) {
      weatherOf(step, today);
      for (int g = 0; g < models.size(); g++) {
        models.get(g).forwardDay(today, schedule, step, trajectories.get(g));
        carried.get(g).day(step);
      }
      if (step >= schedule.firstWindowStep()) {
        observer.day(
            step - schedule.firstWindowStep(), carried.stream().map(GroupJacobian::daily).toList());
      }
    }
    List<LaneJacobian> jacobians = new ArrayList<>();
    for (int g = 0; g < models.size(); g++) {
      jacobians.add(carried.get(g).fluxes(trajectories.get(g).series(), parameters.get(g)));
    }
    return new Jacobian(series(trajectories, parameters), jacobians);
  }

  /**
   * Bytes that {@link #jacobian} holds beyond what a forward run holds.
   *
   * @param groups number of lane groups
   * @param monthly the monthly series whose derivatives are wanted
   */
  public static long jacobianBytes(int groups, Schedule schedule, Set<ModelSeries> monthly) {
    return groups * GroupJacobian.bytes(schedule, monthly);
  }

  /**
   * Adjoint of a forward run that was kept.
   *
   * @param run the run
   * @param bars sensitivities of series of every group: any of the monthly ones and of the daily
   *     ones that are wanted; what they do not carry counts as zero
   * @return sensitivities of the parameters of every group
   */
  public List<double[]> adjoint(Run run, List<LaneSeries> bars) {
    List<double[]> parameterBars = new ArrayList<>();
    List<GroupTrajectory> seeds = new ArrayList<>();
    for (int g = 0; g < models.size(); g++) {
      double[] parameterBar = new double[LaneForcing.PARAMETERS * LaneKernel.LANES];
      double[] parameters = run.parameters.get(g);
      DailySeries carbon =
          balances
              .get(g)
              .adjoint(run.trajectories.get(g).series(), parameters, bars.get(g), parameterBar);
      seeds.add(new GroupTrajectory(carbon, observed(bars.get(g))));
      parameterBars.add(parameterBar);
      models.get(g).begin(parameters);
      models.get(g).beginAdjoint();
    }
    DayWeather[] today = new DayWeather[weather.cells()];
    for (int step = schedule.steps() - 1; step >= 0; step--) {
      weatherOf(step, today);
      for (int g = 0; g < models.size(); g++) {
        models.get(g).adjointDay(today, schedule, step, run.trajectories.get(g), seeds.get(g));
      }
    }
    for (int g = 0; g < models.size(); g++) {
      models.get(g).endAdjoint(parameterBars.get(g));
    }
    return parameterBars;
  }

  /** The sensitivities of daily series. */
  private Map<ModelSeries, double[]> observed(LaneSeries bars) {
    Map<ModelSeries, double[]> observed = new EnumMap<>(ModelSeries.class);
    for (ModelSeries series : ModelSeries.daily(bars.carried())) {
      if (!daily.contains(series)) {
        throw new IllegalArgumentException(
            "Sensitivities of " + series + ", but the run carries only " + daily);
      }
      observed.put(series, bars.of(series));
    }
    return observed;
  }
}
