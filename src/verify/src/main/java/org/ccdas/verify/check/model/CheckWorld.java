package org.ccdas.verify.check.model;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ccdas.assimilate.evaluation.BlockEvaluator;
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.assimilate.evaluation.EvaluationSetup;
import org.ccdas.assimilate.evaluation.FrozenTiles;
import org.ccdas.assimilate.evaluation.LocalEvaluation;
import org.ccdas.bethy.weather.SubDaily;
import org.ccdas.inputs.control.ControlVector;
import org.ccdas.inputs.control.ControlVectorFile;
import org.ccdas.inputs.forcing.DailyForcing;
import org.ccdas.inputs.forcing.WeatherGenerator;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.inputs.land.LandCell;
import org.ccdas.inputs.land.Tile;
import org.ccdas.inputs.region.Regions;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.block.Block;
import org.ccdas.observe.block.BlockBuilder;
import org.ccdas.observe.block.BlockPart;
import org.ccdas.observe.block.BlockPlan;
import org.ccdas.observe.stream.ObservationStream;
import org.ccdas.observe.stream.ObservationStreams;
import org.ccdas.observe.stream.Observations;
import org.ccdas.observe.stream.StreamContext;
import org.ccdas.observe.stream.StreamOperator;

/**
 * A world of six cells in two blocks on which the whole cost is checked: all 13 plant functional
 * types and 6 soil textures, snow and drought. Each cell stands for a climate zone, its area is a
 * sixth of the land, so that the stations see it. Window April to June 2011, after a spin-up from
 * January to March; ZonalBox transport. Every stream of observations that is installed has some,
 * the model's own at a drawn truth plus noise.
 *
 * @param setup what an evaluation needs besides the blocks
 * @param blocks the blocks
 */
public record CheckWorld(EvaluationSetup setup, List<Block> blocks) {
  private static final YearMonth SPIN_UP_FIRST = YearMonth.of(2011, 1);
  private static final MonthAxis WINDOW = new MonthAxis(YearMonth.of(2011, 4), 3);
  private static final MonthAxis MONTHS = MonthAxis.of(SPIN_UP_FIRST, WINDOW.last());
  private static final int PASSES = 1;
  private static final double ZONE_AREA = 2.2e13;
  private static final double OFFSET = 390;
  private static final int CELLS_PER_BLOCK = 3;

  /** A climate zone with its types. */
  private record Zone(CheckClimate climate, int texture, Integer... pfts) {}

  private static final List<Zone> ZONES =
      List.of(
          new Zone(CheckClimate.BOREAL, 6, 5, 6, 11),
          new Zone(CheckClimate.TEMPERATE, 3, 4, 9, 13),
          new Zone(CheckClimate.HOT_DRY, 1, 7, 8),
          new Zone(CheckClimate.SAHEL, 2, 10, 2),
          new Zone(CheckClimate.TROPICS, 5, 1, 2),
          new Zone(CheckClimate.SOUTHERN, 4, 3, 12));

  /** Copies the list. */
  public CheckWorld {
    blocks = List.copyOf(blocks);
  }

  /**
   * The world of a seed, which sets weather, truth and noise, with all streams of observations. All
   * parameters of the standard control vector are estimated, and what the streams add.
   */
  public static CheckWorld of(long seed) {
    return of(seed, ObservationStreams.all());
  }

  /** The same with some streams only. */
  public static CheckWorld of(long seed, List<ObservationStream<?>> streams) {
    return of(cells(1), CELLS_PER_BLOCK, seed, streams);
  }

  /**
   * The same land in one block, every cell divided into so many that share its area and its
   * climate: groups of tiles are as many times larger, as those of a real problem are.
   */
  public static CheckWorld divided(long seed, int parts) {
    List<LandCell> cells = cells(parts);
    return of(cells, cells.size(), seed, ObservationStreams.all());
  }

