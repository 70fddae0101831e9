package org.ccdas.report.co2;

import static org.ccdas.report.page.Numbers.fixed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ccdas.observe.co2.StationLine;
import org.ccdas.report.compared.ComparedRun;
import org.ccdas.report.page.Section;
import org.ccdas.report.run.ResultJson;
import org.ccdas.report.run.RunResults;
import org.ccdas.report.run.RunSummary;
import org.ccdas.report.stream.FitStatistic;
import org.ccdas.report.stream.StreamPage;

/** CO2 at stations. */
public final class Co2Page implements StreamPage {
  /** Name of the stream. */
  static final String STREAM = "co2";

  static final String FILE = "stations.nc";

  /** Found by the service loader. */
  public Co2Page() {}

  /** What the summary of a run says of its stations. */
  static List<StationLine> lines(RunSummary summary) {
    JsonNode stations = summary.details().get(StationLine.KEY);
    return stations == null ? List.of() : List.of(ResultJson.as(stations, StationLine[].class));
  }

  /** The stations of a run. */
  static Optional<List<StationRecord>> stations(RunResults run) {
    return run.files().find(FILE, StationRecord::read);
  }

  @Override
  public String stream() {
    return STREAM;
  }

  @Override
  public String title() {
    return "CO₂";
  }

  @Override
  public String assimilated(RunSummary summary) {
    long stations = lines(summary).stream().filter(StationLine::assimilated).count();
    return fixed(summary.observations().get(STREAM), 0)
        + " monthly CO₂ values of "
        + stations
        + (stations == 1 ? " station" : " stations");
  }

  @Override
  public List<Section> sections(RunResults run) {
    return List.of(StationsSection.of(run));
  }

  @Override
  public List<String> rejected(RunResults run) {
    return List.of(stations(run).map(Co2Page::months).orElse(RunResults.missing(FILE)));
  }

  private static String months(List<StationRecord> stations) {
    long missing =
        stations.stream()
            .flatMapToDouble(s -> Arrays.stream(s.observed()))
            .filter(Double::isNaN)
            .count();
    long held = stations.stream().filter(s -> !s.assimilated()).count();
    return "Station months without a usable CO₂ value: "
        + missing
        + ". Stations held out and only compared with: "
        + held
        + ".";
  }

  @Override
  public List<FitStatistic> statistics() {
    return List.of(
        new FitStatistic("rmse", "RMSE, ppm", "ppm", 3),
        new FitStatistic("bias", "bias, ppm", "ppm", 3));
  }

  @Override
  public List<Section> compared(List<ComparedRun> runs) {
    return List.of(Co2FitSection.of(StationRun.of(runs)));
  }

  @Override
  public List<String> predicted(List<ComparedRun> runs) {
    List<StationRun> all = StationRun.of(runs);
    return HeldOutData.of(all).stream()
        .filter(HeldOutData::isFromAssimilatedStream)
        .map(data -> data.sentence(all))
        .toList();
  }

  @Override
  public Optional<String> unseen(ComparedRun run) {
    double held = run.fit(STREAM, RunSummary.Data.HELD_OUT, "rmse");
    return Double.isFinite(held) && run.member().isPresent()
        ? Optional.of(
            "RMSE of "
                + fixed(held, 2)
                + " ppm to "
                + fixed(run.run().summary().values(STREAM, RunSummary.Data.HELD_OUT), 0)
                + " monthly CO₂ values that it does not assimilate")
        : Optional.empty();
  }
}
