package org.ccdas.verify.check.model;

import static org.ccdas.bethy.kernel.LaneKernel.LANES;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ccdas.bethy.lane.BlockModel;
import org.ccdas.bethy.lane.BlockWeather;
import org.ccdas.bethy.lane.DailyRows;
import org.ccdas.bethy.lane.LaneForcing;
import org.ccdas.bethy.lane.LaneGroup;
import org.ccdas.bethy.lane.LaneJacobian;
import org.ccdas.bethy.lane.LaneSeries;
import org.ccdas.bethy.lane.ModelSeries;
import org.ccdas.bethy.lane.Schedule;
import org.ccdas.bethy.lane.StageKernels;
import org.ccdas.bethy.table.PriorParameters;
import org.ccdas.bethy.weather.SubDaily;
import org.ccdas.inputs.control.ControlVector;
import org.ccdas.inputs.control.TileMapping;
import org.ccdas.inputs.forcing.DailyForcing;
import org.ccdas.inputs.forcing.WeatherGenerator;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.verify.check.Differentiable;
import org.ccdas.verify.check.Scaled;

/**
 * One tile as a function: from the elements of the control vector that act on it to its monthly
 * NEP, GPP, NPP (gC m-2) and evapotranspiration (mm), and its top moisture (m3 m-3), leaf area (m2
 * m-2) and FAPAR on every tenth day of the window. The window begins on 1 July; half as many days
 * of spin-up before it are run twice. Not thread-safe.
 */
public final class TileProblem implements Differentiable {
  private static final LocalDate WINDOW_FIRST = LocalDate.of(2010, 7, 1);
  private static final int PASSES = 2;
  private static final int EVERY = 10;
  private static final double AIR_CO2 = 390;
  private static final double ELEVATION = 100;
  private static final List<ModelSeries> MONTHLY =
      List.of(ModelSeries.NEP, ModelSeries.GPP, ModelSeries.NPP, ModelSeries.EVAPOTRANSPIRATION);
  private static final List<ModelSeries> DAILY =
      List.of(ModelSeries.TOP_MOISTURE, ModelSeries.LAI, ModelSeries.FAPAR);
  private static final List<String> NAMES =
      List.of("NEP", "GPP", "NPP", "ET", "top moisture", "LAI", "FAPAR");

  private final ControlVector control;
  private final TileMapping mapping;
  private final LaneGroup group;
  private final Schedule schedule;
  private final BlockWeather weather;
  private final BlockModel model;
  private final int months;
  private final int days;
  private Kept kept;

  /** The last forward run and the point where it was. */
  private record Kept(double[] x, BlockModel.Run run) {}

  /** A tile with the generated kernels. */
  public TileProblem(ControlVector control, TileSite site, int days, long seed) {
    this(control, site, days, seed, StageKernels::of);
  }

  /**
   * A tile with other kernels, for tests.
   *
   * @param control the estimated parameters
   * @param site the tile
   * @param days length of the window, at least 2
   * @param seed of the weather
   * @param kernels by pathway (true is C4)
   */
  public TileProblem(
      ControlVector control,
      TileSite site,
      int days,
      long seed,
      Function<Boolean, StageKernels> kernels) {
    if (days < 2) {
      throw new IllegalArgumentException("A window of " + days + " days");
    }
    TileMapping whole = mapping(control, site);
    Set<Integer> acting =
        IntStream.range(0, whole.components())
            .mapToObj(whole::controlIndex)
            .collect(Collectors.toSet());
    this.control = control.select(parameter -> acting.contains(parameter.number() - 1));
    this.mapping = mapping(this.control, site);
    this.group =
        new LaneGroup(site.c4(), new int[1], new int[1], List.of(site.type().traits(site.soil())));
    this.schedule =
        Schedule.of(
            WINDOW_FIRST.minusDays(days / 2),
            WINDOW_FIRST,
            WINDOW_FIRST.plusDays(days - 1L),
            PASSES);
    this.weather = weather(site.climate(), schedule, seed);
    this.model = model(kernels);
    this.months = schedule.months();
    this.days = (days + EVERY - 1) / EVERY;
  }

