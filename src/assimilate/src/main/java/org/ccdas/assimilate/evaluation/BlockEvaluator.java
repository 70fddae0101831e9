package org.ccdas.assimilate.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.ccdas.bethy.lane.BlockModel;
import org.ccdas.bethy.lane.BlockWeather;
import org.ccdas.bethy.lane.LaneGroup;
import org.ccdas.bethy.lane.LaneSeries;
import org.ccdas.bethy.lane.ModelSeries;
import org.ccdas.bethy.lane.StageKernels;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.block.Block;
import org.ccdas.observe.block.BlockCell;
import org.ccdas.observe.block.BlockLanes;
import org.ccdas.observe.block.BlockTile;
import org.ccdas.observe.stream.BlockOperator;
import org.ccdas.observe.stream.BlockView;
import org.ccdas.observe.stream.StreamOperator;

/**
 * The part of an evaluation that concerns one block: from a control vector to the block's share of
 * every stream, and back. Holds the arrays of one thread; not thread-safe.
 */
public final class BlockEvaluator {
  private static final Set<ModelSeries> MONTHLY =
      EnumSet.of(ModelSeries.NEP, ModelSeries.GPP, ModelSeries.NPP, ModelSeries.EVAPOTRANSPIRATION);
  private static final Set<ModelSeries> SUMMED =
      EnumSet.of(ModelSeries.GPP, ModelSeries.NPP, ModelSeries.EVAPOTRANSPIRATION);

  private final Block block;
  private final EvaluationSetup setup;
  private final Set<ModelSeries> daily;
  private final BlockLanes lanes;
  private final List<LaneGroup> groups;
  private final BlockModel model;
  private final MonthAxis fluxMonths;
  private final List<BlockOperator> streams = new ArrayList<>();

  /** An evaluator with the generated kernels. */
  public BlockEvaluator(Block block, EvaluationSetup setup) {
    this(block, setup, StageKernels::of);
  }

  /**
   * An evaluator with other kernels, for tests.
   *
   * @param kernels by pathway (true is C4)
   */
  public BlockEvaluator(
      Block block, EvaluationSetup setup, Function<Boolean, StageKernels> kernels) {
    this(block, setup, kernels, setup.series());
  }

  /** An evaluator whose runs also keep the moisture of the top layer, for {@link #fluxes}. */
  public static BlockEvaluator simulating(Block block, EvaluationSetup setup) {
    return simulating(block, setup, StageKernels::of);
  }

  /** As above, with other kernels. */
  static BlockEvaluator simulating(
      Block block, EvaluationSetup setup, Function<Boolean, StageKernels> kernels) {
    Set<ModelSeries> series = EnumSet.of(ModelSeries.TOP_MOISTURE);
    series.addAll(setup.series());
    return new BlockEvaluator(block, setup, kernels, series);
  }

  private BlockEvaluator(
      Block block,
      EvaluationSetup setup,
      Function<Boolean, StageKernels> kernels,
      Set<ModelSeries> daily) {
    this.block = block;
    this.setup = setup;
    this.daily = daily;
    this.lanes =
        BlockLanes.of(block, setup.control(), tile -> setup.frozen().live(block.index(), tile));
    this.groups = lanes.groups();
    var schedule = setup.schedule();
    if (!block.forcingStart().equals(schedule.forcingStart())
        || block.days() < schedule.forcingDays()) {
      throw new InputException(
          "block " + block.index(),
          "forcing",
          "it covers "
              + block.days()
              + " days from "
              + block.forcingStart()
              + ", but the run needs "
              + schedule.forcingDays()
              + " from "
              + schedule.forcingStart(),
          "Prepare the blocks again for this period");
    }
    this.model = new BlockModel(groups, lanes.live(), weather(), schedule, kernels, daily);
    this.fluxMonths = setup.fluxMonths();
    BlockView view = new BlockView(block, lanes, fluxMonths, setup.window(), model::unfrozen);
    setup.streams().forEach(stream -> streams.add(stream.on(view)));
  }

  private BlockWeather weather() {
    double[] latitude = block.cells().stream().mapToDouble(BlockCell::lat).toArray();
    double[] elevation = block.cells().stream().mapToDouble(BlockCell::elevation).toArray();
    return new BlockWeather(
        setup.subDaily(),
        latitude,
        elevation,
        block.minimumTemperature(),
        block.maximumTemperature(),
        block.precipitation(),
        block.shortwave(),
        block.co2());
  }

  /** A forward run of the block at one control vector. */
  public static final class Run {
    private final double[] x;
    private final BlockModel.Run model;
    private final double[] share;

    private Run(double[] x, BlockModel.Run model, double[] share) {
      this.x = x;
      this.model = model;
      this.share = share;
    }

    /** The block's share of the evaluation: those of the streams, one after the other. */
    public double[] share() {
      return share.clone();
    }

    List<LaneSeries> series() {
      return model.series();
    }
  }