  private static CheckWorld of(
      List<LandCell> cells, int cellsPerBlock, long seed, List<ObservationStream<?>> streams) {
    StreamContext context =
        new StreamContext(
            WINDOW,
            MONTHS,
            cells,
            Regions.globe(cells.stream().map(LandCell::cell).toList()),
            new BoxTransport(MONTHS));
    List<Observations> observed =
        streams.stream().map(stream -> stream.everywhere(context)).toList();
    ControlVector control =
        ControlVectorFile.standard()
            .withPrior(ControlVectorFile.CO2_OFFSET, OFFSET)
            .with(observed.stream().flatMap(one -> one.parameters().stream()).toList());
    EvaluationSetup setup =
        new EvaluationSetup(
            control,
            SubDaily.QUADRATURE,
            SPIN_UP_FIRST.atDay(1),
            WINDOW,
            PASSES,
            FrozenTiles.none(),
            observed.stream().map(Observations::operator).toList());
    List<Block> blocks = blocks(cells, cellsPerBlock, observed, seed);
    double[] prior = new double[control.size()];
    EvaluationSetup frozen = setup.frozenBy(new LocalEvaluation(setup, blocks).fluxes(prior));
    return new CheckWorld(frozen, blocks).observing(control.draw(seed), OptionalLong.of(seed));
  }

  /**
   * The same world where the observations are the model's own at a control vector.
   *
   * @param truth control vector
   * @param seed of errors as they are assumed; empty for none
   */
  public CheckWorld observing(double[] truth, OptionalLong seed) {
    Evaluation evaluation = new LocalEvaluation(setup, blocks).cost(truth);
    List<Block> observed = new ArrayList<>();
    for (Block block : blocks) {
      BlockEvaluator evaluator = new BlockEvaluator(block, setup);
      observed.add(evaluator.observed(evaluator.forward(truth, false), seed));
    }
    return new CheckWorld(
        setup.withEach(
            stream -> stream.observing(evaluation.stream(stream.name()).modelled(), seed)),
        observed);
  }

  /** The same world with one stream only. */
  public CheckWorld only(StreamOperator stream) {
    return new CheckWorld(setup.withStreams(List.of(stream)), blocks);
  }

  /** The same world with another operator of a stream, frozen anew by the run at the prior. */
  public CheckWorld with(StreamOperator operator) {
    EvaluationSetup changed = setup.with(operator);
    double[] prior = new double[setup.control().size()];
    EvaluationSetup open = changed.withFrozen(FrozenTiles.none());
    return new CheckWorld(open.frozenBy(new LocalEvaluation(open, blocks).fluxes(prior)), blocks);
  }

  /** A cell of every zone in turn, as many times as zones have parts. */
  private static List<LandCell> cells(int parts) {
    List<LandCell> cells = new ArrayList<>();
    for (int i = 0; i < parts * ZONES.size(); i++) {
      Zone zone = zone(i + 1);
      double lat = zone.climate().latitude();
      List<Integer> pfts = List.of(zone.pfts());
      LatLonBox box = LatLonBox.around(lat, 0, 8, 10);
      Cell cell = new Cell(i + 1, lat, 0, box, ZONE_AREA / parts, pfts);
      double fraction = 0.9 / pfts.size();
      List<Tile> tiles = pfts.stream().map(pft -> new Tile(pft, fraction, zone.texture())).toList();
      cells.add(new LandCell(cell, 100, tiles));
    }
    return cells;
  }

  private static Zone zone(int cell) {
    return ZONES.get((cell - 1) % ZONES.size());
  }

  private static List<Block> blocks(
      List<LandCell> cells, int cellsPerBlock, List<Observations> observed, long seed) {
    List<Block> blocks = new ArrayList<>();
    for (BlockPlan plan : BlockPlan.deal(cells, cellsPerBlock)) {
      List<Cell> members = plan.cells().stream().map(LandCell::cell).toList();
      DailyForcing forcing =
          new WeatherGenerator(seed, false)
              .generate(
                  members,
                  members.stream().map(cell -> zone(cell.id()).climate().monthly()).toList(),
                  SPIN_UP_FIRST.atDay(1),
                  WINDOW.lastDay());
      double[] co2 = new double[forcing.days()];
      Arrays.fill(co2, OFFSET);
      SortedMap<String, BlockPart> parts = new TreeMap<>();
      observed.forEach(stream -> parts.put(stream.stream(), stream.source().of(plan)));
      blocks.add(BlockBuilder.build(plan, forcing, co2, parts));
    }
    return blocks;
  }

  /** The cost on this world. */
  public CostProblem cost() {
    return new CostProblem(new LocalEvaluation(setup, blocks));
  }
}
