package org.ccdas.assimilate.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ccdas.bethy.lane.LaneGroup;
import org.ccdas.bethy.lane.LaneSeries;
import org.ccdas.bethy.lane.ModelSeries;
import org.ccdas.observe.moisture.DailySoilMoisture;
import org.ccdas.observe.moisture.Matching;
import org.ccdas.observe.moisture.MoistureNormal;
import org.ccdas.observe.moisture.MoistureSeries;
import org.ccdas.observe.moisture.MoistureTerm;
import org.ccdas.observe.normal.LowerTriangle;

/**
 * The soil moisture of a block: what the satellite would see of the tiles (spec section 17.1), and
 * the misfit of every cell to what it has seen. Immutable.
 */
final class BlockMoisture {
  private final List<LaneGroup> groups;
  private final MoistureSetup setup;
  private final int[] windowYears;
  private final List<CellView> cells = new ArrayList<>();

  /** One cell: its tiles, the days seen, and which of these are assimilated. */
  private static final class CellView {
    final int id;
    final int[] groups;
    final int[] lanes;
    final double[] weights;
    final MoistureSeries seen;
    final int[] assimilated;
    final MoistureTerm term;

    CellView(
        int id,
        int[] groups,
        int[] lanes,
        double[] weights,
        MoistureSeries seen,
        int[] assimilated,
        MoistureTerm term) {
      this.id = id;
      this.groups = groups;
      this.lanes = lanes;
      this.weights = weights;
      this.seen = seen;
      this.assimilated = assimilated;
      this.term = term;
    }
  }

  private BlockMoisture(List<LaneGroup> groups, MoistureSetup setup, int[] windowYears) {
    this.groups = groups;
    this.setup = setup;
    this.windowYears = windowYears;
  }

  /**
   * The soil moisture of a block.
   *
   * @param hidden for each tile the days on which it turns hidden or visible
   */
  static BlockMoisture of(
      Block block, EvaluationSetup setup, List<LaneGroup> groups, int[][] hidden) {
    BlockMoisture moisture = new BlockMoisture(groups, setup.moisture(), setup.windowYears());
    int[] groupOf = new int[block.tiles().size()];
    int[] laneOf = new int[block.tiles().size()];
    for (int g = 0; g < groups.size(); g++) {
      for (int lane = 0; lane < groups.get(g).lanes(); lane++) {
        groupOf[groups.get(g).tiles()[lane]] = g;
        laneOf[groups.get(g).tiles()[lane]] = lane;
      }
    }
    List<List<Integer>> tilesOf = new ArrayList<>();
    block.cells().forEach(cell -> tilesOf.add(new ArrayList<>()));
    for (int tile = 0; tile < block.tiles().size(); tile++) {
      tilesOf.get(block.tiles().get(tile).cell()).add(tile);
    }
    for (int cell = 0; cell < block.cells().size(); cell++) {
      int[] tiles = tilesOf.get(cell).stream().mapToInt(t -> t).toArray();
      moisture.cells.add(moisture.view(block, cell, tiles, groupOf, laneOf, hidden));
    }
    return moisture;
  }

  /** Nothing observed. */
  static BlockMoisture none(EvaluationSetup setup) {
    return new BlockMoisture(List.of(), setup.moisture(), setup.windowYears());
  }

  private CellView view(
      Block block, int cell, int[] tiles, int[] groupOf, int[] laneOf, int[][] hidden) {
    DailySoilMoisture observed = block.moisture();
    int days = Math.min(observed.days(), windowYears.length);
    boolean[][] visible = new boolean[tiles.length][];
    double[] fraction = new double[tiles.length];
    double total = 0;
    for (int t = 0; t < tiles.length; t++) {
      visible[t] = MoistureMask.visible(hidden[tiles[t]], days);
      fraction[t] = block.tiles().get(tiles[t]).fraction();
      total += fraction[t];
    }
    int[] used = new int[days];
    double[] weights = new double[days * tiles.length];
    int count = 0;
    for (int day = 0; day < days; day++) {
      double seen = 0;
      for (int t = 0; t < tiles.length; t++) {
        seen += visible[t][day] ? fraction[t] : 0;
      }
      if (!Float.isNaN(observed.value()[cell][day])
          && seen > 0
          && seen >= MoistureMask.LEAST_VISIBLE * total) {
        for (int t = 0; t < tiles.length; t++) {
          // H = sum frac theta1 / sum frac over visible tiles
          weights[count * tiles.length + t] = visible[t][day] ? fraction[t] / seen : 0;
        }
        used[count++] = day;
      }
    }
    int[] usedDays = Arrays.copyOf(used, count);
    Matching matching = setup.matching(block.index(), cell);
    MoistureSeries seen = series(observed, cell, usedDays, matching);
    int id = block.cells().get(cell).id();
    int[] assimilated =
        setup.isAssimilated(block.index(), cell) ? assimilated(id, usedDays) : new int[0];
    return new CellView(
        id,
        Arrays.stream(tiles).map(tile -> groupOf[tile]).toArray(),
        Arrays.stream(tiles).map(tile -> laneOf[tile]).toArray(),
        Arrays.copyOf(weights, count * tiles.length),
        seen,
        assimilated,
        new MoistureTerm(part(seen, assimilated), setup.error(), setup.bias()));
  }

  private static MoistureSeries series(
      DailySoilMoisture observed, int cell, int[] days, Matching matching) {
    double[] value = new double[days.length];
    double[] sigma = new double[days.length];
    for (int k = 0; k < days.length; k++) {
      value[k] = observed.value()[cell][days[k]];
      sigma[k] = observed.standardError()[cell][days[k]];
      if (matching != null) {
        value[k] = matching.apply(value[k]);
        sigma[k] = matching.error(sigma[k]);
      }
    }
    return new MoistureSeries(days, value, sigma);
  }