  private TileProblem(TileProblem right, Function<Boolean, StageKernels> kernels) {
    this.control = right.control;
    this.mapping = right.mapping;
    this.group = right.group;
    this.schedule = right.schedule;
    this.weather = right.weather;
    this.model = model(kernels);
    this.months = right.months;
    this.days = right.days;
    this.kept = right.kept;
  }

  /** The same tile with kernels that give the same values, and perhaps other derivatives. */
  TileProblem withDerivativesOf(Function<Boolean, StageKernels> kernels) {
    return new TileProblem(this, kernels);
  }

  private BlockModel model(Function<Boolean, StageKernels> kernels) {
    return new BlockModel(
        List.of(group),
        List.of(new double[] {1}),
        weather,
        schedule,
        kernels,
        EnumSet.copyOf(DAILY));
  }

  private static TileMapping mapping(ControlVector control, TileSite site) {
    return TileMapping.of(
        control,
        site.type().code(),
        site.soil().name(),
        site.c4(),
        LaneForcing.values(PriorParameters.of(site.type())));
  }

  private static BlockWeather weather(CheckClimate climate, Schedule schedule, long seed) {
    double lat = climate.latitude();
    Cell cell = Cell.of(1, lat, 0, LatLonBox.around(lat, 0, 2, 2), List.of(1));
    DailyForcing forcing =
        new WeatherGenerator(seed, false)
            .generate(
                List.of(cell),
                List.of(climate.monthly()),
                schedule.forcingStart(),
                schedule.forcingStart().plusDays(schedule.forcingDays() - 1L));
    double[] co2 = new double[forcing.days()];
    Arrays.fill(co2, AIR_CO2);
    return new BlockWeather(
        SubDaily.QUADRATURE,
        new double[] {lat},
        new double[] {ELEVATION},
        forcing.tmin(),
        forcing.tmax(),
        forcing.precipitation(),
        forcing.shortwave(),
        co2);
  }

  /**
   * The same with outputs of like size: each divided by the largest of its kind at a point, so that
   * no kind hides another.
   */
  public Differentiable scaledAt(double[] x) {
    double[] value = value(x);
    double[] scale = new double[outputs()];
    for (int from = 0; from < scale.length; ) {
      int to = from + (from < MONTHLY.size() * months ? months : days);
      double largest = 0;
      for (int i = from; i < to; i++) {
        largest = Math.max(largest, Math.abs(value[i]));
      }
      Arrays.fill(scale, from, to, largest > 0 ? largest : 1);
      from = to;
    }
    double[] ones = new double[inputs()];
    Arrays.fill(ones, 1);
    return new Scaled(this, ones, scale);
  }

  @Override
  public int inputs() {
    return control.size();
  }

  @Override
  public int outputs() {
    return MONTHLY.size() * months + DAILY.size() * days;
  }

  @Override
  public String inputName(int input) {
    return control.parameter(input).label();
  }

  @Override
  public String outputName(int output) {
    int first = MONTHLY.size() * months;
    if (output < first) {
      return NAMES.get(output / months) + " of month " + (output % months + 1);
    }
    int kind = MONTHLY.size() + (output - first) / days;
    return NAMES.get(kind) + " of day " + (EVERY * ((output - first) % days) + 1);
  }

  @Override
  public double[] value(double[] x) {
    return gather(run(x).series().get(0));
  }

  @Override
  public double[] tangent(double[] x, double[] v) {
    double[] dots = new double[LaneForcing.PARAMETERS * LANES];
    mapping.tangent(control.derivative(x), v, dots, 0, LANES);
    return gather(model.tangent(List.of(parameters(x)), List.of(dots)).get(0));
  }

