package org.ccdas.report.comparison;

import static org.ccdas.report.page.Numbers.fixed;

import java.util.ArrayList;
import java.util.List;
import org.ccdas.report.page.HtmlTable;
import org.ccdas.report.run.StationRecord;

/**
 * The same data under all runs: the months of CO2 that one member does not assimilate and another
 * one does. How well the first predicts them, against how well the other fits them, is the test
 * that the data were held out for.
 *
 * @param member that does not assimilate them
 * @param station index of the station of each month
 * @param month index of each month
 */
record HeldOutData(ComparedRun member, List<Integer> station, List<Integer> month) {

  /** For each run what it leaves to others; runs that leave nothing are left out. */
  static List<HeldOutData> of(List<ComparedRun> runs) {
    List<HeldOutData> all = new ArrayList<>();
    for (ComparedRun run : runs) {
      HeldOutData data = of(run, runs);
      if (!data.month.isEmpty()) {
        all.add(data);
      }
    }
    return all;
  }

  private static HeldOutData of(ComparedRun run, List<ComparedRun> runs) {
    HeldOutData data = new HeldOutData(run, new ArrayList<>(), new ArrayList<>());
    for (int s = 0; s < run.stations().size(); s++) {
      for (int m = 0; m < run.stations().get(s).observed().length; m++) {
        int station = s;
        int month = m;
        if (!uses(run, s, m) && runs.stream().anyMatch(other -> uses(other, station, month))) {
          data.station.add(s);
          data.month.add(m);
        }
      }
    }
    return data;
  }

  /** Members have the same base, so that their stations are in the same order. */
  private static boolean uses(ComparedRun run, int station, int month) {
    // a prior that is no member of its own borrows the files of one
    return run.member().isPresent()
        && station < run.stations().size()
        && run.stations().get(station).used()[month];
  }

  /** Whether the member assimilates other CO2, so that leaving these was a choice. */
  boolean isFromAssimilatedStream() {
    return member.member().map(m -> m.assimilate().contains("co2")).orElse(false);
  }

  /** Root mean square of modelled less observed of a run on these data, ppm. */
  double rmse(ComparedRun run) {
    double sum = 0;
    for (int k = 0; k < month.size(); k++) {
      StationRecord record = run.stations().get(station.get(k));
      double misfit = run.modelled(record)[month.get(k)] - record.observed()[month.get(k)];
      sum += misfit * misfit;
    }
    return Math.sqrt(sum / month.size());
  }

  /** A row for each set of data and a column for each run. */
  static HtmlTable table(List<HeldOutData> all, List<ComparedRun> runs) {
    HtmlTable table =
        new HtmlTable(
                "RMSE of CO₂, ppm, on the monthly means that the run of the row does not assimilate"
                    + " and another one does")
            .manyColumns()
            .texts("left out by")
            .numbers("values");
    runs.forEach(run -> table.numbers(run.name()));
    for (HeldOutData data : all) {
      List<String> row = new ArrayList<>();
      row.add(data.member().name());
      row.add(String.valueOf(data.month.size()));
      runs.forEach(run -> row.add(fixed(data.rmse(run), 3)));
      table.row(row.toArray(String[]::new));
    }
    return table;
  }
}
