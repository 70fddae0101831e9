package org.ccdas.observe.stream;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ccdas.inputs.land.LandCell;
import org.ccdas.inputs.region.Regions;
import org.ccdas.inputs.station.Station;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.transport.BackgroundFluxes;
import org.ccdas.transport.Response;

/**
 * What a stream may ask of the experiment while its observations are read.
 *
 * @param window the months that are observed
 * @param months those of the spin-up years and of the window
 * @param cells the land cells
 * @param regions over which fluxes are summed; the last set is that by which cells are counted
 * @param transport of the experiment, for streams that see the air
 */
public record StreamContext(
    MonthAxis window,
    MonthAxis months,
    List<LandCell> cells,
    Regions regions,
    AtmosphericTransport transport) {
  /** The calendar years of the window. */
  public Set<Integer> windowYears() {
    Set<Integer> years = new TreeSet<>();
    for (int year = window.first().getYear(); year <= window.last().getYear(); year++) {
      years.add(year);
    }
    return years;
  }

  /** The transport operator and the background fluxes of an experiment; read when asked for. */
  public interface AtmosphericTransport {
    /**
     * The response of stations to all transport regions.
     *
     * @throws org.ccdas.inputs.InputException when it does not know one of them
     */
    Response response(List<Station> stations);

    /** The background fluxes in the regions of a response, by month of {@code months}. */
    BackgroundFluxes background(Response response);

    /** Standard deviation of the yearly total of a background flux, PgC; 0 where it is certain. */
    default double uncertainty(String flux) {
      return 0;
    }
  }
}
