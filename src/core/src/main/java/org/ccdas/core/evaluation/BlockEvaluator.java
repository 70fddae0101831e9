package org.ccdas.core.evaluation;

import static org.ccdas.bethy.kernel.LaneKernel.LANES;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.ccdas.bethy.lane.BlockModel;
import org.ccdas.bethy.lane.BlockWeather;
import org.ccdas.bethy.lane.LaneFluxes;
import org.ccdas.bethy.lane.LaneForcing;
import org.ccdas.bethy.lane.LaneGroup;
import org.ccdas.bethy.lane.StageKernels;
import org.ccdas.bethy.process.TileTraits;
import org.ccdas.bethy.table.Pathway;
import org.ccdas.bethy.table.PlantFunctionalType;
import org.ccdas.bethy.table.PriorParameters;
import org.ccdas.bethy.table.SoilTexture;
import org.ccdas.core.InputException;
import org.ccdas.core.control.TileMapping;
import org.ccdas.core.time.MonthAxis;
import org.ccdas.core.transport.CarbonUnits;
import org.ccdas.core.transport.TransportOperator;

/**
 * The part of an evaluation that concerns one block: from a control vector to the block's share of
 * the station concentrations, and back. Holds the arrays of one thread; not thread-safe.
 */
public final class BlockEvaluator {
  private final Block block;
  private final EvaluationSetup setup;
  private final List<LaneGroup> groups;
  private final List<List<TileMapping>> mappings;
  private final BlockModel model;
  private final TransportOperator transport;
  private final MonthAxis fluxMonths;

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
    this.groups = groups(block);
    this.mappings = new ArrayList<>();
    List<double[]> live = new ArrayList<>();
    for (LaneGroup group : groups) {
      List<TileMapping> lanes = new ArrayList<>();
      double[] liveLanes = new double[group.lanes()];
      for (int lane = 0; lane < group.lanes(); lane++) {
        int tile = group.tiles()[lane];
        lanes.add(mapping(block.tiles().get(tile)));
        liveLanes[lane] = setup.frozen().live(block.index(), tile);
      }
      mappings.add(lanes);
      live.add(liveLanes);
    }
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
    this.model = new BlockModel(groups, live, weather(), schedule, kernels);
    this.fluxMonths = setup.fluxMonths();
    this.transport = new TransportOperator(block.response(), fluxMonths, setup.window());
  }

  private static List<LaneGroup> groups(Block block) {
    List<LaneGroup> groups = new ArrayList<>();
    for (boolean c4 : new boolean[] {false, true}) {
      List<Integer> members = new ArrayList<>();
      for (int tile = 0; tile < block.tiles().size(); tile++) {
        if (c4(type(block.tiles().get(tile))) == c4) {
          members.add(tile);
        }
      }
      for (int from = 0; from < members.size(); from += LANES) {
        groups.add(group(block, c4, members.subList(from, Math.min(members.size(), from + LANES))));
      }
    }
    return groups;
  }

  private static LaneGroup group(Block block, boolean c4, List<Integer> members) {
    int[] cells = new int[members.size()];
    int[] tiles = new int[members.size()];
    List<TileTraits> traits = new ArrayList<>();
    for (int lane = 0; lane < cells.length; lane++) {
      BlockTile tile = block.tiles().get(members.get(lane));
      tiles[lane] = members.get(lane);
      cells[lane] = tile.cell();
      traits.add(type(tile).traits(SoilTexture.of(tile.texture())));
    }
    return new LaneGroup(c4, cells, tiles, traits);
  }

  private static PlantFunctionalType type(BlockTile tile) {
    return PlantFunctionalType.of(tile.pft());
  }

  private static boolean c4(PlantFunctionalType type) {
    return type.pathway() == Pathway.C4;
  }

  private TileMapping mapping(BlockTile tile) {
    PlantFunctionalType type = type(tile);
    return TileMapping.of(
        setup.control(),
        type.code(),
        SoilTexture.of(tile.texture()).name(),
        c4(type),
        LaneForcing.values(PriorParameters.of(type)));
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
    private final double[] concentrations;

    private Run(double[] x, BlockModel.Run model, double[] concentrations) {
      this.x = x;
      this.model = model;
      this.concentrations = concentrations;
    }

    /** The block's share of the concentrations, without offset and background, ppm. */
    public double[] concentrations() {
      return concentrations.clone();
    }
  }

  /**
   * Runs forward.
   *
   * @param x control vector
   * @param forGradient whether {@link #gradient} will be asked of the run, which takes memory
   */
  public Run forward(double[] x, boolean forGradient) {
    BlockModel.Run run = model.forward(parameters(x), forGradient);
    return new Run(x.clone(), run, transport.concentrations(regionFlux(run.fluxes())));
  }

  private List<double[]> parameters(double[] x) {
    double[] physical = setup.control().physical(x);
    List<double[]> parameters = new ArrayList<>();
    for (List<TileMapping> lanes : mappings) {
      double[] slots = new double[LaneForcing.PARAMETERS * LANES];
      for (int lane = 0; lane < lanes.size(); lane++) {
        lanes.get(lane).fill(physical, slots, lane, LANES);
      }
      parameters.add(slots);
    }
    return parameters;
  }

  /** kgC yr-1 to the atmosphere of a region for 1 gC m-2 of uptake by a tile in a month. */
  private double fluxPerNep(BlockTile tile, double share, int month) {
    BlockCell cell = block.cells().get(tile.cell());
    // F = -NEP area fraction share 1e-3 365/days
    return -cell.area() * tile.fraction() * share * 1e-3 / CarbonUnits.years(fluxMonths, month);
  }

  private double[] regionFlux(List<LaneFluxes> fluxes) {
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
                    * fluxes.get(g).nep()[month * group.lanes() + lane];
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
    List<LaneFluxes> bars = new ArrayList<>();
    for (LaneGroup group : groups) {
      LaneFluxes bar = LaneFluxes.zero(group.lanes(), model.schedule());
      for (int lane = 0; lane < group.lanes(); lane++) {
        BlockTile tile = block.tiles().get(group.tiles()[lane]);
        BlockCell cell = block.cells().get(tile.cell());
        for (int r = 0; r < cell.regions().length; r++) {
          for (int month = 0; month < months; month++) {
            bar.nep()[month * group.lanes() + lane] +=
                fluxPerNep(tile, cell.shares()[r], month)
                    * fluxBar[cell.regions()[r] * months + month];
          }
        }
      }
      bars.add(bar);
    }
    List<double[]> parameterBars = model.adjoint(run.model, bars);
    double[] derivative = setup.control().derivative(run.x);
    double[] gradient = new double[setup.control().size()];
    for (int g = 0; g < groups.size(); g++) {
      for (int lane = 0; lane < groups.get(g).lanes(); lane++) {
        mappings.get(g).get(lane).adjoint(derivative, parameterBars.get(g), lane, LANES, gradient);
      }
    }
    return gradient;
  }

  /** Tangent of the block's share of the concentrations along a direction of the control vector. */
  public double[] tangent(double[] x, double[] direction) {
    double[] derivative = setup.control().derivative(x);
    List<double[]> dots = new ArrayList<>();
    for (List<TileMapping> lanes : mappings) {
      double[] slots = new double[LaneForcing.PARAMETERS * LANES];
      for (int lane = 0; lane < lanes.size(); lane++) {
        lanes.get(lane).tangent(derivative, direction, slots, lane, LANES);
      }
      dots.add(slots);
    }
    return transport.concentrations(regionFlux(model.tangent(parameters(x), dots)));
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
            new double[tiles]);
    double[] vegetated = new double[cells];
    block.tiles().forEach(tile -> vegetated[tile.cell()] += tile.fraction());
    for (int g = 0; g < groups.size(); g++) {
      LaneGroup group = groups.get(g);
      LaneFluxes lanes = run.model.fluxes().get(g);
      for (int lane = 0; lane < group.lanes(); lane++) {
        int index = group.tiles()[lane];
        BlockTile tile = block.tiles().get(index);
        for (int month = 0; month < months; month++) {
          int from = month * group.lanes() + lane;
          int to = tile.cell() * months + month;
          result.nep()[to] += tile.fraction() * lanes.nep()[from];
          result.gpp()[to] += tile.fraction() * lanes.gpp()[from];
          result.npp()[to] += tile.fraction() * lanes.npp()[from];
          result.evapotranspiration()[to] += tile.fraction() * lanes.evapotranspiration()[from];
          if (month >= before) {
            result.tileGpp()[index] += lanes.gpp()[from];
            result.tileNpp()[index] += lanes.npp()[from];
            result.tileEvapotranspiration()[index] += lanes.evapotranspiration()[from];
          }
        }
        // cell mean sum frac theta1 / sum frac   (17.1, without its mask)
        double weight = tile.fraction() / vegetated[tile.cell()];
        for (int day = 0; day < days; day++) {
          result.topMoisture()[tile.cell() * days + day] +=
              weight * lanes.topMoisture()[day * group.lanes() + lane];
        }
      }
    }
    return result;
  }
}
