package org.ccdas.observe.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ccdas.bethy.lane.ModelSeries;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.Cell;
import org.ccdas.inputs.land.LandCell;
import org.ccdas.inputs.netcdf.NetcdfOutput;
import org.ccdas.inputs.netcdf.OutputTime;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.stream.CellLayout;
import org.ccdas.observe.stream.StreamRun;

/**
 * The result file of a local stream: fit of every cell before and after, and daily series of one
 * cell a region, that with most observations.
 */
final class LocalFile {
  private static final String SERIES = "chosen";

  private LocalFile() {}

  /**
   * Writes the file.
   *
   * @param output titled
   */
  static void write(LocalFindings findings, NetcdfOutput output, Location path) throws IOException {
    List<LocalComparison> cells = findings.cells();
    String units = findings.names().units();
    List<Cell> places = findings.run().cells().stream().map(LandCell::cell).toList();
    CellLayout layout = CellLayout.of(places);
    output.attribute(
        "comment",
        "Statistics compare on the same days: modelled minus observed. r_change_even"
            + " against r_prior_odd shows where the assimilation helps; both come from"
            + " different days, since the same days would regress to the mean. Names with"
            + " anomaly are without the mean seasonal cycle.");
    layout.addTo(output);
    for (LocalField field : LocalField.values()) {
      layout.located(
          output
              .doubles(field.variable(), layout.dimensions())
              .mayBeMissing()
              .longName(field.longName())
              .units(field.units(units))
              .values(layout.spread(cell -> field.of(cells.get(cell)))));
    }
    series(output, findings, places);
    output.write(path);
  }

  /** The cell of each region with most values. */
  private static List<LocalComparison> chosen(List<LocalComparison> cells) {
    Set<String> regions = new HashSet<>();
    List<LocalComparison> chosen = new ArrayList<>();
    cells.stream()
        .filter(cell -> cell.observed().count() > 0)
        .sorted(Comparator.comparingInt(cell -> -cell.observed().count()))
        .filter(cell -> regions.add(cell.region()))
        .forEach(chosen::add);
    return chosen;
  }

  private static void series(NetcdfOutput output, LocalFindings findings, List<Cell> places) {
    LocalNames names = findings.names();
    StreamRun run = findings.run();
    ModelSeries compared = ((LocalOperator) run.operator()).quantity().series();
    List<LocalComparison> chosen = chosen(findings.cells());
    if (chosen.isEmpty()) {
      return;
    }
    MonthAxis window = run.window();
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
      LocalComparison cell = chosen.get(s);
      for (int k = 0; k < cell.observed().count(); k++) {
        int at = cell.observed().days()[k] * chosen.size() + s;
        observed[at] = cell.observed().value()[k];
        sigma[at] = cell.observed().sigma()[k];
      }
      double[] before = run.prior().series().of(compared, cell.cell());
      double[] after = run.posterior().series().of(compared, cell.cell());
      for (int day = 0; day < days; day++) {
        prior[day * chosen.size() + s] = before[day];
        posterior[day * chosen.size() + s] = after[day];
      }
    }
    String units = names.units();
    daily(output, "series_observed", names.observed() + ", its offset included", units, observed);
    daily(output, "series_sigma", "standard error of the " + names.observed(), units, sigma);
    daily(output, "series_prior", "prior " + names.modelled(), units, prior);
    daily(output, "series_posterior", "posterior " + names.modelled(), units, posterior);
  }

  private static void daily(
      NetcdfOutput output, String name, String longName, String units, double[] values) {
    output
        .floats(name, "time", SERIES)
        .mayBeMissing()
        .longName(longName)
        .units(units)
        .values(values);
  }
}