  @Override
  public double[] adjoint(double[] x, double[] u) {
    double[] bars = model.adjoint(run(x), List.of(scatter(u))).get(0);
    double[] gradient = new double[control.size()];
    mapping.adjoint(control.derivative(x), bars, 0, LANES, gradient);
    return gradient;
  }

  /** The run at a point; the last one is kept, since a check asks many times at the same point. */
  private BlockModel.Run run(double[] x) {
    if (kept == null || !Arrays.equals(kept.x, x)) {
      kept = new Kept(x.clone(), model.forward(List.of(parameters(x)), true));
    }
    return kept.run;
  }

  /** Forgets the last run, so that the next one costs its time. */
  void forgetRun() {
    kept = null;
  }

  /** The Jacobian made in one pass, outputs by inputs. */
  double[][] jacobian(double[] x) {
    double[][][] daily = new double[DAILY.size()][days][LaneForcing.PARAMETERS];
    boolean[] estimated = new boolean[LaneForcing.PARAMETERS];
    for (int component = 0; component < estimated.length; component++) {
      estimated[component] = mapping.controlIndex(component) >= 0;
    }
    LaneJacobian fluxes =
        model
            .jacobian(
                List.of(parameters(x)),
                estimated,
                EnumSet.copyOf(MONTHLY),
                (day, groups) -> {
                  if (day % EVERY == 0) {
                    keep(groups.get(0), day / EVERY, daily);
                  }
                })
            .jacobians()
            .get(0);
    double[][] jacobian = new double[outputs()][inputs()];
    double[] derivative = control.derivative(x);
    for (int kind = 0; kind < MONTHLY.size(); kind++) {
      double[][] flux = fluxes.of(MONTHLY.get(kind));
      for (int d = 0; d < fluxes.components().length; d++) {
        int i = mapping.controlIndex(fluxes.components()[d]);
        for (int month = 0; month < months; month++) {
          jacobian[kind * months + month][i] = flux[d][month] * derivative[i];
        }
      }
    }
    for (int k = 0; k < DAILY.size() * days; k++) {
      for (int component = 0; component < estimated.length; component++) {
        int i = mapping.controlIndex(component);
        if (i >= 0) {
          jacobian[MONTHLY.size() * months + k][i] =
              daily[k / days][k % days][component] * derivative[i];
        }
      }
    }
    return jacobian;
  }

  private static void keep(DailyRows rows, int day, double[][][] daily) {
    for (int kind = 0; kind < DAILY.size(); kind++) {
      double[][] derivatives = rows.derivatives(DAILY.get(kind));
      for (int d = 0; d < derivatives.length; d++) {
        daily[kind][day][rows.components()[d]] = derivatives[d][0];
      }
    }
  }

  private double[] parameters(double[] x) {
    double[] slots = new double[LaneForcing.PARAMETERS * LANES];
    mapping.fill(control.physical(x), slots, 0, LANES);
    return slots;
  }

  private double[] gather(LaneSeries series) {
    double[] values = new double[outputs()];
    int next = 0;
    for (ModelSeries kind : MONTHLY) {
      System.arraycopy(series.of(kind), 0, values, next, months);
      next += months;
    }
    for (ModelSeries kind : DAILY) {
      for (int k = 0; k < days; k++) {
        values[next++] = series.of(kind)[EVERY * k];
      }
    }
    return values;
  }

  private LaneSeries scatter(double[] u) {
    Set<ModelSeries> all = EnumSet.copyOf(MONTHLY);
    all.addAll(DAILY);
    LaneSeries bars = LaneSeries.zero(1, model.schedule(), all);
    int next = 0;
    for (ModelSeries kind : MONTHLY) {
      System.arraycopy(u, next, bars.of(kind), 0, months);
      next += months;
    }
    for (ModelSeries kind : DAILY) {
      for (int k = 0; k < days; k++) {
        bars.of(kind)[EVERY * k] = u[next++];
      }
    }
    return bars;
  }
}
