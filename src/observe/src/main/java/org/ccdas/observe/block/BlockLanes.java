package org.ccdas.observe.block;

import static org.ccdas.bethy.kernel.LaneKernel.LANES;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.ccdas.bethy.lane.LaneForcing;
import org.ccdas.bethy.lane.LaneGroup;
import org.ccdas.bethy.process.TileTraits;
import org.ccdas.bethy.table.Pathway;
import org.ccdas.bethy.table.PlantFunctionalType;
import org.ccdas.bethy.table.PriorParameters;
import org.ccdas.bethy.table.SoilTexture;
import org.ccdas.inputs.control.ControlVector;
import org.ccdas.inputs.control.TileMapping;

/**
 * The tiles of a block dealt to lane groups: first those of the C3 pathway, then C4, each in the
 * order of the block. Carries control vectors to the parameters of the lanes, and gradients back.
 */
public final class BlockLanes {
  private final ControlVector control;
  private final List<LaneGroup> groups;
  private final List<List<TileMapping>> mappings = new ArrayList<>();
  private final List<double[]> live = new ArrayList<>();

  private BlockLanes(ControlVector control, List<LaneGroup> groups) {
    this.control = control;
    this.groups = groups;
  }

  /**
   * Deals the tiles of a block.
   *
   * @param live for each tile 1, or 0 for a tile without carbon
   */
  public static BlockLanes of(Block block, ControlVector control, IntToDoubleFunction live) {
    BlockLanes lanes = new BlockLanes(control, groups(block));
    for (LaneGroup group : lanes.groups) {
      List<TileMapping> mappings = new ArrayList<>();
      double[] ofGroup = new double[group.lanes()];
      for (int lane = 0; lane < ofGroup.length; lane++) {
        int tile = group.tiles()[lane];
        mappings.add(mapping(control, block.tiles().get(tile)));
        ofGroup[lane] = live.applyAsDouble(tile);
      }
      lanes.mappings.add(mappings);
      lanes.live.add(ofGroup);
    }
    return lanes;
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

  private static TileMapping mapping(ControlVector control, BlockTile tile) {
    PlantFunctionalType type = type(tile);
    return TileMapping.of(
        control,
        type.code(),
        SoilTexture.of(tile.texture()).name(),
        c4(type),
        LaneForcing.values(PriorParameters.of(type)));
  }

  /** The groups, the unit in which runs keep their series. */
  public List<LaneGroup> groups() {
    return groups;
  }

  /** For each group and lane 1, or 0 for a tile without carbon. */
  public List<double[]> live() {
    return live;
  }

  /** The parameters of every group at a control vector, as slots. */
  public List<double[]> parameters(double[] x) {
    double[] physical = control.physical(x);
    List<double[]> parameters = new ArrayList<>();
    for (List<TileMapping> group : mappings) {
      double[] slots = new double[LaneForcing.PARAMETERS * LANES];
      for (int lane = 0; lane < group.size(); lane++) {
        group.get(lane).fill(physical, slots, lane, LANES);
      }
      parameters.add(slots);
    }
    return parameters;
  }

  /** The tangent of {@link #parameters} along a direction of the control vector. */
  public List<double[]> tangent(double[] x, double[] direction) {
    double[] derivative = control.derivative(x);
    List<double[]> dots = new ArrayList<>();
    for (List<TileMapping> group : mappings) {
      double[] slots = new double[LaneForcing.PARAMETERS * LANES];
      for (int lane = 0; lane < group.size(); lane++) {
        group.get(lane).tangent(derivative, direction, slots, lane, LANES);
      }
      dots.add(slots);
    }
    return dots;
  }

  /** The adjoint: derivatives by the parameters to the derivative by the control vector. */
  public double[] gradient(double[] x, List<double[]> parameterBars) {
    double[] derivative = control.derivative(x);
    double[] gradient = new double[control.size()];
    for (int g = 0; g < mappings.size(); g++) {
      List<TileMapping> group = mappings.get(g);
      for (int lane = 0; lane < group.size(); lane++) {
        group.get(lane).adjoint(derivative, parameterBars.get(g), lane, LANES, gradient);
      }
    }
    return gradient;
  }

  /** The estimated parameters. */
  public ControlVector control() {
    return control;
  }

  /** Number of elements of the control vector. */
  public int controls() {
    return control.size();
  }

  /** For each component of the tile parameters whether an element of the control vector sets it. */
  public boolean[] estimated() {
    boolean[] estimated = new boolean[LaneForcing.PARAMETERS];
    for (List<TileMapping> group : mappings) {
      for (TileMapping mapping : group) {
        for (int component = 0; component < estimated.length; component++) {
          estimated[component] |= mapping.controlIndex(component) >= 0;
        }
      }
    }
    return estimated;
  }

  /** The element of the control vector that sets a parameter of a lane; -1 when none does. */
  public int controlIndex(int group, int lane, int component) {
    return mappings.get(group).get(lane).controlIndex(component);
  }

  /** Derivative of every parameter by its element of the control vector. */
  public double[] derivative(double[] x) {
    return control.derivative(x);
  }
}
