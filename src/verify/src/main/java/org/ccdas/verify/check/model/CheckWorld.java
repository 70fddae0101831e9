package org.ccdas.verify.check.model;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.ccdas.assimilate.evaluation.Block;
import org.ccdas.assimilate.evaluation.BlockBuilder;
import org.ccdas.assimilate.evaluation.BlockFluxes;
import org.ccdas.assimilate.evaluation.BlockPlan;
import org.ccdas.assimilate.evaluation.EvaluationSetup;
import org.ccdas.assimilate.evaluation.FrozenTiles;
import org.ccdas.assimilate.evaluation.LocalEvaluation;
import org.ccdas.assimilate.evaluation.MoistureSetup;
import org.ccdas.bethy.weather.SubDaily;
import org.ccdas.inputs.control.ControlVector;
import org.ccdas.inputs.control.ControlVectorFile;
import org.ccdas.inputs.forcing.DailyForcing;
import org.ccdas.inputs.forcing.MonthlyClimate;
import org.ccdas.inputs.forcing.WeatherGenerator;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.inputs.land.LandCell;
import org.ccdas.inputs.land.Tile;
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.inputs.station.Station;
import org.ccdas.inputs.station.StationTable;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.co2.Co2Term;
import org.ccdas.observe.co2.ObservationError;
import org.ccdas.observe.co2.StationObservations;
import org.ccdas.observe.moisture.BiasTreatment;
import org.ccdas.observe.moisture.MoistureError;
import org.ccdas.observe.moisture.RegionNames;
import org.ccdas.transport.Response;
import org.ccdas.transport.ZonalBox;
import org.ccdas.verify.world.SatelliteMoisture;

/**
 * A world of six cells in two blocks on which the whole cost is checked: all 13 plant functional
 * types and 6 soil textures, snow and drought. Each cell stands for a climate zone, its area is a
 * sixth of the land, so that the stations see it. Window April to June 2011, after a spin-up from
 * January to March; ZonalBox transport to five stations, the last held out; observations are the
 * model's own at a drawn truth plus noise, one month missing. A satellite sees the soil moisture of
 * the same truth.
 *
 * @param setup what an evaluation needs besides the blocks
 * @param blocks the blocks
 */
public record CheckWorld(EvaluationSetup setup, List<Block> blocks) {
  private static final YearMonth SPIN_UP_FIRST = YearMonth.of(2011, 1);
  private static final MonthAxis WINDOW = new MonthAxis(YearMonth.of(2011, 4), 3);
  private static final int PASSES = 1;
  private static final double ZONE_AREA = 2.2e13;
  private static final double OFFSET = 390;
  private static final double SIGMA = 0.3;
  private static final int CELLS_PER_BLOCK = 3;
  private static final List<String> STATIONS = List.of("BRW", "MLO", "SMO", "SPO", "ALT");
  private static final int HELD_OUT = 1;

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
   * The world of a seed, which sets weather, truth and noise. All parameters of the standard
   * control vector are estimated.
   */
  public static CheckWorld of(long seed) {
    List<Station> stations = STATIONS.stream().map(StationTable.standard()::station).toList();
    List<Block> blocks = blocks(new ZonalBox().response(stations), seed);
    ControlVector control =
        ControlVectorFile.standard().withPrior(ControlVectorFile.CO2_OFFSET, OFFSET);
    double[] nothing = new double[WINDOW.count()];
    double[] sigma = new double[WINDOW.count()];
    Arrays.fill(sigma, SIGMA);
    List<StationObservations> empty =
        stations.subList(0, stations.size() - HELD_OUT).stream()
            .map(station -> new StationObservations(station, WINDOW, nothing, sigma))
            .toList();
    EvaluationSetup unobserved =
        new EvaluationSetup(
            control,
            SubDaily.QUADRATURE,
            SPIN_UP_FIRST.atDay(1),
            WINDOW,
            PASSES,
            new Co2Term(empty, ObservationError.standard()),
            new double[stations.size() * WINDOW.count()],
            FrozenTiles.none());
    LocalEvaluation evaluation = new LocalEvaluation(unobserved, blocks);
    double[] truth = control.draw(seed);
    double[] concentrations = evaluation.cost(truth).concentrations();
    List<Block> seen = observed(blocks, evaluation.fluxes(truth), seed);
    EvaluationSetup setup =
        unobserved
            .withCo2(observed(empty, concentrations, seed))
            .withMoisture(
                MoistureSetup.of(
                    MoistureError.STANDARD, BiasTreatment.STANDARD, Set.of(), RegionNames.globe()));
    double[] prior = new double[control.size()];
    return new CheckWorld(setup.frozenBy(new LocalEvaluation(setup, seen).fluxes(prior)), seen);
  }

