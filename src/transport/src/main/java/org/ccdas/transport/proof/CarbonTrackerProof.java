package org.ccdas.transport.proof;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.ccdas.inputs.station.Station;
import org.ccdas.inputs.station.StationTable;
import org.ccdas.transport.proof.CarbonTrackerData.Kind;

/**
 * The zonal fluxes of CarbonTracker 2017 put through a model, against the CO2 of CarbonTracker and
 * TM5 and against observations. The first two years, in which the start is forgotten, are left out.
 */
public final class CarbonTrackerProof {
  /** Months at the beginning that are not compared. */
  private static final int FROM = 24;

  private static final int TO = CarbonTrackerData.MONTHS.count();

  /** Files of the WDCGG that are compared. */
  public static final List<String> FILES =
      List.of(
          "alt482n1",
          "asc107s0",
          "azr638n0",
          "brw471n0",
          "cba455n0",
          "cgo540s2",
          "eic327s0",
          "gmi513n0",
          "key425n0",
          "kum519n0",
          "mhd653n0",
          "mid528n0",
          "mlo519n1",
          "psa764s0",
          "rpb413n0",
          "sey104s0",
          "shm452n0",
          "smo514s0",
          "spo789s1",
          "zep678n0");

  private final CarbonTrackerData data;
  private final Map<String, double[]> reference;
  private final Map<String, double[]> observed;

  /**
   * A proof by these data.
   *
   * @param observed CO2 by station code, ppm, over {@link CarbonTrackerData#MONTHS}, NaN where
   *     missing
   */
  public CarbonTrackerProof(CarbonTrackerData data, Map<String, double[]> observed) {
    this.data = data;
    this.reference = data.atStations(FILES);
    this.observed = Map.copyOf(observed);
  }

  /**
   * A station before one reference.
   *
   * @param amplitude of the mean seasonal cycle, model over reference
   * @param seasonal correlation of the mean seasonal cycles
   * @param anomaly correlation of what is left without season and smooth course
   * @param gradient mean difference to the South Pole, model less reference, ppm
   * @param growth trend, model less reference, ppm yr-1
   * @param modelSeason mean seasonal cycle of the model, ppm
   * @param season that of the reference
   */
  public record Score(
      double amplitude,
      double seasonal,
      double anomaly,
      double gradient,
      double growth,
      double[] modelSeason,
      double[] season) {}

  /**
   * What came out for a model.
   *
   * @param name of the model
   * @param againstModel by station, against CarbonTracker and TM5
   * @param againstFlasks by station, against observations
   * @param tracers by kind and station of the Southern Ocean, against the same tracer in TM5
   */
  public record Result(
      String name,
      Map<String, Score> againstModel,
      Map<String, Score> againstFlasks,
      Map<Kind, Map<String, Score>> tracers) {}

  /** Runs a model with the three fluxes. */
  public Result of(TransportModel model) {
    List<Station> stations = StationTable.standard().stations();
    List<String> codes = stations.stream().map(Station::code).toList();
    double[][] total = new double[stations.size()][TO];
    Map<Kind, Map<String, Score>> tracers = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      double[][] part = model.run(data.fluxes(kind), TO, stations);
      for (int s = 0; s < total.length; s++) {
        for (int k = 0; k < TO; k++) {
          total[s][k] += part[s][k];
        }
      }
      tracers.put(kind, scores(codes, part, data.tracer(kind)));
    }
    return new Result(
        model.name(), scores(codes, total, reference), scores(codes, total, observed), tracers);
  }

  private static Map<String, Score> scores(
      List<String> codes, double[][] model, Map<String, double[]> reference) {
    Map<String, Score> scores = new TreeMap<>();
    double[] pole = model[codes.indexOf("SPO")];
    double[] poleReference = reference.get("SPO");
    reference.forEach(
        (code, seen) ->
            scores.put(code, score(model[codes.indexOf(code)], seen, pole, poleReference)));
    return scores;
  }

  private static Score score(double[] model, double[] seen, double[] pole, double[] poleSeen) {
    double[] modelSeason = Series.season(model, seen, FROM, TO);
    double[] season = Series.season(seen, seen, FROM, TO);
    double gradient = Double.NaN;
    if (poleSeen != null) {
      double[] difference = new double[TO];
      for (int k = 0; k < TO; k++) {
        difference[k] = (model[k] - pole[k]) - (seen[k] - poleSeen[k]);
      }
      gradient = Series.mean(difference, difference, FROM, TO);
    }
    return new Score(
        Series.amplitude(modelSeason) / Series.amplitude(season),
        Series.correlation(modelSeason, season),
        Series.correlation(anomalies(model, modelSeason), anomalies(seen, season)),
        gradient,
        Series.trend(model, seen, FROM, TO) - Series.trend(seen, seen, FROM, TO),
        modelSeason,
        season);
  }

  private static double[] anomalies(double[] values, double[] season) {
    double[] anomalies = new double[TO];
    for (int k = 0; k < TO; k++) {
      anomalies[k] = k < FROM ? Double.NaN : values[k] - Series.smooth(values, k) - season[k % 12];
    }
    return anomalies;
  }

  /** Median over stations. */
  public static double median(Map<String, Score> scores, ToDoubleFunction<Score> of) {
    List<Double> values = new ArrayList<>();
    for (Score score : scores.values()) {
      double value = of.applyAsDouble(score);
      if (Double.isFinite(value)) {
        values.add(value);
      }
    }
    values.sort(null);
    int n = values.size();
    return n == 0 ? Double.NaN : (values.get((n - 1) / 2) + values.get(n / 2)) / 2;
  }
}
