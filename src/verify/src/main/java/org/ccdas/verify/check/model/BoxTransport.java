package org.ccdas.verify.check.model;

import java.util.List;
import org.ccdas.inputs.station.Station;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.stream.StreamContext;
import org.ccdas.transport.BackgroundFluxes;
import org.ccdas.transport.Response;
import org.ccdas.transport.ZonalBox;

/**
 * The zonal box model without background fluxes.
 *
 * @param months of the run
 */
public record BoxTransport(MonthAxis months) implements StreamContext.AtmosphericTransport {
  @Override
  public Response response(List<Station> stations) {
    return new ZonalBox().response(stations);
  }

  @Override
  public BackgroundFluxes background(Response response) {
    return new BackgroundFluxes(months, response.regions().size(), List.of());
  }
}