  /**
   * Runs forward.
   *
   * @param x control vector
   * @param forGradient whether {@link #gradient} will be asked of the run, which takes memory
   */
  public Run forward(double[] x, boolean forGradient) {
    BlockModel.Run run = model.forward(lanes.parameters(x), forGradient);
    return new Run(x.clone(), run, share(x, run.series()));
  }

  /** Bytes that a run holds while it waits for its {@link #gradient}. */
  public long keptBytes() {
    return model.keptBytes();
  }

  private double[] share(double[] x, List<LaneSeries> run) {
    return joined(stream -> stream.share(x, run));
  }

  private double[] joined(Function<BlockOperator, double[]> part) {
    return joined(streams.stream().map(part).toList());
  }

  private static double[] joined(List<double[]> parts) {
    double[] all = new double[parts.stream().mapToInt(p -> p.length).sum()];
    int at = 0;
    for (double[] one : parts) {
      System.arraycopy(one, 0, all, at, one.length);
      at += one.length;
    }
    return all;
  }

  /**
   * The block's share of the gradient.
   *
   * @param run a forward run made for it
   * @param shareBar derivative of the cost by the sum of the shares, see {@link
   *     CostClosure#shareBar}
   * @return derivative by the control vector
   */
  public double[] gradient(Run run, double[] shareBar) {
    Set<ModelSeries> all = EnumSet.copyOf(MONTHLY);
    all.addAll(daily);
    List<LaneSeries> bars = new ArrayList<>();
    for (LaneGroup group : groups) {
      bars.add(LaneSeries.zero(group.lanes(), model.schedule(), all));
    }
    int at = 0;
    for (int s = 0; s < streams.size(); s++) {
      StreamOperator stream = setup.streams().get(s);
      int length = stream.shareLength(setup.control());
      double[] bar = Arrays.copyOfRange(shareBar, at, at + length);
      streams.get(s).addSensitivities(run.x, run.series(), bar, bars);
      at += length;
    }
    double[] gradient = lanes.gradient(run.x, model.adjoint(run.model, bars));
    at = 0;
    for (int s = 0; s < streams.size(); s++) {
      int end = at + setup.streams().get(s).shareLength(setup.control());
      double[] share = Arrays.copyOfRange(run.share, at, end);
      streams.get(s).addGradient(run.x, share, Arrays.copyOfRange(shareBar, at, end), gradient);
      at = end;
    }
    return gradient;
  }

  /** Tangent of the block's {@link Run#share} along a direction of the control vector. */
  public double[] tangent(double[] x, double[] direction) {
    List<LaneSeries> dots = model.tangent(lanes.parameters(x), lanes.tangent(x, direction));
    List<LaneSeries> run = model.forward(lanes.parameters(x), false).series();
    return joined(stream -> stream.shareTangent(x, direction, run, dots));
  }

  /**
   * What one pass with all derivatives gives of the block. The arrays are handed on without copies.
   *
   * @param share the block's share of the evaluation, the bits of {@link Run#share}
   * @param jacobian what the Gauss-Newton Hessian is made of: that of the streams, one after the
   *     other, see {@link StreamOperator#jacobianLength}
   */
  public record Linearised(double[] share, double[] jacobian) {}

  /** Runs forward and carries the derivatives by all parameters along. */
  public Linearised linearise(double[] x) {
    List<BlockOperator.Linearisation> watching = watching(x);
    BlockModel.Jacobian run = carried(x, watching, Set.of());
    return new Linearised(share(x, run.series()), jacobian(watching, run));
  }

  private List<BlockOperator.Linearisation> watching(double[] x) {
    return streams.stream().map(stream -> stream.linearise(x)).toList();
  }

  private static double[] jacobian(
      List<BlockOperator.Linearisation> watching, BlockModel.Jacobian run) {
    return joined(watching.stream().map(stream -> stream.jacobian(run)).toList());
  }

  /**
   * A run that carries the derivatives by all parameters along.
   *
   * @param watching what the streams take of it
   * @param others monthly series whose derivatives are wanted besides
   */
  private BlockModel.Jacobian carried(
      double[] x, List<BlockOperator.Linearisation> watching, Set<ModelSeries> others) {
    Set<ModelSeries> monthly = EnumSet.noneOf(ModelSeries.class);
    monthly.addAll(others);
    watching.forEach(stream -> monthly.addAll(stream.monthly()));
    return model.jacobian(
        lanes.parameters(x),
        lanes.estimated(),
        monthly,
        (day, rows) -> watching.forEach(stream -> stream.day(day, rows)));
  }

  /** Bytes that {@link #linearise} needs besides those of a forward run. */
  public long jacobianBytes() {
    return BlockModel.jacobianBytes(
            groups.size(), model.schedule(), EnumSet.of(ModelSeries.NEP, ModelSeries.NPP))
        + streams.stream().mapToLong(BlockOperator::linearisationBytes).sum();
  }

