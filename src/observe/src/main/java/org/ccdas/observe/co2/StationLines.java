package org.ccdas.observe.co2;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.ccdas.observe.station.SamplingType;
import org.ccdas.observe.stream.TableLines;

/** The part of the table on the stations, those not assimilated apart. */
final class StationLines {
  private StationLines() {}

  static void print(List<StationComparison> stations, TableLines lines) {
    lines.line("");
    lines.line(
        "%-17s %4s %13s %13s %20s %20s",
        "CO2 at stations", "", "rmse, ppm", "bias, ppm", "amplitude, ppm", "growth, ppm yr-1");
    lines.line(
        "%-17s %4s %6s %6s %6s %6s %6s %6s %6s %6s %6s %6s",
        "", "n", "prior", "post", "prior", "post", "obs", "prior", "post", "obs", "prior", "post");
    stations.stream()
        .filter(StationComparison::assimilated)
        .forEach(station -> print(station, lines));
    if (!stations.stream().allMatch(StationComparison::assimilated)) {
      lines.line("not assimilated:");
      stations.stream()
          .filter(station -> !station.assimilated())
          .forEach(station -> print(station, lines));
    }
  }

  private static void print(StationComparison station, TableLines lines) {
    StationStatistics prior = station.priorStatistics();
    StationStatistics posterior = station.posteriorStatistics();
    boolean flask = station.label() == SamplingType.FLASK;
    String numbers =
        DoubleStream.of(
                prior.rmse(),
                posterior.rmse(),
                prior.bias(),
                posterior.bias(),
                prior.observedAmplitude(),
                prior.modelledAmplitude(),
                posterior.modelledAmplitude(),
                prior.observedGrowth(),
                prior.modelledGrowth(),
                posterior.modelledGrowth())
            .mapToObj(value -> String.format(Locale.ROOT, "%7s", TableLines.number(value, 2)))
            .collect(Collectors.joining());
    lines.line(
        "%-17s %4d%s",
        station.station().code() + (flask ? "" : ", " + station.label()), prior.count(), numbers);
  }
}
