package org.ccdas.report.co2;

import java.util.List;
import org.ccdas.report.compared.ComparedRun;

/**
 * A run of a comparison with its stations.
 *
 * @param run the column of the comparison
 * @param stations CO2 at its stations; empty when it has none
 */
record StationRun(ComparedRun run, List<StationRecord> stations) {
  /** The runs with their stations. */
  static List<StationRun> of(List<ComparedRun> runs) {
    return runs.stream()
        .map(run -> new StationRun(run, Co2Page.stations(run.run()).orElse(List.of())))
        .toList();
  }

  /** Name in table and pictures. */
  String name() {
    return run.name();
  }

  /** Modelled CO2 of a station. */
  double[] modelled(StationRecord station) {
    return run.prior() ? station.prior() : station.posterior();
  }
}
