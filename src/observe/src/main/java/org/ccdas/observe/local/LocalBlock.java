package org.ccdas.observe.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.ccdas.bethy.lane.LaneGroup;
import org.ccdas.bethy.lane.LaneSeries;
import org.ccdas.bethy.lane.ModelSeries;
import org.ccdas.observe.block.Block;
import org.ccdas.observe.block.BlockPart;
import org.ccdas.observe.normal.LowerTriangle;
import org.ccdas.observe.stream.BlockOperator;
import org.ccdas.observe.stream.BlockView;

/**
 * A local stream on one block: what the instrument would see of the tiles (spec section 17.1), and
 * the misfit of every cell to what it has seen.
 */
final class LocalBlock implements BlockOperator {
  private final LocalOperator operator;
  private final BlockView view;
  private final ObservedField field;
  private final int[] years;
  private final List<CellView> cells;

  private LocalBlock(LocalOperator operator, BlockView view) {
    this.operator = operator;
    this.view = view;
    this.field = view.block().part(operator.name(), ObservedField.class);
    if (!field.first().equals(operator.window().firstDay())
        || field.cells() != view.block().cells().size()) {
      throw new IllegalArgumentException(
          operator.name()
              + " of "
              + field.cells()
              + " cells from "
              + field.first()
              + " in a block of "
              + view.block().cells().size()
              + " cells from "
              + operator.window().firstDay());
    }
    this.years = operator.years();
    this.cells =
        operator.decision().isDecided()
            ? views(operator.decision().mask().of(view.block().index()))
            : List.of();
  }

  /** The stream on a block; before the mask is decided nothing is seen. */
  static LocalBlock of(BlockView view, LocalOperator operator) {
    return new LocalBlock(operator, view);
  }

  /**
   * What is seen of every cell.
   *
   * @param hidden for each tile the days on which it turns hidden or visible
   */
  private List<CellView> views(int[][] hidden) {
    Block block = view.block();
    List<LaneGroup> groups = view.lanes().groups();
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
    List<CellView> views = new ArrayList<>();
    for (int cell = 0; cell < block.cells().size(); cell++) {
      int[] tiles = tilesOf.get(cell).stream().mapToInt(t -> t).toArray();
      SeenDays seen = seen(cell, tiles, hidden);
      int id = block.cells().get(cell).id();
      int[] assimilated =
          operator.decision().isAssimilated(block.index(), cell)
              ? assimilated(id, seen.series().days())
              : new int[0];
      views.add(
          new CellView(
              id,
              Arrays.stream(tiles).map(tile -> groupOf[tile]).toArray(),
              Arrays.stream(tiles).map(tile -> laneOf[tile]).toArray(),
              seen,
              assimilated,
              operator.misfit().term(seen.series().at(assimilated))));
    }
    return views;
  }

  private SeenDays seen(int cell, int[] tiles, int[][] hidden) {
    double[] fraction = new double[tiles.length];
    boolean[][] visible = new boolean[tiles.length][];
    for (int t = 0; t < tiles.length; t++) {
      fraction[t] = view.block().tiles().get(tiles[t]).fraction();
      visible[t] = DayMask.visible(hidden[tiles[t]], years.length);
    }
    return SeenDays.of(
        field,
        cell,
        fraction,
        visible,
        operator.quantity().visibility(),
        operator.decision().matching(view.block().index(), cell));
  }

  /** Indices of the observations that are not held out. */
  private int[] assimilated(int cell, int[] days) {
    int[] indices = new int[days.length];
    int count = 0;
    for (int k = 0; k < days.length; k++) {
      if (!operator.misfit().isHeldOut(cell, years[days[k]])) {
        indices[count++] = k;
      }
    }
    return Arrays.copyOf(indices, count);
  }

  /** The cells; none before the mask is decided. */
  List<CellView> cells() {
    return cells;
  }

  /** The stream. */
  LocalOperator operator() {
    return operator;
  }

  /** The block. */
  BlockView view() {
    return view;
  }

  private ModelSeries series() {
    return operator.quantity().series();
  }

  @Override
  public double[] share(double[] x, List<LaneSeries> run) {
    double sum = 0;
    for (CellView cell : cells) {
      sum += cell.term().value(cell.modelled(series(), run));
    }
    return new double[] {sum};
  }

  @Override
  public double[] shareTangent(
      double[] x, double[] direction, List<LaneSeries> run, List<LaneSeries> dots) {
    double sum = 0;
    for (CellView cell : cells) {
      double[] bar = cell.term().gradient(cell.modelled(series(), run));
      double[] dot = cell.modelled(series(), dots);
      for (int k = 0; k < bar.length; k++) {
        sum += bar[k] * dot[k];
      }
    }
    return new double[] {sum};
  }

  @Override
  public void addSensitivities(
      double[] x, List<LaneSeries> run, double[] bar, List<LaneSeries> bars) {
    // the misfit is the share: its bar is 1
    for (CellView cell : cells) {
      cell.addSensitivities(cell.term().gradient(cell.modelled(series(), run)), series(), bars);
    }
  }

  @Override
  public Linearisation linearise(double[] x) {
    return new LocalRows(this, x);
  }

  @Override
  public long linearisationBytes() {
    int parameters = view.lanes().controls();
    long sums = LowerTriangle.length(parameters) + 3L * parameters;
    return (long) Double.BYTES * cells.size() * (view.window().count() / 12 + 1) * sums;
  }

  /** Of the frozen mask; before it is decided, of the one that this run would decide. */
  @Override
  public byte[] fit(List<LaneSeries> run) {
    int[][] hidden =
        operator.decision().isDecided()
            ? operator.decision().mask().of(view.block().index())
            : hidden(run);
    return fit(hidden, operator.decision().isDecided() ? cells : views(hidden), run).encode();
  }

  private LocalFit fit(int[][] hidden, List<CellView> seen, List<LaneSeries> run) {
    return new LocalFit(
        hidden,
        seen.stream().map(cell -> cell.seen().series()).toList(),
        seen.stream().map(cell -> cell.seen(series(), run)).toList());
  }

  /** For each tile the days on which it turns hidden or visible in a run. */
  private int[][] hidden(List<LaneSeries> run) {
    int[][] hidden = new int[view.block().tiles().size()][];
    double[][] unfrozen = new double[view.block().cells().size()][];
    Arrays.setAll(unfrozen, view.unfrozen()::apply);
    List<LaneGroup> groups = view.lanes().groups();
    for (int g = 0; g < groups.size(); g++) {
      LaneGroup group = groups.get(g);
      double[] snow = run.get(g).of(ModelSeries.SNOW);
      for (int lane = 0; lane < group.lanes(); lane++) {
        double[] ofTile = new double[years.length];
        for (int day = 0; day < ofTile.length; day++) {
          ofTile[day] = snow[day * group.lanes() + lane];
        }
        hidden[group.tiles()[lane]] =
            DayMask.changes(
                operator.quantity().visibility(), ofTile, unfrozen[group.cells()[lane]]);
      }
    }
    return hidden;
  }

  @Override
  public BlockPart observed(List<LaneSeries> truth, OptionalLong seed) {
    return new LocalTwin(operator.quantity(), operator.misfit(), seed)
        .observed(field, cells, truth);
  }
}
