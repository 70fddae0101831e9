package org.ccdas.verify.world;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ccdas.assimilate.evaluation.Block;
import org.ccdas.assimilate.evaluation.BlockBuilder;
import org.ccdas.assimilate.evaluation.BlockPlan;
import org.ccdas.assimilate.evaluation.EvaluationSetup;
import org.ccdas.assimilate.evaluation.FrozenTiles;
import org.ccdas.assimilate.evaluation.LocalEvaluation;
import org.ccdas.bethy.weather.SubDaily;
import org.ccdas.inputs.control.ControlVector;
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
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.inputs.station.Station;
import org.ccdas.inputs.station.StationTable;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.co2.Co2Term;
import org.ccdas.observe.co2.ObservationError;
import org.ccdas.observe.co2.StationObservations;
import org.ccdas.observe.flask.FlaskMonth;
import org.ccdas.observe.flask.FlaskRecord;
import org.ccdas.observe.flask.WdcggMonthlyWriter;
import org.ccdas.transport.BackgroundFluxes;
import org.ccdas.transport.BackgroundSource;
import org.ccdas.transport.Response;
import org.ccdas.transport.TransportOperator;
import org.ccdas.transport.ZonalBox;

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

  /** Stations that the demo assimilates. */
  public static final List<String> ASSIMILATED =
      List.of(
          "ALT", "BRW", "MHD", "MID", "KUM", "MLO", "RPB", "CHR", "ASC", "SMO", "CGO", "PSA",
          "SPO");

  /** Stations that the demo only compares with. */
  public static final List<String> HELD_OUT = List.of("SHM", "SEY");

  private static final double SAMPLE_SPREAD = 0.4;

  /** More than the stations, so that worlds of neighbouring seeds share no stream of errors. */
  private static final long STREAMS = 1_000_003;

  private static final double OFFSET_PRIOR = 388;
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
    return folder.resolve("flasks");
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
        new LocalEvaluation(truth.setup(), truth.blocks()).fluxes(truth.x()).get(0).topMoisture();
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
    CellTable table = LandMask.cells();
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
    List<Station> stations = stations();
    Response response = new ZonalBox().response(stations);
    List<Block> blocks = blocks(land, months, response);
    EvaluationSetup template = template(stations, response, months);
    double[] prior = new double[template.control().size()];
    FrozenTiles frozen =
        FrozenTiles.decide(new LocalEvaluation(template, blocks).fluxes(prior), WINDOW.days());
    EvaluationSetup setup = template.withFrozen(frozen);
    double[] truth = setup.control().draw(seed);
    LocalEvaluation evaluation = new LocalEvaluation(setup, blocks);
    double[] concentrations = evaluation.cost(truth).concentrations();
    return sample(setup, blocks, truth, concentrations);
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

  /** All stations, those assimilated first. */
  private static List<Station> stations() {
    StationTable table = StationTable.standard();
    List<Station> stations = new ArrayList<>();
    ASSIMILATED.forEach(code -> stations.add(table.station(code)));
    HELD_OUT.forEach(code -> stations.add(table.station(code)));
    return stations;
  }

  private List<Block> blocks(List<LandCell> land, MonthAxis months, Response response) {
    DailyForcing days =
        CfForcing.of(List.of(forcing()), ForcingVariables.cmip())
            .read(land.stream().map(LandCell::cell).toList(), months.firstDay(), months.lastDay());
    double[] co2 = new double[days.days()];
    Arrays.setAll(
        co2, day -> AtmosphericCo2.standard().ppm(months.firstDay().plusDays(day).getYear()));
    return List.of(BlockBuilder.build(new BlockPlan(0, land), days, co2, response));
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
  private EvaluationSetup template(List<Station> stations, Response response, MonthAxis months) {
    ControlVector control =
        ControlVectorFile.standard().withPrior(ControlVectorFile.CO2_OFFSET, OFFSET_PRIOR);
    ObservationError error = ObservationError.standard();
    double[] level = new double[WINDOW.count()];
    Arrays.fill(level, OFFSET_PRIOR);
    List<StationObservations> observations = new ArrayList<>();
    for (Station station : stations.subList(0, ASSIMILATED.size())) {
      observations.add(error.screen(record(station, level), station, WINDOW).observations());
    }
    double[] background =
        new TransportOperator(response, months, WINDOW)
            .concentrations(
                BackgroundFluxes.read(background(), response.regions(), months, folder).total());
    return new EvaluationSetup(
        control,
        SubDaily.QUADRATURE,
        months.firstDay(),
        WINDOW,
        1,
        new Co2Term(observations, error),
        background,
        FrozenTiles.none());
  }

  /** A record with a value in the month before the window and these in it, ppm. */
  private static FlaskRecord record(Station station, double[] values) {
    List<FlaskMonth> months = new ArrayList<>();
    months.add(month(WINDOW.first().minusMonths(1), OFFSET_PRIOR));
    for (int month = 0; month < values.length; month++) {
      months.add(month(WINDOW.at(month), values[month]));
    }
    return new FlaskRecord(
        station.code(),
        station.name(),
        "synthetic world",
        station.lat(),
        station.lon(),
        station.elevation(),
        "ppm",
        "surface-flask",
        "none",
        months);
  }

  private static FlaskMonth month(YearMonth month, double co2) {
    return new FlaskMonth(month, co2, 4, SAMPLE_SPREAD, FlaskMonth.NO_FLAG);
  }

  /** Writes the flask records: the truth's concentrations with errors. */
  private Truth sample(
      EvaluationSetup template, List<Block> blocks, double[] truth, double[] concentrations)
      throws IOException {
    ObservationError error = ObservationError.standard();
    List<StationObservations> noisy = new ArrayList<>();
    List<StationObservations> perfect = new ArrayList<>();
    List<Station> stations = stations();
    for (int s = 0; s < stations.size(); s++) {
      Station station = stations.get(s);
      double[] exact =
          Arrays.copyOfRange(concentrations, s * WINDOW.count(), (s + 1) * WINDOW.count());
      StationObservations clean =
          error.screen(record(station, exact), station, WINDOW).observations().withValues(exact);
      double[] errors =
          error
              .whitening(clean)
              .colour(new NormalStream(STREAMS * seed + 1 + s).next(exact.length));
      double[] values = new double[exact.length];
      Arrays.setAll(values, month -> exact[month] + errors[month]);
      WdcggMonthlyWriter.write(
          flasks().resolve(station.code().toLowerCase(Locale.ROOT) + ".dat"),
          record(station, values));
      if (s < ASSIMILATED.size()) {
        noisy.add(clean.withValues(values));
        perfect.add(clean);
      }
    }
    return new Truth(
        truth,
        template.withCo2(new Co2Term(noisy, error)),
        template.withCo2(new Co2Term(perfect, error)),
        blocks);
  }
}
