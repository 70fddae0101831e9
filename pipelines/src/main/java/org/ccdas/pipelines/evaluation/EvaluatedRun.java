package org.ccdas.pipelines.evaluation;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ccdas.evaluate.judge.FluxUncertainty;
import org.ccdas.evaluate.judge.RunFacts;
import org.ccdas.evaluate.judge.RunFluxes;
import org.ccdas.evaluate.judge.Stage;
import org.ccdas.evaluate.reference.Quantity;
import org.ccdas.evaluate.reference.StandardRegions;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.file.StoredFiles;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.grid.CellTable;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.inputs.region.Regions;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.stream.PriorPosterior;
import org.ccdas.pipelines.config.Experiment;
import org.ccdas.pipelines.config.ExperimentFile;
import org.ccdas.pipelines.config.RegionKind;
import org.ccdas.pipelines.config.RegionSettings;
import org.ccdas.pipelines.problem.RegionReader;
import org.ccdas.pipelines.run.RunFolder;
import org.ccdas.report.run.CellFluxes;
import org.ccdas.report.run.PosteriorResult;
import org.ccdas.report.run.RunResults;
import org.ccdas.report.run.RunSummary;

/**
 * What is judged of a run, from the files of its folder.
 *
 * @param title of the experiment
 * @param notes what a reader must know
 * @param fluxes of the land
 * @param uncertainty of the fluxes
 * @param facts of its own fit
 */
record EvaluatedRun(
    String title,
    List<String> notes,
    RunFluxes fluxes,
    FluxUncertainty uncertainty,
    RunFacts facts) {
  private static final String FLUXES = "fluxes.nc";
  private static final String CO2 = "co2";
  private static final String SOIL_MOISTURE = "soilMoisture";

  /**
   * Reads a run.
   *
   * @throws InputException when the folder has no run that has ended, or the cell table or a region
   *     file that it was made with is no longer there
   */
  static EvaluatedRun read(Location folder) {
    RunResults results = RunResults.read(folder);
    CellFluxes fluxes =
        results
            .fluxes()
            .orElseThrow(
                () ->
                    new InputException(
                        folder.toString(),
                        "",
                        "there is no file " + FLUXES,
                        "Name the folder of a run that has ended"));
    RunFolder run = new RunFolder(folder);
    if (!StoredFiles.exists(run.resolved())) {
      throw new InputException(
          folder.toString(),
          "",
          "there is no file " + run.resolved().name(),
          "Name the folder that an assimilation was told with --out");
    }
    Experiment experiment = ExperimentFile.read(run.resolved(), null);
    return new EvaluatedRun(
        results.summary().title(),
        results.summary().notes(),
        fluxes(experiment, folder.resolve(FLUXES), fluxes),
        results.posterior().map(EvaluatedRun::uncertainty).orElse(FluxUncertainty.NONE),
        facts(results.summary()));
  }

  private static RunFluxes fluxes(Experiment experiment, Location file, CellFluxes fluxes) {
    Map<Integer, Cell> table =
        CellTable.read(experiment.grid().cells().path()).cells().stream()
            .collect(Collectors.toMap(Cell::id, Function.identity()));
    try (NetcdfInput input = NetcdfInput.open(file)) {
      double[] area = input.variable("area").read();
      double[] ids = ofLand(input.variable("cell_id").read(), area);
      double[] vegetated = ofLand(input.variable("vegetated_fraction").read(), area);
      List<Cell> cells = new ArrayList<>();
      for (double id : ids) {
        Cell cell = table.get((int) id);
        if (cell == null) {
          throw new InputException(
              experiment.grid().cells().path().toString(),
              "",
              "cell " + (int) id + " of the run is not in it",
              "Give back the cell table that the run was made with");
        }
        cells.add(cell);
      }
      YearMonth first = YearMonth.from(fluxes.months().get(0));
      return new RunFluxes(
          cells,
          vegetated,
          new MonthAxis(first, fluxes.months().size()),
          fields(input, fluxes, area),
          regions(experiment, cells));
    }
  }

  /** Fluxes, and moisture of the uppermost soil. */
  private static Map<String, double[][]> fields(
      NetcdfInput input, CellFluxes fluxes, double[] area) {
    Map<String, double[][]> fields = new HashMap<>(fluxes.fields());
    for (Stage stage : Stage.values()) {
      String name = Quantity.SOIL_MOISTURE.variable() + "_" + stage.key();
      double[] values = input.variable(name).read();
      double[][] field = new double[fluxes.months().size()][];
      Arrays.setAll(
          field,
          m -> ofLand(Arrays.copyOfRange(values, m * area.length, (m + 1) * area.length), area));
      fields.put(name, field);
    }
    return fields;
  }

  /** Numbers of the places that have an area, in the order in which fluxes are read. */
  private static double[] ofLand(double[] values, double[] area) {
    List<Double> land = new ArrayList<>();
    for (int i = 0; i < area.length; i++) {
      if (Double.isFinite(area[i])) {
        land.add(values[i]);
      }
    }
    return land.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Globe and bands, and the TransCom regions when the run has them. */
  private static Regions regions(Experiment experiment, List<Cell> cells) {
    Regions all = StandardRegions.of(cells);
    for (RegionSettings settings : experiment.regions()) {
      if (settings.kind() == RegionKind.TRANSCOM) {
        all = all.and(RegionReader.read(settings, cells));
      }
    }
    return all;
  }

  private static FluxUncertainty uncertainty(PosteriorResult posterior) {
    Map<FluxUncertainty.Key, FluxUncertainty.Sigma> sigma = new HashMap<>();
    for (PosteriorResult.Target target : posterior.targets()) {
      Optional<Quantity> quantity =
          Arrays.stream(Quantity.values())
              .filter(one -> one.symbol().equals(target.quantity()))
              .findFirst();
      // a target is named by flux, region and year: "NEP transcom Europe 2015", "GPP globe mean"
      String[] words = target.name().split(" ");
      String region = String.join(" ", Arrays.asList(words).subList(1, words.length - 1));
      quantity.ifPresent(
          known ->
              sigma.put(
                  new FluxUncertainty.Key(known, region, target.year()),
                  new FluxUncertainty.Sigma(target.priorSigma(), target.posteriorSigma())));
    }
    return new FluxUncertainty(sigma);
  }

  private static RunFacts facts(RunSummary summary) {
    return new RunFacts(
        summary.twin() != null,
        summary.notes().stream().anyMatch(note -> note.contains("inter-annual")),
        Optional.ofNullable(summary.details().get(SOIL_MOISTURE))
            .map(node -> node.path("change"))
            .filter(change -> change.hasNonNull("wherePoor") && change.hasNonNull("whereGood"))
            .map(
                change ->
                    new RunFacts.Change(
                        change.path("wherePoor").asDouble(), change.path("whereGood").asDouble())),
        fit(summary, RunSummary.Data.ASSIMILATED),
        fit(summary, RunSummary.Data.HELD_OUT));
  }

  private static Optional<RunFacts.Fit> fit(RunSummary summary, RunSummary.Data data) {
    double n = summary.values(CO2, data);
    PriorPosterior rmse = summary.statistic(CO2, data, "rmse");
    PriorPosterior chiSquare = summary.statistic(CO2, data, "chiSquare");
    return n > 0
        ? Optional.of(new RunFacts.Fit(n, rmse.prior(), rmse.posterior(), chiSquare.posterior()))
        : Optional.empty();
  }
}
