package org.ccdas.report.co2;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.ccdas.report.page.Section;
import org.ccdas.report.picture.Bars;
import org.ccdas.report.picture.Dots;

/** How well each run fits what it assimilates and what it does not. */
final class Co2FitSection {
  private static final String ID = "fit";
  private static final String TITLE = "Fit to assimilated and to held-out data";

  private Co2FitSection() {}

  static Section of(List<StationRun> runs) {
    List<StationRecord> stations = runs.get(0).stations();
    if (stations.isEmpty() || runs.stream().anyMatch(r -> r.stations().size() != stations.size())) {
      return Section.leftOut(ID, TITLE, "Left out: the runs have no CO₂ at common stations.");
    }
    List<String> codes = stations.stream().map(StationRecord::code).toList();
    List<Dots.Kind> kinds = new ArrayList<>();
    for (StationRun run : runs) {
      double[] used = new double[codes.size()];
      double[] held = new double[codes.size()];
      for (int s = 0; s < used.length; s++) {
        StationRecord station = run.stations().get(s);
        boolean[] assimilated = station.used();
        boolean any = run.run().member().isPresent();
        used[s] = rmse(run, station, m -> any && assimilated[m]);
        held[s] = rmse(run, station, m -> !any || !assimilated[m]);
      }
      addIfAny(kinds, run, run.name(), used, false);
      addIfAny(kinds, run, run.run().prior() ? run.name() : run.name() + ", held out", held, true);
    }
    Section section =
        Section.of(ID, TITLE)
            .figure(
                Dots.draw(
                    "fit-stations",
                    "Root mean square misfit of CO2 at "
                        + codes.size()
                        + " stations by run, to assimilated and to held-out months",
                    codes,
                    kinds,
                    "RMSE of monthly CO₂, ppm"),
                "Root mean square of modelled less observed CO₂ at each station. Full marks: months"
                    + " that the run assimilates. Open marks: months that it does not, which test it."
                    + " An open mark left of the prior's says that the run predicts what it has not"
                    + " seen better than the prior does.");
    List<HeldOutData> data = HeldOutData.of(runs);
    return data.isEmpty() ? section : section.add(HeldOutData.table(data, runs).html());
  }

  private static void addIfAny(
      List<Dots.Kind> kinds, StationRun run, String label, double[] values, boolean open) {
    if (Arrays.stream(values).anyMatch(Double::isFinite)) {
      kinds.add(
          new Dots.Kind(
              label,
              run.run().colour(),
              run.run().number(),
              values,
              Bars.none(values.length),
              open));
    }
  }

  private static double rmse(StationRun run, StationRecord station, IntPredicate month) {
    double[] modelled = run.modelled(station);
    double sum = 0;
    int n = 0;
    for (int m = 0; m < modelled.length; m++) {
      double misfit = modelled[m] - station.observed()[m];
      if (month.test(m) && !Double.isNaN(misfit)) {
        sum += misfit * misfit;
        n++;
      }
    }
    return n == 0 ? Double.NaN : Math.sqrt(sum / n);
  }
}
