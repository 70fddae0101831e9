package org.ccdas.verify.world;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ccdas.assimilate.evaluation.BlockFluxes;
import org.ccdas.assimilate.evaluation.Evaluation;
import org.ccdas.assimilate.evaluation.EvaluationSetup;
import org.ccdas.assimilate.evaluation.FrozenTiles;
import org.ccdas.assimilate.evaluation.LocalEvaluation;
import org.ccdas.bethy.lane.ModelSeries;
import org.ccdas.bethy.weather.SubDaily;
import org.ccdas.inputs.control.ControlVectorFile;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.inputs.forcing.AtmosphericCo2;
import org.ccdas.inputs.forcing.CfForcing;
import org.ccdas.inputs.forcing.CfForcingWriter;
import org.ccdas.inputs.forcing.DailyForcing;
import org.ccdas.inputs.forcing.ForcingVariables;
import org.ccdas.inputs.forcing.MonthlyClimate;
import org.ccdas.inputs.forcing.WeatherGenerator;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.CellTable;
import org.ccdas.inputs.land.CoverFractions;
import org.ccdas.inputs.land.Elevations;
import org.ccdas.inputs.land.LandCell;
import org.ccdas.inputs.land.LandSurface;
import org.ccdas.inputs.land.SoilTextures;
import org.ccdas.inputs.region.Regions;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.block.Block;
import org.ccdas.observe.block.BlockBuilder;
import org.ccdas.observe.block.BlockPart;
import org.ccdas.observe.block.BlockPlan;
import org.ccdas.observe.stream.StreamContext;
import org.ccdas.observe.stream.StreamOperator;
import org.ccdas.transport.BackgroundSource;

/**
 * Writes a synthetic world as files of real formats: cell table, soil, daily weather (CF NetCDF),
 * totals of background fluxes, flask records (WDCGG) and satellite soil moisture (product files)
 * that were sampled from a run with known parameters, with errors of the covariance and offsets of
 * the spread that an assimilation assumes. The same seed gives the same world on every machine.
 */
public final class SyntheticWorld {
  /** First month of the run: one year of spin-up. */
  public static final YearMonth FIRST = YearMonth.of(2009, 1);

  /** The months observed. */
  public static final MonthAxis WINDOW =
      MonthAxis.of(YearMonth.of(2010, 1), YearMonth.of(2011, 12));

  /** Prior of the global CO2 at the start of the window, ppm. */
  public static final double OFFSET_PRIOR = 388;

  /** Folder of the flask records. */
  public static final String FLASKS = "flasks";

  private static final double FOSSIL = 9;
  private static final double OCEAN = -2;

  private final Location folder;
  private final long seed;

  /**
   * The world and its truth.
   *
   * @param x control vector of the truth
   * @param setup of evaluations that fit the files; its observations have errors
   * @param perfect the same with observations without errors
   * @param blocks the world in memory
   */
  public record Truth(
      double[] x, EvaluationSetup setup, EvaluationSetup perfect, List<Block> blocks) {}

  /**
   * A world to be written.
   *
   * @param folder for its files
   * @param seed of weather, truth and observation errors
   */
  public SyntheticWorld(Location folder, long seed) {
    this.folder = folder;
    this.seed = seed;
  }

  /** The cell table. */
  public Location cells() {
    return folder.resolve("cells.csv");
  }

  /** The soil textures. */
  public Location textures() {
    return folder.resolve("textures.csv");
  }

  /** The daily weather. */
  public Location forcing() {
    return folder.resolve("forcing.nc");
  }

  /** The yearly totals of the background fluxes; columns {@code fossil} and {@code ocean}. */
  public Location totals() {
    return folder.resolve("background-totals.csv");
  }

  /** The folder for the soil moisture that an ingest of {@link #smos} makes. */
  public Location soilMoisture() {
    return folder.resolve("soil-moisture");
  }

  /** The folder of flask records. */
  public Location flasks() {
    return folder.resolve(FLASKS);
  }

  /** The folder of SMOS deliveries. */
  public Location smos() {
    return folder.resolve("smos");
  }

  /** Which pixels of the SMOS grid are land, in the format of the CATDS mask. */
  public Location smosLandMask() {
    return folder.resolve("smos-land-mask.nc");
  }

  /**
   * Writes what SMOS has seen of the true run on every n-th day of the window: ascending and
   * descending files in archives, with an older duplicate and a cut file among them, and the land
   * mask.
   *
   * @param truth what {@link #write} gave
   * @param every days between those observed; not a multiple of 3, the repeat of the swaths
   */
  public void writeSmos(Truth truth, int every) throws IOException {
    List<Cell> cells = CellTable.read(cells()).cells();
    LocalDate first = WINDOW.firstDay();
    List<LocalDate> days = SmosWorld.days(first, WINDOW.lastDay(), every);
    double[] top =
        new LocalEvaluation(truth.setup(), truth.blocks())
            .fluxes(truth.x())
            .get(0)
            .cells(ModelSeries.TOP_MOISTURE);
    SmosWorld smos = new SmosWorld(smos(), seed, cells);
    double[] errors = cells.stream().mapToDouble(smos::typicalError).toArray();
    MoistureTruth moisture = MoistureTruth.draw(top, first, WINDOW.days(), days, errors, seed);
    smos.write(days, moisture);
    smos.writeFaults(
        days.get(0), days.get(0).plusDays(1), (cell, date) -> moisture.at(cell, first));
    smos.writeLandMask(smosLandMask());
  }

