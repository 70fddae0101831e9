package org.ccdas.pipelines.problem;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
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
import org.ccdas.inputs.setting.DataPath;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.stream.ObservationStream;
import org.ccdas.observe.stream.ObservationStreams;
import org.ccdas.observe.stream.Observations;
import org.ccdas.observe.stream.StreamContext;
import org.ccdas.pipelines.config.BackgroundFlux;
import org.ccdas.pipelines.config.Experiment;
import org.ccdas.pipelines.run.RunFolder;
import org.ccdas.pipelines.transport.ResponseStore;
import org.ccdas.transport.BackgroundSource;
import org.ccdas.transport.Response;

/** Reads all inputs of an experiment but the weather itself, which the pipelines read. */
public final class ProblemReader {
  private ProblemReader() {}

  /**
   * Reads the inputs.
   *
   * @param folder of the run; keeps the responses of the tracer model
   * @param progress is told of what takes minutes
   * @throws InputException when one is missing or bad; names file, place and remedy
   */
  public static Problem read(Experiment experiment, RunFolder folder, Consumer<String> progress) {
    MonthAxis window = experiment.window().months();
    MonthAxis months = experiment.months();
    AtmosphericCo2 air = ForcingReader.air(experiment);
    requireYears(experiment, air, months);
    List<LandCell> land = LandReader.read(experiment);
    List<Cell> cells = land.stream().map(LandCell::cell).toList();
    Regions regions = RegionReader.read(experiment, cells);
    StreamContext context =
        new StreamContext(
            window,
            months,
            land,
            regions,
            new TransportReader(
                experiment,
                months,
                new ResponseStore(
                    folder.responses(), Response.MAX_LAGS, experiment.runner(), progress)));
    List<Observations> observations = new ArrayList<>();
    experiment
        .observations()
        .used()
        .forEach(
            (name, settings) ->
                observations.add(read(ObservationStreams.named(name), settings, context)));
    EvaluationSetup setup =
        new EvaluationSetup(
            control(experiment, observations, air, window)
                .with(observations.stream().flatMap(o -> o.parameters().stream()).toList()),
            switch (experiment.model().subDaily()) {
              case QUADRATURE -> SubDaily.QUADRATURE;
              case HOURLY -> SubDaily.HOURLY;
            },
            months.firstDay(),
            window,
            experiment.spinUp().passes(),
            FrozenTiles.none(),
            observations.stream().map(Observations::operator).toList());
    return new Problem(
        experiment,
        land,
        ForcingReader.read(experiment),
        air,
        observations,
        regions,
        setup,
        inputs(experiment, observations));
  }

  private static <S extends Record> Observations read(
      ObservationStream<S> stream, Record settings, StreamContext context) {
    return stream.read(stream.settings().cast(settings), context);
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

  private static ControlVector control(
      Experiment experiment,
      List<Observations> observations,
      AtmosphericCo2 air,
      MonthAxis window) {
    ControlVector control =
        experiment.controlVector() == null
            ? ControlVectorFile.standard()
            : ControlVectorFile.read(experiment.controlVector().path());
    OptionalInt offset = control.indexOf(ControlVectorFile.CO2_OFFSET);
    if (offset.isEmpty()) {
      throw new InputException(
          experiment.controlVector().toString(),
          "symbol " + ControlVectorFile.CO2_OFFSET,
          "the control vector has no CO2 offset, without which no concentration can be modelled",
          "Add the row of c0, as in the control vector that comes with the system");
    }
    if (control.parameter(offset.getAsInt()).hasPrior()) {
      return control;
    }
    // where no observation sees it: any value will do
    double unseen = air.ppm(window.first().minusMonths(1).getYear());
    double prior =
        observations.stream()
            .map(stream -> stream.prior(ControlVectorFile.CO2_OFFSET))
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .findFirst()
            .orElse(unseen);
    return control.withPrior(ControlVectorFile.CO2_OFFSET, prior);
  }

  private static List<Location> inputs(Experiment experiment, List<Observations> observations) {
    List<DataPath> paths = new ArrayList<>();
    paths.add(experiment.grid().cells());
    paths.add(experiment.land().coverFractions());
    if (experiment.land().texture() != null) {
      paths.add(experiment.land().texture().file());
    }
    if (experiment.land().elevation() != null) {
      paths.add(experiment.land().elevation().file());
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
    files.addAll(ForcingReader.files(experiment.forcing()));
    observations.forEach(stream -> files.addAll(stream.files()));
    files.addAll(RegionReader.files(experiment));
    return List.copyOf(files);
  }
}
