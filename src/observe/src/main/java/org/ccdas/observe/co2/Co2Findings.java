package org.ccdas.observe.co2;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.netcdf.NetcdfOutput;
import org.ccdas.observe.stream.PriorPosterior;
import org.ccdas.observe.stream.StreamFindings;
import org.ccdas.observe.stream.StreamRun;
import org.ccdas.observe.stream.TableLines;

/**
 * What became of the CO2 in a run.
 *
 * @param run both ends of it
 * @param stations modelled and observed
 * @param used the fit to what was assimilated
 * @param others the fit to what was held out
 */
record Co2Findings(
    StreamRun run, List<StationComparison> stations, Optional<Co2Fit> used, Optional<Co2Fit> others)
    implements StreamFindings {
  /** Modelled and observed CO2. */
  private static final String FILE = "stations.nc";

  @Override
  public String stream() {
    return Co2Operator.NAME;
  }

  @Override
  public String title() {
    return "CO2";
  }

  @Override
  public int observations() {
    return ((Co2Operator) run.operator()).term().count();
  }

  @Override
  public Map<String, Integer> observationsByPlace() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (StationObservations station : ((Co2Operator) run.operator()).term().stations()) {
      if (station.months().length > 0) {
        counts.put(station.station().code(), station.months().length);
      }
    }
    return counts;
  }

  @Override
  public Optional<PriorPosterior> chiSquare() {
    int n = observations();
    return n == 0
        ? Optional.empty()
        : Optional.of(
            PriorPosterior.of(run.prior(), run.posterior(), end -> 2 * end.value().cost() / n));
  }

  @Override
  public Optional<Object> assimilated() {
    return used.map(fit -> fit);
  }

  @Override
  public Optional<Object> heldOut() {
    return others.map(fit -> fit);
  }

  @Override
  public Map<String, Object> details() {
    return Map.of(StationLine.KEY, stations.stream().map(StationLine::of).toList());
  }

  @Override
  public List<String> files() {
    return List.of(FILE);
  }

  @Override
  public void write(Location folder, Function<String, NetcdfOutput> titled) throws IOException {
    StationsFile.write(
        stations, run.window(), titled.apply(StationsFile.TITLE), folder.resolve(FILE));
  }

  @Override
  public void print(TableLines lines) {
    StationLines.print(stations, lines);
  }
}
