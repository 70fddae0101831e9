package org.ccdas.transport;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ccdas.inputs.InputException;

/**
 * The transport Jacobian (spec section 16.2): the monthly mean concentration (ppm) at a receptor,
 * {@code lag} months after the start month, of a flux of 1 kgC yr-1 in one region that lasts the
 * whole start month. Lag 0 is the start month itself. Immutable.
 */
public final class Response implements Serializable {
  /** More lags than these are refused: after four years the atmosphere is well mixed. */
  public static final int MAX_LAGS = 48;

  private static final long serialVersionUID = 1L;

  private final String source;
  private final ArrayList<Receptor> receptors;
  private final ArrayList<TransportRegion> regions;
  private final StartMonths starts;
  private final int lags;
  private final double[] duration;
  private final double[] values;

  /** The file that it stands in; null where it is of none. */
  private final StoredResponse stored;

  /**
   * @param source file or model that the response comes from, for errors
   * @param receptors at least one, each code once
   * @param regions at least one, each name once
   * @param starts the start months
   * @param lags 1..48
   * @param duration years (of 365 days) that the unit flux of each start month lasts: its mass is
   *     {@code duration} kgC; about 1/12
   * @param values [receptor][start][lag][region], the last varying fastest, ppm per kgC yr-1
   */
  public Response(
      String source,
      List<Receptor> receptors,
      List<TransportRegion> regions,
      StartMonths starts,
      int lags,
      double[] duration,
      double[] values) {
    this(source, receptors, regions, starts, lags, duration, values, null);
  }

  private Response(
      String source,
      List<Receptor> receptors,
      List<TransportRegion> regions,
      StartMonths starts,
      int lags,
      double[] duration,
      double[] values,
      StoredResponse stored) {
    this.source = source;
    this.receptors = new ArrayList<>(receptors);
    this.regions = new ArrayList<>(regions);
    this.starts = starts;
    this.lags = lags;
    this.duration = duration.clone();
    this.values = values.clone();
    this.stored = stored;
    check();
  }

  private void check() {
    if (receptors.isEmpty() || regions.isEmpty() || lags < 1 || lags > MAX_LAGS) {
      throw bad(
          receptors.size() + " stations, " + regions.size() + " regions, " + lags + " lags",
          "Give at least one of each and at most " + MAX_LAGS + " lags");
    }
    unique(receptors.stream().map(Receptor::code).toList(), "Station");
    unique(regions.stream().map(TransportRegion::name).toList(), "Region");
    long expected = (long) receptors.size() * starts.count() * lags * regions.size();
    if (values.length != expected || duration.length != starts.count()) {
      throw bad(
          values.length + " values and " + duration.length + " durations",
          "Expected " + expected + " and " + starts.count());
    }
    for (double years : duration) {
      if (!(years > 0.05 && years < 0.1)) {
        throw bad(
            "A unit flux lasts " + years + " years, which is no month",
            "Give the length of each start month in years of 365 days");
      }
    }
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        int region = i % regions.size();
        int lag = i / regions.size() % lags;
        int start = i / regions.size() / lags % starts.count();
        int receptor = i / regions.size() / lags / starts.count();
        throw new InputException(
            source,
            "station "
                + receptors.get(receptor).code()
                + ", start month "
                + (start + 1)
                + ", lag "
                + lag
                + ", region "
                + regions.get(region).name(),
            "The response is " + values[i],
            "Compute the response again; every value must be finite");
      }
    }
  }

  private void unique(List<String> names, String what) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw bad(what + " " + name + " stands twice", "Keep one of each");
      }
    }
  }

  private InputException bad(String problem, String remedy) {
    return new InputException(source, "transport response", problem, remedy);
  }

  /** File or model that the response comes from. */
  public String source() {
    return source;
  }

  /** The receptors in order. */
  public List<Receptor> receptors() {
    return List.copyOf(receptors);
  }

  /** The regions in order. */
  public List<TransportRegion> regions() {
    return List.copyOf(regions);
  }

  /** The start months. */
  public StartMonths starts() {
    return starts;
  }

  /** Number of lags. */
  public int lags() {
    return lags;
  }

  /** Years (of 365 days) that the unit flux of a start month lasts. */
  public double duration(int start) {
    return duration[start];
  }

  /** The response, ppm per kgC yr-1. */
  public double value(int receptor, int start, int lag, int region) {
    return values[offset(receptor, start, lag) + region];
  }

  /** A copy of all values, [receptor][start][lag][region]. */
  public double[] values() {
    return values.clone();
  }

  private int offset(int receptor, int start, int lag) {
    return ((receptor * starts.count() + start) * lags + lag) * regions.size();
  }

  /** Sum over regions of response times flux; the flux of region r stands at first + r * stride. */
  double dot(int receptor, int start, int lag, double[] flux, int first, int stride) {
    int at = offset(receptor, start, lag);
    double sum = 0;
    for (int region = 0; region < regions.size(); region++) {
      sum += values[at + region] * flux[first + region * stride];
    }
    return sum;
  }

  /** Adds weight times response of every region to the flux derivatives; layout as {@link #dot}. */
  void add(
      int receptor, int start, int lag, double weight, double[] fluxBar, int first, int stride) {
    int at = offset(receptor, start, lag);
    for (int region = 0; region < regions.size(); region++) {
      fluxBar[first + region * stride] += weight * values[at + region];
    }
  }

  /** The response to some regions only, in the given order; what a block of cells needs. */
  public Response restrictedTo(int[] chosen) {
    List<TransportRegion> kept = new ArrayList<>();
    for (int region : chosen) {
      kept.add(regions.get(region));
    }
    double[] part = new double[values.length / regions.size() * chosen.length];
    int to = 0;
    for (int from = 0; from < values.length; from += regions.size()) {
      for (int region : chosen) {
        part[to++] = values[from + region];
      }
    }
    return new Response(source, receptors, kept, starts, lags, duration, part);
  }

  /**
   * The response at these stations only, in this order.
   *
   * @throws InputException when a station is absent; names it and those present
   */
  public Response atStations(List<String> codes) {
    List<String> present = receptors.stream().map(Receptor::code).toList();
    List<Receptor> kept = new ArrayList<>();
    int length = starts.count() * lags * regions.size();
    double[] part = new double[codes.size() * length];
    for (String code : codes) {
      int receptor = present.indexOf(code);
      if (receptor < 0) {
        throw bad(
            "Station " + code + " is missing",
            "Choose among " + String.join(" ", present) + ", or compute a response that has it");
      }
      System.arraycopy(values, receptor * length, part, kept.size() * length, length);
      kept.add(receptors.get(receptor));
    }
    return new Response(
        source,
        kept,
        regions,
        starts,
        lags,
        duration,
        part,
        stored == null ? null : stored.of(new ArrayList<>(codes)));
  }

  /** The same, which knows the file that it stands in. */
  Response storedIn(String file) {
    return new Response(
        source,
        receptors,
        regions,
        starts,
        lags,
        duration,
        values,
        new StoredResponse(
            file,
            hash(),
            receptors.stream()
                .map(Receptor::code)
                .collect(Collectors.toCollection(ArrayList::new))));
  }

  /** Of the values. */
  int hash() {
    return Arrays.hashCode(values);
  }

  /**
   * What travels to workers: the name of the file where there is one, since a response may have a
   * hundred megabytes, else the response itself.
   */
  public ResponseHandle handle() {
    return stored == null ? () -> this : stored;
  }
}
