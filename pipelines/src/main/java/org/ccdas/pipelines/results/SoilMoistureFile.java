package org.ccdas.pipelines.results;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.ccdas.assimilate.evaluation.BlockFluxes;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.land.LandCell;
import org.ccdas.inputs.netcdf.NetcdfOutput;
import org.ccdas.inputs.netcdf.OutputTime;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.pipelines.run.RunOutcome;

/**
 * {@code soilmoisture.nc}: fit of every cell before and after, and daily series of one cell a
 * region, that with most observations.
 */
final class SoilMoistureFile {
  private static final String SERIES = "chosen";
  private static final String MOISTURE = "m3 m-3";

  private SoilMoistureFile() {}

  static void write(RunFindings findings, Location path) throws IOException {
    RunOutcome outcome = findings.outcome();
    List<MoistureComparison> cells = findings.moisture();
    List<Cell> places = findings.prior().land().cells().stream().map(LandCell::cell).toList();
    CellLayout layout = CellLayout.of(places);
    NetcdfOutput output =
        NetcdfFiles.titled(findings, "soil moisture of land cells, observed, prior and posterior")
            .attribute(
                "comment",
                "Statistics compare on the same days: modelled minus observed. r_change_even"
                    + " against r_prior_odd shows where the assimilation helps; both come from"
                    + " different days, since the same days would regress to the mean. Names with"
                    + " anomaly are without the mean seasonal cycle.");
    layout.addTo(output);
    field(output, layout, cells, "observations", "values in the misfit", "1", c -> c.count());
    field(
        output,
        layout,
        cells,
        "compared",
        "values compared, those held out included",
        "1",
        c -> c.observed().count());
    field(output, layout, cells, "held_out", "values held out", "1", c -> c.heldOut().count());
    for (boolean prior : new boolean[] {true, false}) {
      String run = prior ? "prior" : "posterior";
      field(
          output,
          layout,
          cells,
          "ubrmse_held_out_" + run,
          "root mean square difference to the values held out, without the bias, " + run,
          MOISTURE,
          c ->
              c.heldOut()
                  .fit(prior ? c.heldOut().prior() : c.heldOut().posterior())
                  .unbiasedRmse());
    }
    field(
        output,
        layout,
        cells,
        "effective_observations",
        "independent values that tell as much of the mean",
        "1",
        MoistureComparison::effectiveCount);
    field(
        output,
        layout,
        cells,
        "r_prior",
        "correlation, prior",
        "1",
        c -> c.priorFit().correlation());
    field(
        output,
        layout,
        cells,
        "r_posterior",
        "correlation, posterior",
        "1",
        c -> c.posteriorFit().correlation());
    statistics(output, layout, cells);
    field(
        output,
        layout,
        cells,
        "r_prior_odd",
        "correlation of the prior on odd days",
        "1",
        c -> c.whole().priorOdd());
    field(
        output,
        layout,
        cells,
        "r_change_even",
        "correlation of the posterior minus that of the prior on even days",
        "1",
        c -> c.whole().changeEven());
    field(
        output,
        layout,
        cells,
        "r_prior_odd_anomaly",
        "correlation of the prior on odd days, without the seasonal cycle",
        "1",
        c -> c.anomaly().priorOdd());
    field(
        output,
        layout,
        cells,
        "r_change_even_anomaly",
        "change of the correlation on even days, without the seasonal cycle",
        "1",
        c -> c.anomaly().changeEven());
    field(
        output,
        layout,
        cells,
        "offset",
        "estimated offset, observed minus modelled",
        MOISTURE,
        MoistureComparison::offset);
    field(output, layout, cells, "gain", "estimated gain", "1", MoistureComparison::gain);
    series(output, outcome, cells, places);
    output.write(path);
  }

  private static void statistics(
      NetcdfOutput output, CellLayout layout, List<MoistureComparison> cells) {
    for (boolean prior : new boolean[] {true, false}) {
      String run = prior ? "prior" : "posterior";
      field(
          output,
          layout,
          cells,
          "rmse_" + run,
          "root mean square difference, " + run,
          MOISTURE,
          c -> (prior ? c.priorFit() : c.posteriorFit()).rmse());
      field(
          output,
          layout,
          cells,
          "ubrmse_" + run,
          "root mean square difference without the bias, " + run,
          MOISTURE,
          c -> (prior ? c.priorFit() : c.posteriorFit()).unbiasedRmse());
      field(
          output,
          layout,
          cells,
          "bias_" + run,
          "mean difference, " + run,
          MOISTURE,
          c -> (prior ? c.priorFit() : c.posteriorFit()).bias());
    }
  }

