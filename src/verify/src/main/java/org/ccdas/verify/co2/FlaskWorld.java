package org.ccdas.verify.co2;

import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.random.NormalStream;
import org.ccdas.inputs.station.Station;
import org.ccdas.inputs.station.StationTable;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.co2.Co2Operator;
import org.ccdas.observe.co2.Co2Term;
import org.ccdas.observe.co2.ObservationError;
import org.ccdas.observe.co2.StationObservations;
import org.ccdas.observe.station.MonthlyMean;
import org.ccdas.observe.station.RecordPlace;
import org.ccdas.observe.station.SamplingType;
import org.ccdas.observe.station.StationRecord;
import org.ccdas.observe.station.WdcggMonthlyWriter;
import org.ccdas.observe.stream.StreamContext;
import org.ccdas.observe.stream.StreamOperator;
import org.ccdas.transport.Response;
import org.ccdas.transport.TransportOperator;
import org.ccdas.verify.world.SyntheticWorld;
import org.ccdas.verify.world.WorldInstrument;
import org.ccdas.verify.world.WorldTruth;

/** Flask records (WDCGG) of the synthetic world, with errors of the covariance that is assumed. */
public final class FlaskWorld implements WorldInstrument {
  /** Stations that the demo assimilates. */
  public static final List<String> ASSIMILATED =
      List.of(
          "ALT", "BRW", "MHD", "MID", "KUM", "MLO", "RPB", "CHR", "ASC", "SMO", "CGO", "PSA",
          "SPO");

  /** Stations that the demo only compares with. */
  public static final List<String> HELD_OUT = List.of("SHM", "SEY");

  private static final MonthAxis WINDOW = SyntheticWorld.WINDOW;
  private static final double SAMPLE_SPREAD = 0.4;

  /** More than the stations, so that worlds of neighbouring seeds share no stream of errors. */
  private static final long STREAMS = 1_000_003;

  /** Found by the service loader. */
  public FlaskWorld() {}

  @Override
  public String stream() {
    return Co2Operator.NAME;
  }

  /** All stations, those assimilated first. */
  private static List<Station> stations() {
    StationTable table = StationTable.standard();
    List<Station> stations = new ArrayList<>();
    ASSIMILATED.forEach(code -> stations.add(table.station(code)));
    HELD_OUT.forEach(code -> stations.add(table.station(code)));
    return stations;
  }

  @Override
  public Ready ready(StreamContext context) {
    List<Station> stations = stations();
    Response response = context.transport().response(stations);
    ObservationError error = ObservationError.standard();
    double[] level = new double[WINDOW.count()];
    Arrays.fill(level, SyntheticWorld.OFFSET_PRIOR);
    List<StationObservations> observations = new ArrayList<>();
    for (Station station : stations.subList(0, ASSIMILATED.size())) {
      observations.add(error.screen(record(station, level), station, WINDOW).observations());
    }
    double[] background =
        new TransportOperator(response, context.months(), WINDOW)
            .concentrations(context.transport().background(response).total());
    return new Ready(
        new Co2Operator(new Co2Term(observations, error), background),
        Co2Operator.source(response));
  }

  /** A record with a value in the month before the window and these in it, ppm. */
  private static StationRecord record(Station station, double[] values) {
    List<MonthlyMean> months = new ArrayList<>();
    months.add(month(WINDOW.first().minusMonths(1), SyntheticWorld.OFFSET_PRIOR));
    for (int month = 0; month < values.length; month++) {
      months.add(month(WINDOW.at(month), values[month]));
    }
    return new StationRecord(
        station.code(),
        station.name(),
        "synthetic world",
        new RecordPlace(station.lat(), station.lon(), station.elevation(), Double.NaN),
        SamplingType.FLASK,
        "surface-flask",
        "none",
        months);
  }

  private static MonthlyMean month(YearMonth month, double co2) {
    return MonthlyMean.of(month, co2, 4, SAMPLE_SPREAD);
  }

  @Override
  public Optional<Measured> measure(
      Location folder, long seed, StreamOperator ready, WorldTruth truth) throws IOException {
    Location flasks = folder.resolve(SyntheticWorld.FLASKS);
    double[] concentrations = truth.modelled(stream());
    ObservationError error = ObservationError.standard();
    List<StationObservations> noisy = new ArrayList<>();
    List<StationObservations> perfect = new ArrayList<>();
    List<Station> stations = stations();
    for (int s = 0; s < stations.size(); s++) {
      Station station = stations.get(s);
      double[] exact =
          Arrays.copyOfRange(concentrations, s * WINDOW.count(), (s + 1) * WINDOW.count());
      StationObservations clean =
          error.screen(record(station, exact), station, WINDOW).observations().withValues(exact);
      double[] errors =
          error
              .whitening(clean)
              .colour(new NormalStream(STREAMS * seed + 1 + s).next(exact.length));
      double[] values = new double[exact.length];
      Arrays.setAll(values, month -> exact[month] + errors[month]);
      WdcggMonthlyWriter.write(
          flasks.resolve(station.code().toLowerCase(Locale.ROOT) + ".dat"),
          record(station, values));
      if (s < ASSIMILATED.size()) {
        noisy.add(clean.withValues(values));
        perfect.add(clean);
      }
    }
    Co2Operator operator = (Co2Operator) ready;
    return Optional.of(
        new Measured(
            operator.with(new Co2Term(noisy, error)), operator.with(new Co2Term(perfect, error))));
  }
}
