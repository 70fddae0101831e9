package org.ccdas.observe.co2;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.ccdas.inputs.control.ControlVectorFile;
import org.ccdas.inputs.control.Parameter;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.station.Station;
import org.ccdas.inputs.station.StationTable;
import org.ccdas.observe.block.BlockPart;
import org.ccdas.observe.stream.Observations;
import org.ccdas.observe.stream.ObservedPlace;
import org.ccdas.observe.stream.StreamContext;
import org.ccdas.observe.stream.StreamFindings;
import org.ccdas.observe.stream.StreamRun;
import org.ccdas.observe.stream.TableLines;
import org.ccdas.transport.BackgroundFluxes;
import org.ccdas.transport.Response;
import org.ccdas.transport.TransportOperator;

/**
 * The CO2 of an experiment.
 *
 * @param settings of the experiment; null without one
 * @param stations in the order of the concentrations
 * @param response of these stations to all transport regions
 * @param operator how they enter the cost
 * @param offset prior of the global CO2 at the start of the window, ppm
 * @param files that were read
 * @param notes what the files leave open and how they were read
 */
record Co2Observations(
    Co2Settings settings,
    List<StationSeries> stations,
    Response response,
    Co2Operator operator,
    double offset,
    List<Location> files,
    List<String> notes)
    implements Observations {
  private static final List<String> BACKGROUND_SITES =
      List.of("ALT", "BRW", "MLO", "KUM", "SMO", "SPO", "MHD", "MID", "RPB", "PSA");
  private static final double TYPICAL_ERROR = 0.5;
  private static final double TYPICAL_CO2 = 390;

  static Co2Observations read(Co2Settings settings, StreamContext context) {
    StationReader reader = new StationReader(settings, context.window());
    List<StationSeries> stations = reader.stations();
    List<Station> places =
        stations.stream().map(s -> s.screened().observations().station()).toList();
    Response response = context.transport().response(places);
    BackgroundFluxes fluxes = context.transport().background(response);
    TransportOperator transport =
        new TransportOperator(response, context.months(), context.window());
    double offset = reader.offsetPrior();
    return new Co2Observations(
        settings,
        stations,
        response,
        new Co2Operator(
            reader.term(stations),
            transport.concentrations(fluxes.total()),
            BackgroundFactor.of(context.transport(), fluxes, transport)),
        offset,
        reader.used(),
        Stream.concat(fluxes.notes().stream(), reader.notes().stream()).toList());
  }

  /** Ten stations; the first lacks a month, the last is only modelled. */
  static Co2Observations everywhere(StreamContext context) {
    List<Station> places = BACKGROUND_SITES.stream().map(StationTable.standard()::station).toList();
    int months = context.window().count();
    double[] sigma = new double[months];
    Arrays.fill(sigma, TYPICAL_ERROR);
    List<StationObservations> observed = new ArrayList<>();
    for (Station station : places.subList(0, places.size() - 1)) {
      double[] value = new double[months];
      if (observed.isEmpty() && months > 1) {
        value[1] = Double.NaN;
      }
      observed.add(new StationObservations(station, context.window(), value, sigma));
    }
    Response response = context.transport().response(places);
    BackgroundFluxes fluxes = context.transport().background(response);
    TransportOperator transport =
        new TransportOperator(response, context.months(), context.window());
    return new Co2Observations(
        null,
        List.of(),
        response,
        new Co2Operator(
            new Co2Term(observed, ObservationError.standard()),
            transport.concentrations(fluxes.total()),
            BackgroundFactor.of(context.transport(), fluxes, transport)),
        TYPICAL_CO2,
        List.of(),
        List.of());
  }

  @Override
  public String stream() {
    return Co2Operator.NAME;
  }

  @Override
  public BlockPart.Source source() {
    return Co2Operator.source(response);
  }

  @Override
  public OptionalDouble prior(String symbol) {
    return symbol.equals(ControlVectorFile.CO2_OFFSET)
        ? OptionalDouble.of(offset)
        : OptionalDouble.empty();
  }

  /** Factors on background fluxes that are not certain. */
  @Override
  public List<Parameter> parameters() {
    return operator.factors().stream().map(BackgroundFactor::parameter).toList();
  }

  @Override
  public String counted() {
    return String.format(
        Locale.ROOT,
        "%d CO2 observations at %d stations",
        operator.term().count(),
        stations.stream().filter(StationSeries::assimilated).count());
  }

  @Override
  public List<String> choices() {
    return List.of(
        String.format(
            Locale.ROOT,
            "CO2 errors: at least %s ppm, correlated over %s months at a station (16.5)",
            TableLines.plain(settings.errorFloor()),
            TableLines.plain(settings.correlationMonths())),
        "CO2 offset: prior is the mean of "
            + String.join(" and ", settings.offsetStations())
            + " in the month before the window (18.2)");
  }

  @Override
  public List<ObservedPlace> places() {
    return stations.stream()
        .map(
            series -> {
              Station station = series.screened().observations().station();
              return new ObservedPlace(
                  station.code(), station.lat(), station.lon(), series.assimilated());
            })
        .toList();
  }

  @Override
  public void preview(TableLines lines) {
    StationCounts.table("CO2, monthly values", StationCounts.byStation(stations))
        .forEach(text -> lines.line("%s", text));
    lines.line("");
    StationCounts.table("CO2 assimilated, by band", StationCounts.byBand(stations))
        .forEach(text -> lines.line("%s", text));
  }

  @Override
  public StreamFindings findings(StreamRun run) {
    return new Co2Findings(
        run,
        StationComparison.of(stations, run),
        Co2Fit.assimilated(run),
        Co2Fit.heldOut(stations, run));
  }
}
