package org.ccdas.report.co2;

import static org.ccdas.report.page.Numbers.fixed;

import java.util.ArrayList;
import java.util.List;
import org.ccdas.report.page.HtmlTable;

/**
 * The same data under all runs: the months of CO2 that one member does not assimilate and another
 * one does. How well the first predicts them, against how well the other fits them, is the test
 * that the data were held out for.
 *
 * @param member that does not assimilate them
 * @param station index of the station of each month
 * @param month index of each month
 */
record HeldOutData(StationRun member, List<Integer> station, List<Integer> month) {

  /** For each run what it leaves to others; runs that leave nothing are left out. */
  static List<HeldOutData> of(List<StationRun> runs) {
    List<HeldOutData> all = new ArrayList<>();
    for (StationRun run : runs) {
      HeldOutData data = of(run, runs);
      if (!data.month.isEmpty()) {
        all.add(data);
      }
    }
    return all;
  }

  private static HeldOutData of(StationRun run, List<StationRun> runs) {
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
  private static boolean uses(StationRun run, int station, int month) {
    // a prior that is no member of its own borrows the files of one
    return run.run().member().isPresent()
        && station < run.stations().size()
        && run.stations().get(station).used()[month];
  }

  /** Whether the member assimilates other CO2, so that leaving these was a choice. */
  boolean isFromAssimilatedStream() {
    return member.run().member().map(m -> m.assimilate().contains(Co2Page.STREAM)).orElse(false);
  }

  /** Root mean square of modelled less observed of a run on these data, ppm. */
  double rmse(StationRun run) {
    double sum = 0;
    for (int k = 0; k < month.size(); k++) {
      StationRecord record = run.stations().get(station.get(k));
      double misfit = run.modelled(record)[month.get(k)] - record.observed()[month.get(k)];
      sum += misfit * misfit;
    }
    return Math.sqrt(sum / month.size());
  }

  /** How the member predicts what it holds out, beside the others, on the same data. */
  String sentence(List<StationRun> runs) {
    List<String> others =
        runs.stream()
            .filter(run -> run != member)
            .map(run -> fixed(rmse(run), 2) + " (" + run.name() + ")")
            .toList();
    return "On the "
        + month.size()
        + " monthly CO₂ values that "
        + member.name()
        + " holds out and another run assimilates, its RMSE is "
        + fixed(rmse(member), 2)
        + " ppm, against "
        + String.join(", ", others)
        + ".";
  }

  /** A row for each set of data and a column for each run. */
  static HtmlTable table(List<HeldOutData> all, List<StationRun> runs) {
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
