package org.ccdas.pipelines.problem;

import java.util.List;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.station.Station;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.stream.StreamContext;
import org.ccdas.pipelines.config.BackgroundFlux;
import org.ccdas.pipelines.config.BackgroundTotals;
import org.ccdas.pipelines.config.Experiment;
import org.ccdas.pipelines.config.TransportSettings;
import org.ccdas.pipelines.transport.ResponseStore;
import org.ccdas.transport.BackgroundFluxes;
import org.ccdas.transport.BackgroundSource;
import org.ccdas.transport.Receptor;
import org.ccdas.transport.Response;
import org.ccdas.transport.ResponseFile;
import org.ccdas.transport.ZonalBox;

/** Reads the transport operator and the background fluxes of an experiment, when asked for. */
record TransportReader(Experiment experiment, MonthAxis months, ResponseStore responses)
    implements StreamContext.AtmosphericTransport {
  @Override
  public Response response(List<Station> stations) {
    TransportSettings transport = experiment.transport();
    return switch (transport.kind()) {
      case ZONAL_BOX -> new ZonalBox().response(stations);
      case TRACER ->
          responses.response(transport.tracer(), stations.stream().map(Receptor::of).toList());
      case RESPONSE ->
          ResponseFile.read(transport.file().path())
              .atStations(stations.stream().map(Station::code).toList());
    };
  }

  @Override
  public BackgroundFluxes background(Response response) {
    return BackgroundFluxes.read(
        experiment.background().stream().map(TransportReader::source).toList(),
        response.regions(),
        months,
        Location.of("").absolute());
  }

  @Override
  public double uncertainty(String name) {
    return experiment.background().stream()
        .filter(flux -> flux.name().equals(name))
        .mapToDouble(BackgroundFlux::uncertainty)
        .sum();
  }

  private static BackgroundSource source(BackgroundFlux flux) {
    return new BackgroundSource(
        flux.name(),
        switch (flux.kind()) {
          case REGIONS -> BackgroundSource.Kind.REGIONS;
          case BANDS -> BackgroundSource.Kind.BANDS;
          case ZONAL -> BackgroundSource.Kind.ZONAL;
        },
        flux.file().toString(),
        flux.variable(),
        flux.registration(),
        flux.spread(),
        totals(flux.totals()));
  }

  private static BackgroundSource.Totals totals(BackgroundTotals totals) {
    return totals == null
        ? null
        : new BackgroundSource.Totals(
            totals.file().toString(), totals.column(), totals.factor(), totals.offset());
  }
}
