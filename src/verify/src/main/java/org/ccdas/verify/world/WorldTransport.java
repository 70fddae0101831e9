package org.ccdas.verify.world;

import java.util.List;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.station.Station;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.stream.StreamContext;
import org.ccdas.transport.BackgroundFluxes;
import org.ccdas.transport.Response;
import org.ccdas.transport.ZonalBox;

/** The zonal box model, with the background fluxes of the synthetic world. */
record WorldTransport(SyntheticWorld world, MonthAxis months)
    implements StreamContext.AtmosphericTransport {
  @Override
  public Response response(List<Station> stations) {
    return new ZonalBox().response(stations);
  }

  @Override
  public BackgroundFluxes background(Response response) {
    Location folder = world.cells().parent();
    return BackgroundFluxes.read(world.background(), response.regions(), months, folder);
  }
}