  /** Writes all files. */
  public Truth write() throws IOException {
    StoredFiles.makeFolder(flasks());
    CellTable table = WorldLand.cells();
    table.write(cells());
    writeTextures(table);
    writeTotals();
    MonthAxis months = MonthAxis.of(FIRST, WINDOW.last());
    CfForcingWriter.write(
        forcing(), "Weather of the synthetic world", table.cells(), weather(table, months));

    // from here on by the files, as any reader of them does
    List<LandCell> land =
        LandSurface.of(
            table,
            CoverFractions.byRule(table),
            SoilTextures.read(textures(), table),
            Elevations.uniform(table, 0));
    StreamContext context =
        new StreamContext(
            WINDOW, months, land, Regions.globe(table.cells()), new WorldTransport(this, months));
    Map<WorldInstrument, WorldInstrument.Ready> instruments = new LinkedHashMap<>();
    ServiceLoader.load(WorldInstrument.class, SyntheticWorld.class.getClassLoader())
        .forEach(instrument -> instruments.put(instrument, instrument.ready(context)));
    List<Block> blocks = blocks(land, months, instruments.values());
    EvaluationSetup open = setup(months, instruments.values());
    double[] prior = new double[open.control().size()];
    EvaluationSetup setup = open.frozenBy(new LocalEvaluation(open, blocks).fluxes(prior));
    double[] truth = setup.control().draw(seed);
    return measure(setup, blocks, truth, table.cells(), instruments.keySet());
  }

  private void writeTextures(CellTable table) throws IOException {
    StringBuilder text = new StringBuilder("cell,texture\n");
    for (Cell cell : table.cells()) {
      text.append(cell.id())
          .append(',')
          .append(WorldClimate.texture(cell.lat(), cell.lon()))
          .append('\n');
    }
    StoredFiles.write(textures(), text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void writeTotals() throws IOException {
    StringBuilder text = new StringBuilder("year,fossil,ocean\n");
    for (int year = FIRST.getYear(); year <= WINDOW.last().getYear(); year++) {
      text.append(String.format(Locale.ROOT, "%d,%s,%s\n", year, FOSSIL, OCEAN));
    }
    StoredFiles.write(totals(), text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private DailyForcing weather(CellTable table, MonthAxis months) {
    List<MonthlyClimate> climates =
        table.cells().stream().map(cell -> WorldClimate.at(cell.lat(), cell.lon())).toList();
    return new WeatherGenerator(seed, false)
        .generate(table.cells(), climates, months.firstDay(), months.lastDay());
  }

  private List<Block> blocks(
      List<LandCell> land, MonthAxis months, Collection<WorldInstrument.Ready> instruments) {
    DailyForcing days =
        CfForcing.of(List.of(forcing()), ForcingVariables.cmip())
            .read(land.stream().map(LandCell::cell).toList(), months.firstDay(), months.lastDay());
    double[] co2 = new double[days.days()];
    Arrays.setAll(
        co2, day -> AtmosphericCo2.standard().ppm(months.firstDay().plusDays(day).getYear()));
    BlockPlan plan = new BlockPlan(0, land);
    SortedMap<String, BlockPart> parts = new TreeMap<>();
    instruments.forEach(ready -> parts.put(ready.operator().name(), ready.part().of(plan)));
    return List.of(BlockBuilder.build(plan, days, co2, parts));
  }

  /** The background sources of the world, as an experiment file names them. */
  public List<BackgroundSource> background() {
    return List.of(
        source("fossil", "resource:fossil-bands.csv"), source("ocean", "resource:ocean-bands.csv"));
  }

  private BackgroundSource source(String name, String bands) {
    return new BackgroundSource(
        name,
        BackgroundSource.Kind.BANDS,
        bands,
        null,
        new BackgroundSource.Totals(totals().toString(), name, 1, 0));
  }

  /** A setup with observations that have errors but no values of their own yet. */
  private static EvaluationSetup setup(
      MonthAxis months, Collection<WorldInstrument.Ready> instruments) {
    return new EvaluationSetup(
        ControlVectorFile.standard().withPrior(ControlVectorFile.CO2_OFFSET, OFFSET_PRIOR),
        SubDaily.QUADRATURE,
        months.firstDay(),
        WINDOW,
        1,
        FrozenTiles.none(),
        instruments.stream().map(WorldInstrument.Ready::operator).toList());
  }

  /** Lets the instruments measure the truth. */
  private Truth measure(
      EvaluationSetup setup,
      List<Block> blocks,
      double[] x,
      List<Cell> cells,
      Set<WorldInstrument> instruments)
      throws IOException {
    LocalEvaluation evaluation = new LocalEvaluation(setup, blocks);
    WorldTruth truth = truth(evaluation, x, cells);
    List<StreamOperator> noisy = new ArrayList<>();
    List<StreamOperator> perfect = new ArrayList<>();
    for (WorldInstrument instrument : instruments) {
      StreamOperator ready = setup.stream(instrument.stream(), StreamOperator.class);
      instrument
          .measure(folder, seed, ready, truth)
          .ifPresent(
              measured -> {
                noisy.add(measured.noisy());
                perfect.add(measured.perfect());
              });
    }
    return new Truth(x, setup.withStreams(noisy), setup.withStreams(perfect), blocks);
  }

  private static WorldTruth truth(LocalEvaluation evaluation, double[] x, List<Cell> landCells) {
    Evaluation atTruth = evaluation.cost(x);
    BlockFluxes fluxes = evaluation.fluxes(x).get(0);
    return new WorldTruth() {
      @Override
      public List<Cell> cells() {
        return landCells;
      }

      @Override
      public double[] modelled(String stream) {
        return atTruth.stream(stream).modelled();
      }

      @Override
      public double[] daily(ModelSeries series) {
        return fluxes.cells(series);
      }
    };
  }
}
