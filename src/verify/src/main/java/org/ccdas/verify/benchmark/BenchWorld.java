package org.ccdas.verify.benchmark;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
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
import org.ccdas.inputs.region.Regions;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.block.Block;
import org.ccdas.observe.block.BlockBuilder;
import org.ccdas.observe.block.BlockPart;
import org.ccdas.observe.block.BlockPlan;
import org.ccdas.observe.stream.ObservationStreams;
import org.ccdas.observe.stream.Observations;
import org.ccdas.observe.stream.StreamContext;
import org.ccdas.verify.check.model.BoxTransport;
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
    StreamContext context =
        new StreamContext(
            WINDOW,
            WINDOW,
            land,
            Regions.globe(land.stream().map(LandCell::cell).toList()),
            new BoxTransport(WINDOW));
    // as in the figures of docs/bench.md: what stations of CO2 want of the model
    Observations co2 = ObservationStreams.named("co2").everywhere(context);
    SortedMap<String, BlockPart> parts = new TreeMap<>();
    parts.put(co2.stream(), co2.source().of(plan));
    return new BenchWorld(setup(co2), BlockBuilder.build(plan, forcing, air, parts));
  }

  private static EvaluationSetup setup(Observations co2) {
    return new EvaluationSetup(
        ControlVectorFile.standard()
            .withPrior(ControlVectorFile.CO2_OFFSET, CO2)
            .with(co2.parameters()),
        SubDaily.QUADRATURE,
        WINDOW.firstDay(),
        WINDOW,
        1,
        FrozenTiles.none(),
        List.of(co2.operator()));
  }

  /** Number of tiles times days. */
  long tileDays() {
    return (long) block.tiles().size() * setup.schedule().steps();
  }
}
