package org.ccdas.assimilate.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.ccdas.bethy.lane.BlockModel;
import org.ccdas.bethy.lane.BlockWeather;
import org.ccdas.bethy.lane.LaneGroup;
import org.ccdas.bethy.lane.LaneSeries;
import org.ccdas.bethy.lane.ModelSeries;
import org.ccdas.bethy.lane.StageKernels;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.normal.LowerTriangle;
import org.ccdas.transport.CarbonUnits;
import org.ccdas.transport.TransportOperator;

/**
 * The part of an evaluation that concerns one block: from a control vector to the block's share of
 * the station concentrations, and back. Holds the arrays of one thread; not thread-safe.
 */
public final class BlockEvaluator {
  private static final Set<ModelSeries> TARGETS =
      EnumSet.of(ModelSeries.NEP, ModelSeries.GPP, ModelSeries.NPP, ModelSeries.EVAPOTRANSPIRATION);

  private final Block block;
  private final EvaluationSetup setup;
  private final BlockLanes lanes;
  private final List<LaneGroup> groups;
  private final BlockModel model;
  private final TransportOperator transport;
  private final MonthAxis fluxMonths;
  private final BlockMoisture moisture;

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
    this.block = block;
    this.setup = setup;
    this.lanes = BlockLanes.of(block, setup);
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
    this.model = new BlockModel(groups, lanes.live(), weather(), schedule, kernels, daily(setup));
    this.fluxMonths = setup.fluxMonths();
    this.transport = new TransportOperator(block.response(), fluxMonths, setup.window());
    this.moisture =
        setup.moisture().isActive()
            ? BlockMoisture.of(block, setup, groups, setup.moisture().mask().of(block.index()))
            : BlockMoisture.none(setup);
  }

  /** The top moisture always; snow decides what a satellite sees until its mask is frozen. */
  private static Set<ModelSeries> daily(EvaluationSetup setup) {
    return setup.moisture().used() && !setup.moisture().isActive()
        ? EnumSet.of(ModelSeries.TOP_MOISTURE, ModelSeries.SNOW)
        : EnumSet.of(ModelSeries.TOP_MOISTURE);
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

    /**
     * The block's share of the evaluation: of the concentrations, without offset and background,
     * ppm; and at last the misfit to the soil moisture of its cells.
     */
    public double[] share() {
      return share.clone();
    }

    /** The block's share of the concentrations alone, without offset and background, ppm. */
    public double[] concentrations() {
      return Arrays.copyOf(share, share.length - 1);
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
    return new Run(x.clone(), run, share(run.series(), moisture.cost(run.series())));
  }

  private double[] share(List<LaneSeries> fluxes, double misfit) {
    double[] concentrations = transport.concentrations(regionFlux(fluxes));
    double[] share = Arrays.copyOf(concentrations, concentrations.length + 1);
    share[concentrations.length] = misfit;
    return share;
  }

  private double fluxPerNep(BlockTile tile, double share, int month) {
    return fluxPerNep(block.cells().get(tile.cell()), tile, share, fluxMonths, month);
  }

  /** kgC yr-1 to the atmosphere of a region for 1 gC m-2 of uptake by a tile in a month. */
  static double fluxPerNep(
      BlockCell cell, BlockTile tile, double share, MonthAxis fluxMonths, int month) {
    // F = -NEP area fraction share 1e-3 365/days
    return -cell.area() * tile.fraction() * share * 1e-3 / CarbonUnits.years(fluxMonths, month);
  }

  private double[] regionFlux(List<LaneSeries> fluxes) {
    int months = fluxMonths.count();
    double[] flux = new double[transport.fluxSize()];
    for (int g = 0; g < groups.size(); g++) {
      LaneGroup group = groups.get(g);
      for (int lane = 0; lane < group.lanes(); lane++) {
        BlockTile tile = block.tiles().get(group.tiles()[lane]);
        BlockCell cell = block.cells().get(tile.cell());
        for (int r = 0; r < cell.regions().length; r++) {
          for (int month = 0; month < months; month++) {
            flux[cell.regions()[r] * months + month] +=
                fluxPerNep(tile, cell.shares()[r], month)
                    * fluxes.get(g).of(ModelSeries.NEP)[month * group.lanes() + lane];
          }
        }
      }
    }
    return flux;
  }

  /**
   * The block's share of the gradient.
   *
   * @param run a forward run made for it
   * @param concentrationBar derivative of the cost by the concentrations
   * @return derivative by the control vector
   */
  public double[] gradient(Run run, double[] concentrationBar) {
    double[] fluxBar = transport.adjoint(concentrationBar);
    int months = fluxMonths.count();
    List<LaneSeries> bars = new ArrayList<>();
    for (LaneGroup group : groups) {
      LaneSeries bar =
          LaneSeries.zero(
              group.lanes(),
              model.schedule(),
              moisture.cells() > 0
                  ? EnumSet.of(ModelSeries.NEP, ModelSeries.TOP_MOISTURE)
                  : EnumSet.of(ModelSeries.NEP));
      double[] nepBar = bar.of(ModelSeries.NEP);
      for (int lane = 0; lane < group.lanes(); lane++) {
        BlockTile tile = block.tiles().get(group.tiles()[lane]);
        BlockCell cell = block.cells().get(tile.cell());
        for (int r = 0; r < cell.regions().length; r++) {
          for (int month = 0; month < months; month++) {
            nepBar[month * group.lanes() + lane] +=
                fluxPerNep(tile, cell.shares()[r], month)
                    * fluxBar[cell.regions()[r] * months + month];
          }
        }
      }
      bars.add(bar);
    }
    moisture.addSensitivities(run.model.series(), bars);
    List<double[]> parameterBars = model.adjoint(run.model, bars);
    return lanes.gradient(run.x, parameterBars);
  }

  /** Tangent of the block's {@link Run#share} along a direction of the control vector. */
  public double[] tangent(double[] x, double[] direction) {
    List<LaneSeries> dots = model.tangent(lanes.parameters(x), lanes.tangent(x, direction));
    double misfit = 0;
    if (moisture.cells() > 0) {
      misfit = moisture.tangent(model.forward(lanes.parameters(x), false).series(), dots);
    }
    return share(dots, misfit);
  }

  /** What one pass with all derivatives gives of the block. */
  public static final class Linearised {
    private final double[] share;
    private final double[] jacobian;

    private Linearised(double[] share, double[] jacobian) {
      this.share = share;
      this.jacobian = jacobian;
    }

    /** The block's share of the evaluation, the bits of {@link Run#share}. */
    public double[] share() {
      return share.clone();
    }

    /**
     * The block's share of what the Gauss-Newton Hessian is made of: the derivative of the
     * concentrations by the control vector, {@code [parameter * concentrations + concentration]},
     * and for each of {@link EvaluationSetup#moistureGroups} cost, gradient and Hessian of the
     * misfit to soil moisture.
     */
    public double[] jacobian() {
      return jacobian.clone();
    }
  }

  /** Runs forward and carries the derivatives by all parameters along. */
  public Linearised linearise(double[] x) {
    MoistureJacobian rows = new MoistureJacobian(moisture, lanes, x);
    BlockModel.Jacobian run =
        model.jacobian(lanes.parameters(x), lanes.estimated(), EnumSet.of(ModelSeries.NEP), rows);
    double[] stations = new StationJacobian(block, lanes, transport).of(x, run.jacobians());
    int groups = setup.moistureGroups().size();
    double[] jacobian =
        Arrays.copyOf(
            stations, stations.length + groups * (1 + x.length + LowerTriangle.length(x.length)));
    rows.addTo(jacobian, stations.length);
    return new Linearised(share(run.series(), moisture.cost(run.series())), jacobian);
  }

  /** Bytes that {@link #linearise} needs besides those of a forward run. */
  public long jacobianBytes() {
    return BlockModel.jacobianBytes(groups.size(), model.schedule(), EnumSet.of(ModelSeries.NEP))
        + StationJacobian.bytes(transport, setup.control().size())
        + MoistureJacobian.bytes(
            moisture.cells(), setup.window().count() / 12 + 1, setup.control().size());
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
    BlockModel.Jacobian run =
        model.jacobian(lanes.parameters(x), lanes.estimated(), TARGETS, (day, groups) -> {});
    return TargetLayout.joined(sums.of(run.series()), sums.derivatives(x, run.jacobians()));
  }

  /** The fluxes of the block's cells and tiles in a forward run. */
  public BlockFluxes fluxes(Run run) {
    int months = fluxMonths.count();
    int before = fluxMonths.indexOf(setup.window().first());
    int days = setup.window().days();
    int cells = block.cells().size();
    int tiles = block.tiles().size();
    BlockFluxes result =
        new BlockFluxes(
            block.index(),
            months,
            new double[cells * months],
            new double[cells * months],
            new double[cells * months],
            new double[cells * months],
            new double[cells * days],
            new double[tiles],
            new double[tiles],
            new double[tiles],
            moistureFit(run));
    double[] vegetated = new double[cells];
    block.tiles().forEach(tile -> vegetated[tile.cell()] += tile.fraction());
    for (int g = 0; g < groups.size(); g++) {
      LaneGroup group = groups.get(g);
      LaneSeries series = run.model.series().get(g);
      double[] nep = series.of(ModelSeries.NEP);
      double[] gpp = series.of(ModelSeries.GPP);
      double[] npp = series.of(ModelSeries.NPP);
      double[] evapotranspiration = series.of(ModelSeries.EVAPOTRANSPIRATION);
      double[] topMoisture = series.of(ModelSeries.TOP_MOISTURE);
      for (int lane = 0; lane < group.lanes(); lane++) {
        int index = group.tiles()[lane];
        BlockTile tile = block.tiles().get(index);
        for (int month = 0; month < months; month++) {
          int from = month * group.lanes() + lane;
          int to = tile.cell() * months + month;
          result.nep()[to] += tile.fraction() * nep[from];
          result.gpp()[to] += tile.fraction() * gpp[from];
          result.npp()[to] += tile.fraction() * npp[from];
          result.evapotranspiration()[to] += tile.fraction() * evapotranspiration[from];
          if (month >= before) {
            result.tileGpp()[index] += gpp[from];
            result.tileNpp()[index] += npp[from];
            result.tileEvapotranspiration()[index] += evapotranspiration[from];
          }
        }
        // cell mean sum frac theta1 / sum frac   (17.1, without its mask)
        double weight = tile.fraction() / vegetated[tile.cell()];
        for (int day = 0; day < days; day++) {
          result.topMoisture()[tile.cell() * days + day] +=
              weight * topMoisture[day * group.lanes() + lane];
        }
      }
    }
    return result;
  }

  /** Of the frozen mask; before it is decided, of the one that this run would decide. */
  private BlockMoistureFit moistureFit(Run run) {
    if (!setup.moisture().used()) {
      return BlockMoistureFit.none();
    }
    if (setup.moisture().isActive()) {
      return moisture.fit(run.model.series(), setup.moisture().mask().of(block.index()));
    }
    int days = setup.window().days();
    int[][] hidden = new int[block.tiles().size()][];
    double[][] unfrozen = new double[block.cells().size()][];
    Arrays.setAll(unfrozen, model::unfrozen);
    for (int g = 0; g < groups.size(); g++) {
      LaneGroup group = groups.get(g);
      double[] snow = run.model.series().get(g).of(ModelSeries.SNOW);
      for (int lane = 0; lane < group.lanes(); lane++) {
        double[] ofTile = new double[days];
        for (int day = 0; day < days; day++) {
          ofTile[day] = snow[day * group.lanes() + lane];
        }
        hidden[group.tiles()[lane]] = MoistureMask.changes(ofTile, unfrozen[group.cells()[lane]]);
      }
    }
    return BlockMoisture.of(block, setup, groups, hidden).fit(run.model.series(), hidden);
  }
}
