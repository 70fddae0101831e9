package org.ccdas.pipelines.problem;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ccdas.assimilate.evaluation.EvaluationSetup;
import org.ccdas.assimilate.evaluation.FrozenTiles;
import org.ccdas.bethy.weather.SubDaily;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.control.ControlVector;
import org.ccdas.inputs.control.ControlVectorFile;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.forcing.AtmosphericCo2;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.land.LandCell;
import org.ccdas.inputs.region.Regions;
import org.ccdas.inputs.station.Station;
import org.ccdas.inputs.station.StationTable;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.pipelines.config.BackgroundFlux;
import org.ccdas.pipelines.config.BackgroundTotals;
import org.ccdas.pipelines.config.DataPath;
import org.ccdas.pipelines.config.Experiment;
import org.ccdas.pipelines.config.TransportKind;
import org.ccdas.transport.BackgroundFluxes;
import org.ccdas.transport.BackgroundSource;
import org.ccdas.transport.Response;
import org.ccdas.transport.ResponseFile;
import org.ccdas.transport.TransportOperator;
import org.ccdas.transport.ZonalBox;

/** Reads all inputs of an experiment but the weather itself, which the pipelines read. */
public final class ProblemReader {
  private static final List<String> UNOBSERVED = List.of("SPO", "MLO");

  private ProblemReader() {}

  /**
   * Reads the inputs.
   *
   * @throws InputException when one is missing or bad; names file, place and remedy
   */
  public static Problem read(Experiment experiment) {
    MonthAxis window = experiment.window().months();
    MonthAxis months = experiment.months();
    FlaskReader flasks = new FlaskReader(experiment.observations().co2(), window);
    List<StationSeries> stations = flasks.stations();
    // without flasks the concentrations of two stations are modelled and compared with nothing
    List<Station> places =
        stations.isEmpty()
            ? UNOBSERVED.stream().map(StationTable.standard()::station).toList()
            : stations.stream().map(s -> s.screened().observations().station()).toList();
    Response response = response(experiment, places);
    BackgroundFluxes background =
        BackgroundFluxes.read(
            experiment.background().stream().map(ProblemReader::source).toList(),
            response.regions(),
            months,
            Location.of("").absolute());
    AtmosphericCo2 air = ForcingReader.air(experiment);
    requireYears(experiment, air, months);
    List<LandCell> land = LandReader.read(experiment);
    List<Cell> cells = land.stream().map(LandCell::cell).toList();
    Regions regions = RegionReader.read(experiment, cells);
    SoilMoistureReader moisture = new SoilMoistureReader(experiment.observations().soilMoisture());
    EvaluationSetup setup =
        new EvaluationSetup(
            control(experiment, flasks),
            switch (experiment.model().subDaily()) {
              case QUADRATURE -> SubDaily.QUADRATURE;
              case HOURLY -> SubDaily.HOURLY;
            },
            months.firstDay(),
            window,
            experiment.spinUp().passes(),
            flasks.term(stations),
            new TransportOperator(response, months, window).concentrations(background.total()),
            FrozenTiles.none(),
            moisture.setup(window, regions, cells));
    return new Problem(
        experiment,
        land,
        ForcingReader.read(experiment),
        air,
        response,
        background,
        stations,
        moisture.product(window),
        regions,
        setup,
        inputs(experiment, flasks, moisture));
  }

  private static void requireYears(Experiment experiment, AtmosphericCo2 air, MonthAxis months) {
    int first = months.first().getYear();
    int last = months.last().getYear();
    if (first < air.firstYear() || last > air.lastYear()) {
      throw new InputException(
          experiment.atmosphericCo2() == null
              ? "atmosphericCo2"
              : experiment.atmosphericCo2().toString(),
          "years",
          "the CO2 of the air covers "
              + air.firstYear()
              + " to "
              + air.lastYear()
              + ", the run needs "
              + first
              + " to "
              + last,
          "Give a table with these years in atmosphericCo2");
    }
  }

  private static Response response(Experiment experiment, List<Station> places) {
    if (experiment.transport().kind() == TransportKind.ZONAL_BOX) {
      return new ZonalBox().response(places);
    }
    Response all = ResponseFile.read(experiment.transport().file().path());
    return experiment.observations().co2() == null
        ? all
        : all.atStations(places.stream().map(Station::code).toList());
  }

  private static ControlVector control(Experiment experiment, FlaskReader flasks) {
    ControlVector control =
        experiment.controlVector() == null
            ? ControlVectorFile.standard()
            : ControlVectorFile.read(experiment.controlVector().path());
    if (control.indexOf(ControlVectorFile.CO2_OFFSET).isEmpty()) {
      throw new InputException(
          experiment.controlVector().toString(),
          "symbol " + ControlVectorFile.CO2_OFFSET,
          "the control vector has no CO2 offset, without which no concentration can be modelled",
          "Add the row of c0, as in the control vector that comes with the system");
    }
    int offset = control.indexOf(ControlVectorFile.CO2_OFFSET).getAsInt();
    return !control.parameter(offset).hasPrior()
        ? control.withPrior(ControlVectorFile.CO2_OFFSET, flasks.offsetPrior())
        : control;
  }

  private static BackgroundSource source(BackgroundFlux flux) {
    return new BackgroundSource(
        flux.name(),
        switch (flux.kind()) {
          case REGIONS -> BackgroundSource.Kind.REGIONS;
          case BANDS -> BackgroundSource.Kind.BANDS;
          case ZONAL -> BackgroundSource.Kind.ZONAL;
        },
        flux.file().toString(),
        flux.variable(),
        totals(flux.totals()));
  }

  private static BackgroundSource.Totals totals(BackgroundTotals totals) {
    return totals == null
        ? null
        : new BackgroundSource.Totals(
            totals.file().toString(), totals.column(), totals.factor(), totals.offset());
  }

  private static List<Location> inputs(
      Experiment experiment, FlaskReader flasks, SoilMoistureReader moisture) {
    List<DataPath> paths = new ArrayList<>();
    paths.add(experiment.grid().cells());
    paths.add(experiment.land().coverFractions());
    if (experiment.land().texture() != null) {
      paths.add(experiment.land().texture().file());
    }
    if (experiment.land().elevation() != null) {
      paths.add(experiment.land().elevation().file());
    }
    if (experiment.forcing().climatology() != null) {
      paths.add(experiment.forcing().climatology().file());
    } else {
      paths.addAll(experiment.forcing().daily().files());
    }
    paths.add(experiment.atmosphericCo2());
    paths.add(experiment.controlVector());
    paths.add(experiment.transport().file());
    for (BackgroundFlux flux : experiment.background()) {
      paths.add(flux.file());
      if (flux.totals() != null) {
        paths.add(flux.totals().file());
      }
    }
    Set<Location> files = new LinkedHashSet<>();
    for (DataPath path : paths) {
      if (path != null && !path.location().startsWith(BackgroundSource.RESOURCE)) {
        files.add(path.path());
      }
    }
    files.addAll(flasks.used());
    files.addAll(moisture.files());
    files.addAll(RegionReader.files(experiment));
    return List.copyOf(files);
  }
}