  /**
   * The block's share of the fluxes of regions and years.
   *
   * @param x control vector
   * @param layout order of the values
   * @param withDerivatives whether the derivatives by every parameter follow, {@code [parameter *
   *     size + index]}, made in the same pass
   */
  public double[] targets(double[] x, TargetLayout layout, boolean withDerivatives) {
    RegionSums sums = new RegionSums(block, lanes, fluxMonths, layout);
    if (!withDerivatives) {
      return sums.of(model.forward(lanes.parameters(x), false).series());
    }
    BlockModel.Jacobian run = carried(x, List.of(), MONTHLY);
    return TargetLayout.joined(sums.of(run.series()), sums.derivatives(x, run.jacobians()));
  }

  /**
   * All that one run gives of the block. The arrays are handed on without copies.
   *
   * @param share as of {@link #forward}
   * @param jacobian as of {@link #linearise}; null when not asked for
   * @param targets as of {@link #targets}
   * @param fluxes as of {@link #fluxes}
   */
  public record Told(double[] share, double[] jacobian, double[] targets, BlockFluxes fluxes) {}

  /**
   * Tells all of one control vector from one run, with the bits of the methods that give each
   * alone.
   *
   * @param x control vector
   * @param hessian whether what the Hessian is made of is wanted
   * @param layout order of the targets
   * @param withDerivatives whether the derivatives of the targets are wanted
   */
  public Told tell(double[] x, boolean hessian, TargetLayout layout, boolean withDerivatives) {
    RegionSums sums = new RegionSums(block, lanes, fluxMonths, layout);
    if (!hessian && !withDerivatives) {
      Run run = forward(x, false);
      return new Told(run.share, null, sums.of(run.series()), fluxes(run));
    }
    List<BlockOperator.Linearisation> watching = hessian ? watching(x) : List.of();
    BlockModel.Jacobian run = carried(x, watching, withDerivatives ? MONTHLY : Set.of());
    double[] targets = sums.of(run.series());
    return new Told(
        share(x, run.series()),
        hessian ? jacobian(watching, run) : null,
        withDerivatives
            ? TargetLayout.joined(targets, sums.derivatives(x, run.jacobians()))
            : targets,
        fluxes(run.series()));
  }

  /**
   * What the streams keep in the block, with observations that a truth would give.
   *
   * @param truth a run at the truth
   * @param seed of errors; empty for observations without errors
   */
  public Block observed(Run truth, OptionalLong seed) {
    Block twin = block;
    for (int s = 0; s < streams.size(); s++) {
      twin =
          twin.with(setup.streams().get(s).name(), streams.get(s).observed(truth.series(), seed));
    }
    return twin;
  }

  /** The fluxes of the block's cells and tiles in a forward run. */
  public BlockFluxes fluxes(Run run) {
    return fluxes(run.series());
  }

  private BlockFluxes fluxes(List<LaneSeries> run) {
    SortedMap<String, byte[]> fits = new TreeMap<>();
    for (int s = 0; s < streams.size(); s++) {
      fits.put(setup.streams().get(s).name(), streams.get(s).fit(run));
    }
    return new BlockFluxes(block.index(), fluxMonths.count(), cells(run), tiles(run), fits);
  }

  private Map<ModelSeries, double[]> cells(List<LaneSeries> run) {
    Map<ModelSeries, double[]> cells = new EnumMap<>(ModelSeries.class);
    double[] vegetated = new double[block.cells().size()];
    block.tiles().forEach(tile -> vegetated[tile.cell()] += tile.fraction());
    for (ModelSeries series : MONTHLY) {
      cells.put(series, new double[vegetated.length * fluxMonths.count()]);
    }
    for (ModelSeries series : daily) {
      cells.put(series, new double[vegetated.length * setup.window().days()]);
    }
    for (int g = 0; g < groups.size(); g++) {
      LaneGroup group = groups.get(g);
      for (int lane = 0; lane < group.lanes(); lane++) {
        BlockTile tile = block.tiles().get(group.tiles()[lane]);
        for (Map.Entry<ModelSeries, double[]> cell : cells.entrySet()) {
          ModelSeries series = cell.getKey();
          // per area of the cell: sum frac f; a state of its tiles: sum frac s / sum frac
          double weight =
              MONTHLY.contains(series) ? tile.fraction() : tile.fraction() / vegetated[tile.cell()];
          double[] values = run.get(g).of(series);
          int steps = values.length / group.lanes();
          for (int step = 0; step < steps; step++) {
            cell.getValue()[tile.cell() * steps + step] +=
                weight * values[step * group.lanes() + lane];
          }
        }
      }
    }
    return cells;
  }

  private Map<ModelSeries, double[]> tiles(List<LaneSeries> run) {
    int before = fluxMonths.indexOf(setup.window().first());
    Map<ModelSeries, double[]> tiles = new EnumMap<>(ModelSeries.class);
    for (ModelSeries series : SUMMED) {
      double[] sums = new double[block.tiles().size()];
      for (int g = 0; g < groups.size(); g++) {
        LaneGroup group = groups.get(g);
        double[] monthly = run.get(g).of(series);
        for (int lane = 0; lane < group.lanes(); lane++) {
          for (int month = before; month < fluxMonths.count(); month++) {
            sums[group.tiles()[lane]] += monthly[month * group.lanes() + lane];
          }
        }
      }
      tiles.put(series, sums);
    }
    return tiles;
  }
}
