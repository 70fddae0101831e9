package org.ccdas.observe.local;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ccdas.bethy.lane.LaneGroup;
import org.ccdas.bethy.lane.LaneSeries;
import org.ccdas.bethy.lane.ModelSeries;
import org.ccdas.bethy.lane.Schedule;
import org.ccdas.inputs.control.ControlVectorFile;
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.block.Block;
import org.ccdas.observe.block.BlockCell;
import org.ccdas.observe.block.BlockLanes;
import org.ccdas.observe.block.BlockTile;
import org.ccdas.observe.local.BiasTreatment.Kind;
import org.ccdas.observe.stream.BlockView;

/**
 * A block of six cells without a model: made-up series of FAPAR and snow of their tiles, two and
 * one by turns, of both pathways. The first cell is under snow in the first month, the soil of the
 * last is frozen from the 70th day on.
 *
 * @param block the cells
 */
record LocalWorld(Block block) {
  static final String NAME = "greenness";
  static final MonthAxis WINDOW = new MonthAxis(YearMonth.of(2011, 4), 3);
  static final int CELLS = 6;
  static final int DAYS = 91;
  static final int SNOW_FREE = 30;
  static final int FROZEN = 70;
  static final Visibility RULE = new Visibility(5, 0.9, 0.6);

  private static final LocalDate FIRST = WINDOW.firstDay();
  private static final Schedule SCHEDULE = Schedule.of(FIRST, FIRST, WINDOW.lastDay(), 1);
  private static final LocalQuantity QUANTITY =
      new LocalQuantity(NAME, ModelSeries.FAPAR, RULE, 0.02);

  /** Every third day is observed. */
  static LocalWorld daily() {
    int[] days = new int[(DAYS + 2) / 3];
    Arrays.setAll(days, k -> 3 * k);
    return of(days, days);
  }

  /** Intervals of eight days. */
  static LocalWorld intervals() {
    int[] from = new int[DAYS / 8];
    int[] to = new int[DAYS / 8];
    Arrays.setAll(from, k -> 8 * k);
    Arrays.setAll(to, k -> 8 * k + 7);
    return of(from, to);
  }

  private static LocalWorld of(int[] from, int[] to) {
    ObservedField field = ObservedField.missing(CELLS, FIRST, from, to);
    NormalStream noise = new NormalStream(17);
    for (int cell = 0; cell < CELLS; cell++) {
      for (int k = 0; k < from.length; k++) {
        field.value()[cell][k] = (float) (0.4 + 0.1 * noise.next());
        field.standardError()[cell][k] = 0.03f + 0.01f * (k % 3);
      }
    }
    List<BlockCell> cells = new ArrayList<>();
    List<BlockTile> tiles = new ArrayList<>();
    for (int i = 0; i < CELLS; i++) {
      cells.add(new BlockCell(i + 1, 60 - 10 * i, 20, 100, 1e12));
      tiles.add(new BlockTile(i, 1 + i, 0.6, 1));
      if (i % 2 == 0) {
        tiles.add(new BlockTile(i, 10, 0.3, 1));
      }
    }
    float[][] none = new float[CELLS][0];
    return new LocalWorld(
        new Block(
            0,
            cells,
            tiles,
            FIRST,
            none,
            none,
            none,
            none,
            new double[0],
            new TreeMap<>(Map.of(NAME, field))));
  }

  ObservedField field() {
    return block.part(NAME, ObservedField.class);
  }

  LocalWorld with(ObservedField other) {
    return new LocalWorld(block.with(NAME, other));
  }

  BlockView view() {
    BlockLanes lanes = BlockLanes.of(block, ControlVectorFile.standard(), tile -> 1);
    return new BlockView(block, lanes, WINDOW, WINDOW, LocalWorld::unfrozen);
  }

  private static double[] unfrozen(int cell) {
    double[] unfrozen = new double[DAYS];
    Arrays.setAll(unfrozen, day -> cell == CELLS - 1 && day >= FROZEN ? 0.5 : 1);
    return unfrozen;
  }

  /** Series of every lane group. */
  List<LaneSeries> run(long seed) {
    NormalStream noise = new NormalStream(seed);
    List<LaneSeries> run = zero();
    List<LaneGroup> groups = view().lanes().groups();
    for (int g = 0; g < groups.size(); g++) {
      double[] value = run.get(g).of(ModelSeries.FAPAR);
      double[] snow = run.get(g).of(ModelSeries.SNOW);
      int lanes = groups.get(g).lanes();
      for (int i = 0; i < value.length; i++) {
        value[i] = 0.4 + 0.1 * noise.next();
        snow[i] = groups.get(g).cells()[i % lanes] == 0 && i / lanes < SNOW_FREE ? 20 : 0;
      }
    }
    return run;
  }

  List<LaneSeries> zero() {
    List<LaneSeries> zero = new ArrayList<>();
    for (LaneGroup group : view().lanes().groups()) {
      zero.add(
          LaneSeries.zero(
              group.lanes(), SCHEDULE, EnumSet.of(ModelSeries.FAPAR, ModelSeries.SNOW)));
    }
    return zero;
  }

  static LocalMisfit misfit(Kind kind) {
    return LocalMisfit.of(
        LocalError.STANDARD, BiasTreatment.STANDARD.with(kind), RegionNames.globe());
  }

  static LocalOperator open(LocalMisfit misfit) {
    return LocalOperator.of(QUANTITY, misfit, WINDOW);
  }

  /** The operator that a run decides. */
  LocalOperator decided(LocalMisfit misfit, List<LaneSeries> prior) {
    LocalOperator open = open(misfit);
    return open.frozenBy(List.of(open.on(view()).fit(prior)));
  }

  LocalBlock on(LocalOperator operator) {
    return LocalBlock.of(view(), operator);
  }
}
