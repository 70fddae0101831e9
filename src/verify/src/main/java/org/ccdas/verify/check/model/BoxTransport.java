package org.ccdas.verify.check.model;

import java.util.Arrays;
import java.util.List;
import org.ccdas.inputs.station.Station;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.stream.StreamContext;
import org.ccdas.transport.BackgroundFluxes;
import org.ccdas.transport.CarbonUnits;
import org.ccdas.transport.Response;
import org.ccdas.transport.ZonalBox;

/**
 * The zonal box model with one background flux, alike in all boxes, that is not certain.
 *
 * @param months of the run
 */
public record BoxTransport(MonthAxis months) implements StreamContext.AtmosphericTransport {
  /** Yearly total of the background flux and its uncertainty, PgC. */
  private static final double FLUX = 9;

  private static final double UNCERTAINTY = 0.5;

  @Override
  public Response response(List<Station> stations) {
    return new ZonalBox().response(stations);
  }

  @Override
  public BackgroundFluxes background(Response response) {
    int regions = response.regions().size();
    double[] flux = new double[regions * months.count()];
    Arrays.fill(flux, FLUX * CarbonUnits.KG_PER_PG / regions);
    return new BackgroundFluxes(
        months, regions, List.of(new BackgroundFluxes.Component("fossil", flux)));
  }

  @Override
  public double uncertainty(String flux) {
    return UNCERTAINTY;
  }
}