  /** The blocks with what a satellite sees of the truth. */
  private static List<Block> observed(List<Block> blocks, List<BlockFluxes> truth, long seed) {
    List<Block> observed = new ArrayList<>();
    for (Block block : blocks) {
      double[] moisture = truth.get(block.index()).topMoisture();
      double[][] cells = new double[block.cells().size()][];
      int days = WINDOW.days();
      Arrays.setAll(cells, c -> Arrays.copyOfRange(moisture, c * days, (c + 1) * days));
      observed.add(
          block.withMoisture(
              SatelliteMoisture.of(cells, WINDOW.firstDay(), seed + block.index()).observed()));
    }
    return observed;
  }

  /** The same world with the bias of the satellite dealt with in another way. */
  public CheckWorld with(BiasTreatment bias) {
    MoistureSetup moisture =
        MoistureSetup.of(MoistureError.STANDARD, bias, Set.of(), RegionNames.globe());
    EvaluationSetup undecided = setup.withMoisture(moisture).withFrozen(FrozenTiles.none());
    double[] prior = new double[setup.control().size()];
    return new CheckWorld(
        undecided.frozenBy(new LocalEvaluation(undecided, blocks).fluxes(prior)), blocks);
  }

  private static List<Block> blocks(Response response, long seed) {
    List<LandCell> cells = new ArrayList<>();
    List<MonthlyClimate> climates = new ArrayList<>();
    for (Zone zone : ZONES) {
      double lat = zone.climate().latitude();
      List<Integer> pfts = List.of(zone.pfts());
      LatLonBox box = LatLonBox.around(lat, 0, 8, 10);
      Cell cell = new Cell(cells.size() + 1, lat, 0, box, ZONE_AREA, pfts);
      double fraction = 0.9 / pfts.size();
      List<Tile> tiles = pfts.stream().map(pft -> new Tile(pft, fraction, zone.texture())).toList();
      cells.add(new LandCell(cell, 100, tiles));
      climates.add(zone.climate().monthly());
    }
    List<Block> blocks = new ArrayList<>();
    for (BlockPlan plan : BlockPlan.deal(cells, CELLS_PER_BLOCK)) {
      List<Cell> members = plan.cells().stream().map(LandCell::cell).toList();
      DailyForcing forcing =
          new WeatherGenerator(seed, false)
              .generate(
                  members,
                  members.stream().map(cell -> climates.get(cell.id() - 1)).toList(),
                  SPIN_UP_FIRST.atDay(1),
                  WINDOW.lastDay());
      double[] co2 = new double[forcing.days()];
      Arrays.fill(co2, OFFSET);
      blocks.add(BlockBuilder.build(plan, forcing, co2, response));
    }
    return blocks;
  }

  private static Co2Term observed(List<StationObservations> empty, double[] truth, long seed) {
    NormalStream noise = new NormalStream(seed);
    List<StationObservations> observed = new ArrayList<>();
    for (int s = 0; s < empty.size(); s++) {
      double[] value = new double[WINDOW.count()];
      for (int month = 0; month < value.length; month++) {
        value[month] = truth[s * value.length + month] + SIGMA * noise.next();
      }
      observed.add(empty.get(s).withValues(value));
    }
    double[] gap = observed.get(0).value();
    gap[1] = Double.NaN;
    observed.set(0, observed.get(0).withValues(gap));
    return new Co2Term(observed, ObservationError.standard());
  }

  /** Numbers of the types of all tiles, 1..13, in their order. */
  public List<Integer> types() {
    return blocks.stream().flatMap(b -> b.tiles().stream()).map(t -> t.pft()).toList();
  }

  /** The cost on this world. */
  public CostProblem cost() {
    return new CostProblem(new LocalEvaluation(setup, blocks));
  }
}
