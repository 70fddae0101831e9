package org.ccdas.report.local;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.ccdas.inputs.file.Location;
import org.ccdas.inputs.grid.LatLonBox;
import org.ccdas.inputs.netcdf.NetcdfInput;
import org.ccdas.observe.local.LocalField;
import org.ccdas.report.run.CellPlaces;
import org.ccdas.report.run.RunFiles;

/**
 * Values of cells against their observations, from the result file of a local stream.
 *
 * @param cells those that have a place in the file
 * @param fields statistics by cell, NaN where there are too few days
 * @param days of the series
 * @param series at chosen cells
 */
record LocalResult(
    List<LatLonBox> cells,
    Map<LocalField, double[]> fields,
    List<LocalDate> days,
    List<Series> series) {
  /**
   * Daily values of a cell, NaN where there are none.
   *
   * @param lat degrees north
   * @param lon degrees east
   */
  record Series(
      double lat,
      double lon,
      double[] observed,
      double[] sigma,
      double[] prior,
      double[] posterior) {}

  /** Reads the file. */
  static LocalResult read(Location path) {
    try (NetcdfInput input = NetcdfInput.open(path)) {
      List<LatLonBox> places = CellPlaces.of(input);
      double[] observations = input.variable(LocalField.OBSERVATIONS.variable()).read();
      int[] observed =
          IntStream.range(0, observations.length).filter(i -> observations[i] > 0).toArray();
      Map<LocalField, double[]> fields = new EnumMap<>(LocalField.class);
      for (LocalField field : LocalField.values()) {
        input
            .find(field.variable())
            .map(variable -> variable.read())
            .ifPresent(
                all ->
                    fields.put(field, Arrays.stream(observed).mapToDouble(i -> all[i]).toArray()));
      }
      List<LocalDate> days =
          input.find("series_observed").isPresent()
              ? input.time("time").times().stream().map(time -> time.toLocalDate()).toList()
              : List.of();
      return new LocalResult(
          Arrays.stream(observed).mapToObj(places::get).toList(),
          fields,
          days,
          days.isEmpty() ? List.of() : series(input));
    }
  }

  private static List<Series> series(NetcdfInput input) {
    double[] lat = input.variable("chosen_lat").read();
    double[] lon = input.variable("chosen_lon").read();
    double[] observed = input.variable("series_observed").read();
    double[] sigma = input.variable("series_sigma").read();
    double[] prior = input.variable("series_prior").read();
    double[] posterior = input.variable("series_posterior").read();
    List<Series> series = new ArrayList<>();
    for (int s = 0; s < lat.length; s++) {
      series.add(
          new Series(
              lat[s],
              lon[s],
              RunFiles.column(observed, s, lat.length),
              RunFiles.column(sigma, s, lat.length),
              RunFiles.column(prior, s, lat.length),
              RunFiles.column(posterior, s, lat.length)));
    }
    return series;
  }

  /** A field, all NaN when the file lacks it. */
  double[] field(LocalField field) {
    double[] none = new double[cells.size()];
    Arrays.fill(none, Double.NaN);
    return fields.getOrDefault(field, none);
  }

  /** Median of the finite values of a field, NaN when there are none. */
  double median(LocalField field) {
    return new Median().evaluate(Arrays.stream(field(field)).filter(Double::isFinite).toArray());
  }
}
