package org.ccdas.verify.benchmark;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ccdas.assimilate.evaluation.Block;
import org.ccdas.assimilate.evaluation.BlockBuilder;
import org.ccdas.assimilate.evaluation.BlockPlan;
import org.ccdas.assimilate.evaluation.EvaluationSetup;
import org.ccdas.assimilate.evaluation.FrozenTiles;
import org.ccdas.bethy.weather.SubDaily;
import org.ccdas.inputs.control.ControlVectorFile;
import org.ccdas.inputs.forcing.DailyForcing;
import org.ccdas.inputs.forcing.MonthlyClimate;
import org.ccdas.inputs.forcing.WeatherGenerator;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.inputs.land.LandCell;
import org.ccdas.inputs.land.Tile;
import org.ccdas.inputs.station.Station;
import org.ccdas.inputs.station.StationTable;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.co2.Co2Term;
import org.ccdas.observe.co2.ObservationError;
import org.ccdas.observe.co2.StationObservations;
import org.ccdas.transport.ZonalBox;
import org.ccdas.verify.check.model.CheckClimate;

/**
 * One block of cells in generated weather over one year, three tiles a cell, all plant functional
 * types; ZonalBox transport to ten stations.
 *
 * @param setup what an evaluation needs besides the block
 * @param block the block
 */
record BenchWorld(EvaluationSetup setup, Block block) {
  private static final MonthAxis WINDOW = new MonthAxis(YearMonth.of(2011, 1), 12);
  private static final double CELL_AREA = 7e11;
  private static final double CO2 = 390;
  private static final int TEXTURES = 6;
  private static final int TILES = 3;
  private static final List<String> STATIONS =
      List.of("ALT", "BRW", "MLO", "KUM", "SMO", "SPO", "MHD", "MID", "RPB", "PSA");

  /** A world with this number of cells. */
  static BenchWorld of(int cells) {
    CheckClimate[] climates = CheckClimate.values();
    List<LandCell> land = new ArrayList<>();
    List<MonthlyClimate> weather = new ArrayList<>();
    for (int i = 0; i < cells; i++) {
      CheckClimate climate = climates[i % climates.length];
      double lon = -180 + 360.0 * i / cells;
      List<Integer> pfts = new ArrayList<>();
      List<Tile> tiles = new ArrayList<>();
      for (int t = 0; t < TILES; t++) {
        int pft = (TILES * i + t) % Cell.PFTS + 1;
        pfts.add(pft);
        tiles.add(new Tile(pft, 0.3, i % TEXTURES + 1));
      }
      LatLonBox box = LatLonBox.around(climate.latitude(), lon, 1, 1);
      land.add(
          new LandCell(new Cell(i + 1, climate.latitude(), lon, box, CELL_AREA, pfts), 200, tiles));
      weather.add(climate.monthly());
    }
    BlockPlan plan = BlockPlan.deal(land, cells).get(0);
    DailyForcing forcing =
        new WeatherGenerator(1, false)
            .generate(
                plan.cells().stream().map(LandCell::cell).toList(),
                weather,
                WINDOW.firstDay(),
                WINDOW.lastDay());
    double[] air = new double[forcing.days()];
    Arrays.fill(air, CO2);
    List<Station> stations = STATIONS.stream().map(StationTable.standard()::station).toList();
    Block block = BlockBuilder.build(plan, forcing, air, new ZonalBox().response(stations));
    return new BenchWorld(setup(stations), block);
  }

  private static EvaluationSetup setup(List<Station> stations) {
    double[] value = new double[WINDOW.count()];
    Arrays.fill(value, CO2);
    double[] sigma = new double[WINDOW.count()];
    Arrays.fill(sigma, 1);
    List<StationObservations> observations =
        stations.stream().map(s -> new StationObservations(s, WINDOW, value, sigma)).toList();
    return new EvaluationSetup(
        ControlVectorFile.standard().withPrior(ControlVectorFile.CO2_OFFSET, CO2),
        SubDaily.QUADRATURE,
        WINDOW.firstDay(),
        WINDOW,
        1,
        new Co2Term(observations, ObservationError.standard()),
        new double[stations.size() * WINDOW.count()],
        FrozenTiles.none());
  }

  /** Number of tiles times days. */
  long tileDays() {
    return (long) block.tiles().size() * setup.schedule().steps();
  }
}