  /** Indices of the days that are not held out. */
  private int[] assimilated(int cell, int[] days) {
    int[] indices = new int[days.length];
    int count = 0;
    for (int k = 0; k < days.length; k++) {
      if (!setup.isHeldOut(cell, windowYears[days[k]])) {
        indices[count++] = k;
      }
    }
    return Arrays.copyOf(indices, count);
  }

  private static MoistureSeries part(MoistureSeries all, int[] indices) {
    return new MoistureSeries(
        Arrays.stream(indices).map(k -> all.days()[k]).toArray(),
        Arrays.stream(indices).mapToDouble(k -> all.value()[k]).toArray(),
        Arrays.stream(indices).mapToDouble(k -> all.sigma()[k]).toArray());
  }

  /** Number of cells. */
  int cells() {
    return cells.size();
  }

  /** The misfit of a cell. */
  MoistureTerm term(int cell) {
    return cells.get(cell).term;
  }

  /** The tiles of a cell as (lane group, lane). */
  int[][] lanes(int cell) {
    CellView view = cells.get(cell);
    return new int[][] {view.groups, view.lanes};
  }

  /** Weight of a cell's tile in H on day {@code k} of the misfit's series. */
  double weight(int cell, int k, int tile) {
    CellView view = cells.get(cell);
    return view.weights[view.assimilated[k] * view.groups.length + tile];
  }

  /** The operator's value of a cell on every day seen, m3 m-3. */
  private double[] seen(CellView view, List<LaneSeries> fluxes) {
    double[] modelled = new double[view.seen.count()];
    for (int k = 0; k < modelled.length; k++) {
      for (int t = 0; t < view.groups.length; t++) {
        double weight = view.weights[k * view.groups.length + t];
        if (weight > 0) {
          LaneSeries group = fluxes.get(view.groups[t]);
          int at = view.seen.days()[k] * group.lanes() + view.lanes[t];
          modelled[k] += weight * group.of(ModelSeries.TOP_MOISTURE)[at];
        }
      }
    }
    return modelled;
  }

  /**
   * H of a cell on every day of its misfit's series. The operator is linear in theta1: tangents of
   * the fluxes give tangents of H.
   */
  double[] modelled(int cell, List<LaneSeries> fluxes) {
    CellView view = cells.get(cell);
    double[] seen = seen(view, fluxes);
    return Arrays.stream(view.assimilated).mapToDouble(k -> seen[k]).toArray();
  }

  /** The misfit of all cells, in their order. */
  double cost(List<LaneSeries> fluxes) {
    double sum = 0;
    for (int cell = 0; cell < cells.size(); cell++) {
      sum += term(cell).value(modelled(cell, fluxes));
    }
    return sum;
  }

  /** Adds the derivative of the misfit by theta1 to sensitivities of the fluxes. */
  void addSensitivities(List<LaneSeries> fluxes, List<LaneSeries> bars) {
    for (int cell = 0; cell < cells.size(); cell++) {
      double[] bar = term(cell).gradient(modelled(cell, fluxes));
      CellView view = cells.get(cell);
      for (int k = 0; k < bar.length; k++) {
        int day = term(cell).series().days()[k];
        for (int t = 0; t < view.groups.length; t++) {
          LaneSeries group = bars.get(view.groups[t]);
          group.of(ModelSeries.TOP_MOISTURE)[day * group.lanes() + view.lanes[t]] +=
              weight(cell, k, t) * bar[k];
        }
      }
    }
  }

  /** Tangent of the misfit along tangents of the fluxes. */
  double tangent(List<LaneSeries> fluxes, List<LaneSeries> dots) {
    double sum = 0;
    for (int cell = 0; cell < cells.size(); cell++) {
      double[] bar = term(cell).gradient(modelled(cell, fluxes));
      double[] dot = modelled(cell, dots);
      for (int k = 0; k < bar.length; k++) {
        sum += bar[k] * dot[k];
      }
    }
    return sum;
  }

  /** Sums of the normal system of a cell, which takes rows of {@code n} parameters day by day. */
  MoistureNormal normal(int cell, int n) {
    int[] days = term(cell).series().days();
    return new MoistureNormal(
        term(cell), Arrays.stream(days).map(day -> windowYears[day]).toArray(), n);
  }

  /**
   * Adds a cell's normal system to the share of the block: for each group of {@link
   * EvaluationSetup#moistureGroups} cost, gradient and Hessian.
   *
   * @param parts of the cell's years
   * @param controls index in the control vector of each parameter of the parts, rising
   * @param share of the block, the first group at {@code from}
   * @param n size of the control vector
   */
  void add(
      int cell, List<MoistureNormal.Part> parts, int[] controls, double[] share, int from, int n) {
    int length = 1 + n + LowerTriangle.length(n);
    int years = windowYears[windowYears.length - 1] - windowYears[0] + 1;
    for (MoistureNormal.Part part : parts) {
      int group = setup.regions().of(cells.get(cell).id) * years + part.year() - windowYears[0];
      int at = from + group * length;
      share[at] += part.cost();
      int next = 0;
      for (int i = 0; i < controls.length; i++) {
        share[at + 1 + controls[i]] += part.gradient()[i];
        for (int j = 0; j <= i; j++) {
          share[at + 1 + n + LowerTriangle.index(controls[i], controls[j])] +=
              part.hessian()[next++];
        }
      }
    }
  }

  /** What was seen and what the run says of it. */
  BlockMoistureFit fit(List<LaneSeries> fluxes, int[][] hidden) {
    return new BlockMoistureFit(
        hidden,
        cells.stream().map(view -> view.seen).toList(),
        cells.stream().map(view -> seen(view, fluxes)).toList());
  }
}
