package org.ccdas.assimilate.evaluation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ccdas.bethy.weather.SubDaily;
import org.ccdas.inputs.control.ControlVector;
import org.ccdas.inputs.control.ControlVectorFile;
import org.ccdas.inputs.forcing.AtmosphericCo2;
import org.ccdas.inputs.forcing.DailyForcing;
import org.ccdas.inputs.forcing.Forcing;
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
import org.ccdas.observe.block.Block;
import org.ccdas.observe.block.BlockBuilder;
import org.ccdas.observe.block.BlockPart;
import org.ccdas.observe.block.BlockPlan;
import org.ccdas.observe.co2.Co2Operator;
import org.ccdas.observe.co2.Co2Term;
import org.ccdas.observe.co2.ObservationError;
import org.ccdas.observe.co2.StationObservations;
import org.ccdas.transport.Response;
import org.ccdas.transport.ZonalBox;

/**
 * A world for tests of evaluations: any number of large cells with three tiles each, all types and
 * textures in turn; spin-up in April 2011, run twice, and a window of May and June; ZonalBox
 * transport to three stations, the last held out; observations are the model's own at a drawn truth
 * with noise.
 *
 * @param land the cells
 * @param response of the stations to all bands
 * @param setup what an evaluation needs besides the blocks
 */
public record SmallWorld(List<LandCell> land, Response response, EvaluationSetup setup) {
  /** First day of the forcing. */
  public static final LocalDate FIRST = LocalDate.of(2011, 4, 1);

  /** Months of the observations. */
  public static final MonthAxis WINDOW = new MonthAxis(YearMonth.of(2011, 5), 2);

  private static final double OFFSET = 390;
  private static final double SIGMA = 0.3;
  private static final long SEED = 5;
  private static final double LAND_AREA = 1.3e14;

  /** The world with this many cells. */
  public static SmallWorld of(int cells) {
    List<LandCell> land = new ArrayList<>();
    for (int i = 0; i < cells; i++) {
      land.add(cell(i, cells));
    }
    StationTable table = StationTable.standard();
    List<Station> stations =
        List.of(table.station("BRW"), table.station("MLO"), table.station("SPO"));
    SmallWorld unobserved =
        new SmallWorld(land, new ZonalBox().response(stations), unobserved(stations));
    ControlVector control = unobserved.setup.control();
    double[] truth =
        new LocalEvaluation(unobserved.setup, unobserved.blocks(cells))
            .cost(control.draw(SEED)).stream(Co2Operator.NAME).modelled();
    NormalStream noise = new NormalStream(SEED);
    List<StationObservations> observed = new ArrayList<>();
    for (StationObservations station : unobserved.co2().term().stations()) {
      int from = observed.size() * WINDOW.count();
      double[] value = Arrays.copyOfRange(truth, from, from + WINDOW.count());
      Arrays.setAll(value, month -> value[month] + SIGMA * noise.next());
      observed.add(station.withValues(value));
    }
    Co2Term term = new Co2Term(observed, ObservationError.standard());
    return new SmallWorld(
        land, unobserved.response, unobserved.setup.with(unobserved.co2().with(term)));
  }

  /** The only stream. */
  public Co2Operator co2() {
    return setup.stream(Co2Operator.NAME, Co2Operator.class);
  }

  /** Cells from 65 N to 35 S, not in step with the bands of the transport. */
  private static LandCell cell(int i, int cells) {
    double lat = 65 - 100.0 * i / cells;
    List<Integer> pfts = List.of(1 + 3 * i % 13, 1 + (3 * i + 1) % 13, 1 + (3 * i + 2) % 13);
    Cell cell = new Cell(i + 1, lat, 20, LatLonBox.around(lat, 20, 8, 10), LAND_AREA / cells, pfts);
    int texture = 1 + i % 6;
    return new LandCell(
        cell,
        100,
        List.of(
            new Tile(pfts.get(0), 0.4, texture),
            new Tile(pfts.get(1), 0.3, texture),
            new Tile(pfts.get(2), 0.2, texture)));
  }

  private static EvaluationSetup unobserved(List<Station> stations) {
    double[] nothing = new double[WINDOW.count()];
    double[] sigma = new double[WINDOW.count()];
    Arrays.fill(sigma, SIGMA);
    List<StationObservations> assimilated =
        stations.subList(0, 2).stream()
            .map(station -> new StationObservations(station, WINDOW, nothing, sigma))
            .toList();
    double[] background = new double[stations.size() * WINDOW.count()];
    Arrays.setAll(background, i -> 0.1 * i);
    return new EvaluationSetup(
        ControlVectorFile.standard().withPrior(ControlVectorFile.CO2_OFFSET, OFFSET),
        SubDaily.QUADRATURE,
        FIRST,
        WINDOW,
        2,
        FrozenTiles.none(),
        List.of(
            new Co2Operator(new Co2Term(assimilated, ObservationError.standard()), background)));
  }

  /** Generated weather of any cells, by latitude. */
  public record Weather(long seed) implements Forcing {
    private static final long serialVersionUID = 1L;

    @Override
    public DailyForcing read(List<Cell> cells, LocalDate first, LocalDate last) {
      return new WeatherGenerator(seed, false)
          .generate(cells, cells.stream().map(Weather::climate).toList(), first, last);
    }

    private static MonthlyClimate climate(Cell cell) {
      double[] temperature = new double[MonthlyClimate.MONTHS];
      double[] precipitation = new double[MonthlyClimate.MONTHS];
      double[] sunshine = new double[MonthlyClimate.MONTHS];
      for (int month = 0; month < MonthlyClimate.MONTHS; month++) {
        double summer = StrictMath.cos(2 * Math.PI * (month - 6.5) / 12) * Math.signum(cell.lat());
        temperature[month] = 27 - 0.35 * Math.abs(cell.lat()) + 0.2 * Math.abs(cell.lat()) * summer;
        precipitation[month] = 80 + 40 * summer;
        sunshine[month] = 0.5 - 0.1 * summer;
      }
      return new MonthlyClimate(temperature, precipitation, sunshine);
    }
  }

  /** The weather of the world. */
  public Forcing weather() {
    return new Weather(SEED);
  }

  /** Last day of the forcing. */
  public static LocalDate last() {
    return WINDOW.lastDay();
  }

  /** The blocks, of at most {@code size} cells each. */
  public List<Block> blocks(int size) {
    List<Block> blocks = new ArrayList<>();
    for (BlockPlan plan : BlockPlan.deal(land, size)) {
      blocks.add(block(plan, last()));
    }
    return blocks;
  }

  /** The block of a plan with forcing up to this day. */
  public Block block(BlockPlan plan, LocalDate lastDay) {
    List<Cell> cells = plan.cells().stream().map(LandCell::cell).toList();
    DailyForcing forcing = weather().read(cells, FIRST, lastDay);
    double[] co2 = new double[forcing.days()];
    Arrays.fill(co2, AtmosphericCo2.standard().ppm(FIRST.getYear()));
    SortedMap<String, BlockPart> parts = new TreeMap<>();
    parts.put(Co2Operator.NAME, Co2Operator.source(response).of(plan));
    return BlockBuilder.build(plan, forcing, co2, parts);
  }
}
