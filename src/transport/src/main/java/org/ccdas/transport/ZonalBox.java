package org.ccdas.transport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.inputs.station.Station;

/**
 * A zonal box model of the atmosphere: 18 bands of 10 degrees, 3 layers, the same transport every
 * year (spec section 16.3). Good for background (marine) sites: it knows no longitudes and damps
 * the seasonal cycle aloft. Its months are 1/12 of a year long. Immutable; making one takes some
 * tenths of a second.
 */
public final class ZonalBox {
  /** Number of latitude bands, from south to north. */
  public static final int BANDS = ZonalExchange.BANDS;

  private static final int LAGS = Response.MAX_LAGS;

  private final List<ZonalMonth> months;

  /**
   * A forward run.
   *
   * @param concentrations monthly means by station and month, ppm
   * @param end concentrations of all boxes at the end, ppm, {@code layer * 18 + band}
   */
  public record Run(double[][] concentrations, double[] end) {
    /** Mean over the mass of the atmosphere at the end, ppm. */
    public double globalMean() {
      double[] mass = ZonalExchange.mass();
      double mean = 0;
      for (int box = 0; box < mass.length; box++) {
        mean += mass[box] * end[box];
      }
      return mean;
    }
  }

  /** The matrices of the twelve months, of which every box model is; built once. */
  private static final class Months {
    static final List<ZonalMonth> ALL =
        IntStream.rangeClosed(1, 12).mapToObj(ZonalMonth::of).toList();
  }

  /** The model. */
  public ZonalBox() {
    months = Months.ALL;
  }

  /** The bands as transport regions, named after their centres, {@code 85S} to {@code 85N}. */
  public static List<TransportRegion> regions() {
    List<TransportRegion> regions = new ArrayList<>();
    for (int band = 0; band < BANDS; band++) {
      double centre = ZonalExchange.centre(band);
      String name =
          String.format(Locale.ROOT, "%02d%s", Math.abs((int) centre), centre < 0 ? "S" : "N");
      regions.add(new TransportRegion(name, new LatLonBox(centre - 5, centre + 5, -180, 180)));
    }
    return List.copyOf(regions);
  }

  /**
   * Runs the model from an atmosphere without CO2.
   *
   * @param sources by month and band, PgC yr-1 into the lowest layer
   * @param firstMonth calendar month of the first, 1..12
   * @param stations where to sample
   */
  public Run run(double[][] sources, int firstMonth, List<Station> stations) {
    List<double[]> weights = stations.stream().map(ZonalBox::weights).toList();
    double[][] concentrations = new double[stations.size()][sources.length];
    double[] state = new double[ZonalExchange.BOXES];
    for (int k = 0; k < sources.length; k++) {
      ZonalMonth month = months.get(Math.floorMod(firstMonth - 1 + k, 12));
      double[] mean = month.mean(state, sources[k]);
      for (int s = 0; s < concentrations.length; s++) {
        concentrations[s][k] = dot(weights.get(s), mean);
      }
      state = month.end(state, sources[k]);
    }
    return new Run(concentrations, state);
  }

  /**
   * Runs the exact transpose: derivatives of one station's mean of one calendar month (ppm) by the
   * sources (PgC yr-1) of that month and of those before it.
   *
   * @param station where
   * @param targetMonth calendar month of the mean, 1..12
   * @param lags number of months to go back, the target included
   * @return by months before the target, and band
   */
  public double[][] adjoint(Station station, int targetMonth, int lags) {
    double[][] sourceBar = new double[lags][];
    double[] endBar = new double[ZonalExchange.BOXES];
    double[] meanBar = weights(station);
    for (int lag = 0; lag < lags; lag++) {
      ZonalMonth month = months.get(Math.floorMod(targetMonth - 1 - lag, 12));
      sourceBar[lag] = month.sourceBar(endBar, meanBar);
      endBar = month.stateBar(endBar, meanBar);
      meanBar = new double[ZonalExchange.BOXES];
    }
    return sourceBar;
  }

  /** The response of these stations to the 18 bands: 12 start months, 48 lags. */
  public Response response(List<Station> stations) {
    double[] values = new double[stations.size() * 12 * LAGS * BANDS];
    for (int s = 0; s < stations.size(); s++) {
      for (int target = 0; target < 12; target++) {
        double[][] sourceBar = adjoint(stations.get(s), target + 1, LAGS);
        for (int lag = 0; lag < LAGS; lag++) {
          int start = Math.floorMod(target - lag, 12);
          for (int band = 0; band < BANDS; band++) {
            values[((s * 12 + start) * LAGS + lag) * BANDS + band] =
                sourceBar[lag][band] / CarbonUnits.KG_PER_PG;
          }
        }
      }
    }
    double[] duration = new double[12];
    Arrays.fill(duration, 1.0 / 12);
    return new Response(
        "zonal box model",
        stations.stream().map(Receptor::of).toList(),
        regions(),
        new StartMonths.Seasonal(),
        LAGS,
        duration,
        values);
  }

  /** Weight of each box in what a station sees: linear between band centres, layers by weight. */
  private static double[] weights(Station station) {
    double position = Math.min(Math.max((station.lat() + 85) / 10, 0), BANDS - 1);
    int band = Math.min((int) Math.floor(position), BANDS - 2);
    double north = position - band;
    double[] layers = {station.lowerLayerWeight(), station.middleLayerWeight()};
    double[] weights = new double[ZonalExchange.BOXES];
    for (int layer = 0; layer < layers.length; layer++) {
      weights[layer * BANDS + band] = layers[layer] * (1 - north);
      weights[layer * BANDS + band + 1] = layers[layer] * north;
    }
    return weights;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