  private static void field(
      NetcdfOutput output,
      CellLayout layout,
      List<MoistureComparison> cells,
      String name,
      String longName,
      String units,
      ToDoubleFunction<MoistureComparison> value) {
    layout.located(
        output
            .doubles(name, layout.dimensions())
            .mayBeMissing()
            .longName(longName)
            .units(units)
            .values(
                layout.spread(
                    cell -> {
                      MoistureComparison found = cells.get(cell);
                      return found.observed().count() == 0
                          ? Double.NaN
                          : value.applyAsDouble(found);
                    })));
  }

  /** The cell of each region with most values. */
  private static List<MoistureComparison> chosen(List<MoistureComparison> cells) {
    Set<String> regions = new HashSet<>();
    List<MoistureComparison> chosen = new ArrayList<>();
    cells.stream()
        .filter(cell -> cell.observed().count() > 0)
        .sorted(Comparator.comparingInt(cell -> -cell.observed().count()))
        .filter(cell -> regions.add(cell.region()))
        .forEach(chosen::add);
    return chosen;
  }

  private static void series(
      NetcdfOutput output, RunOutcome outcome, List<MoistureComparison> cells, List<Cell> places) {
    List<MoistureComparison> chosen = chosen(cells);
    if (chosen.isEmpty()) {
      return;
    }
    MonthAxis window = outcome.setup().window();
    int days = window.days();
    OutputTime.addDaily(output, window.firstDay(), days);
    output.dimension(SERIES, chosen.size());
    output
        .ints("chosen_cell", SERIES)
        .longName("number of the cell in the cell table")
        .values(chosen.stream().mapToDouble(c -> places.get(c.cell()).id()).toArray());
    output
        .doubles("chosen_lat", SERIES)
        .longName("latitude of the cell centre")
        .units("degrees_north")
        .values(chosen.stream().mapToDouble(c -> places.get(c.cell()).lat()).toArray());
    output
        .doubles("chosen_lon", SERIES)
        .longName("longitude of the cell centre")
        .units("degrees_east")
        .values(chosen.stream().mapToDouble(c -> places.get(c.cell()).lon()).toArray());
    double[] observed = new double[chosen.size() * days];
    double[] sigma = new double[observed.length];
    double[] prior = new double[observed.length];
    double[] posterior = new double[observed.length];
    Arrays.fill(observed, Double.NaN);
    Arrays.fill(sigma, Double.NaN);
    for (int s = 0; s < chosen.size(); s++) {
      MoistureComparison cell = chosen.get(s);
      for (int k = 0; k < cell.observed().count(); k++) {
        int at = cell.observed().days()[k] * chosen.size() + s;
        observed[at] = cell.observed().value()[k];
        sigma[at] = cell.observed().sigma()[k];
      }
      double[] before = daily(outcome.priorFluxes(), cell.cell(), days);
      double[] after = daily(outcome.posteriorFluxes(), cell.cell(), days);
      for (int day = 0; day < days; day++) {
        prior[day * chosen.size() + s] = before[day];
        posterior[day * chosen.size() + s] = after[day];
      }
    }
    daily(output, "series_observed", "observed soil moisture, its offset included", observed);
    daily(output, "series_sigma", "standard error of the observed soil moisture", sigma);
    daily(output, "series_prior", "prior moisture of the top 5 cm", prior);
    daily(output, "series_posterior", "posterior moisture of the top 5 cm", posterior);
  }

  private static double[] daily(List<BlockFluxes> blocks, int cell, int days) {
    int left = cell;
    for (BlockFluxes block : blocks) {
      int cells = block.topMoisture().length / days;
      if (left < cells) {
        return Arrays.copyOfRange(block.topMoisture(), left * days, (left + 1) * days);
      }
      left -= cells;
    }
    throw new IllegalArgumentException("There is no cell " + cell);
  }

  private static void daily(NetcdfOutput output, String name, String longName, double[] values) {
    output
        .floats(name, "time", SERIES)
        .mayBeMissing()
        .longName(longName)
        .units(MOISTURE)
        .values(values);
  }
}
