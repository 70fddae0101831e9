package org.ccdas.transport.proof;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ccdas.inputs.station.Station;

/**
 * How a model's SF6 compares with the stations in a range of whole years.
 *
 * @param growth of all stations together, ppt yr-1, then the observed one
 * @param brwSpo mean difference of Barrow and South Pole, ppt, model and observed
 * @param mloCgo that of Mauna Loa and Cape Grim
 * @param exchange time between the hemispheres, years, model and observed
 * @param rms root mean square over stations and years of model less observed annual means, less the
 *     mean of the year over stations, ppt
 * @param residual mean of that by station, ppt
 */
public record Sf6Score(
    double[] growth,
    double[] brwSpo,
    double[] mloCgo,
    double[] exchange,
    double rms,
    double[] residual) {
  /**
   * Scores a run.
   *
   * @param data what was observed
   * @param modelled by station and month, ppt
   * @param scale factor on the emissions that the run and the exchange time are given
   * @param firstYear first of the years
   * @param lastYear last of them
   */
  static Sf6Score of(Sf6Data data, double[][] modelled, double scale, int firstYear, int lastYear) {
    int from = data.january(firstYear);
    int to = data.january(lastYear + 1);
    double[][] model = new double[modelled.length][];
    for (int s = 0; s < model.length; s++) {
      model[s] = modelled[s].clone();
      for (int k = 0; k < model[s].length; k++) {
        model[s][k] *= scale;
      }
    }
    double[][] residuals = residuals(data, model, firstYear, lastYear);
    double square = 0;
    int count = 0;
    double[] mean = new double[model.length];
    for (int s = 0; s < model.length; s++) {
      int years = 0;
      for (double value : residuals[s]) {
        if (Double.isFinite(value)) {
          square += value * value;
          mean[s] += value;
          years++;
        }
      }
      count += years;
      mean[s] = years > 0 ? mean[s] / years : Double.NaN;
    }
    return new Sf6Score(
        new double[] {growth(data, model, from, to), growth(data, data.observed(), from, to)},
        pair(data, model, "BRW", "SPO", from, to),
        pair(data, model, "MLO", "CGO", from, to),
        new double[] {
          exchange(data, model, scale, firstYear, lastYear),
          exchange(data, data.observed(), scale, firstYear, lastYear)
        },
        Math.sqrt(square / count),
        mean);
  }

  /** Model less observed annual means, less the mean over stations, by station and year. */
  static double[][] residuals(Sf6Data data, double[][] model, int firstYear, int lastYear) {
    double[][] residual = new double[model.length][lastYear - firstYear + 1];
    for (int y = 0; y <= lastYear - firstYear; y++) {
      int january = data.january(firstYear + y);
      double sum = 0;
      int count = 0;
      for (int s = 0; s < model.length; s++) {
        double[] seen = data.observed()[s];
        residual[s][y] =
            Series.yearMean(model[s], seen, january) - Series.yearMean(seen, seen, january);
        if (Double.isFinite(residual[s][y])) {
          sum += residual[s][y];
          count++;
        }
      }
      for (double[] station : residual) {
        station[y] -= sum / count;
      }
    }
    return residual;
  }

  /** Mean trend of the stations observed over the whole range. */
  static double growth(Sf6Data data, double[][] series, int from, int to) {
    double sum = 0;
    int count = 0;
    for (int s = 0; s < series.length; s++) {
      double[] seen = data.observed()[s];
      if (Double.isFinite(Series.yearMean(seen, seen, from))
          && Double.isFinite(Series.yearMean(seen, seen, to - 12))) {
        sum += Series.trend(series[s], seen, from, to);
        count++;
      }
    }
    return sum / count;
  }

  private static double[] pair(
      Sf6Data data, double[][] model, String a, String b, int from, int to) {
    List<String> codes = data.stations().stream().map(Station::code).toList();
    int i = codes.indexOf(a);
    int j = codes.indexOf(b);
    double[] pair = new double[2];
    for (int which = 0; which < 2; which++) {
      double[][] series = which == 0 ? model : data.observed();
      double[] difference = new double[series[i].length];
      double[] seen = new double[difference.length];
      for (int k = 0; k < difference.length; k++) {
        difference[k] = series[i][k] - series[j][k];
        seen[k] = data.observed()[i][k] + data.observed()[j][k];
      }
      pair[which] = Series.mean(difference, seen, from, to);
    }
    return pair;
  }

  /**
   * Time of exchange between two hemispheres of stations (Geller et al., 1997, Geophys. Res. Lett.
   * 24, 675-678): d(N - S)/dt = E_N - E_S - 2 (N - S)/tau.
   */
  private static double exchange(
      Sf6Data data, double[][] series, double scale, int firstYear, int lastYear) {
    double sum = 0;
    double first = 0;
    double last = 0;
    double emission = 0;
    int years = lastYear - firstYear + 1;
    for (int year = firstYear; year <= lastYear; year++) {
      double difference = hemispheres(data, series, data.january(year));
      sum += difference / years;
      first = year == firstYear ? difference : first;
      last = difference;
      double[] bands = data.emissions()[year - data.firstYear()];
      emission +=
          2 * scale * (bands[2] + bands[3] - bands[0] - bands[1]) / Sf6Data.GG_PER_PPT / years;
    }
    double rise = years > 1 ? (last - first) / (years - 1) : 0;
    return 2 * sum / (emission - rise);
  }

  /**
   * Northern less southern mean of a year: stations joined by straight lines in sine of latitude.
   */
  private static double hemispheres(Sf6Data data, double[][] series, int january) {
    TreeMap<Double, Double> profile = new TreeMap<>();
    for (int s = 0; s < series.length; s++) {
      double mean = Series.yearMean(series[s], data.observed()[s], january);
      Station station = data.stations().get(s);
      // those aloft are not of the same air
      if (Double.isFinite(mean) && (station.elevation() < 1000 || station.lat() < -80)) {
        profile.put(Math.sin(Math.toRadians(station.lat())), mean);
      }
    }
    profile.put(-1.0, profile.firstEntry().getValue());
    profile.put(1.0, profile.lastEntry().getValue());
    double below = profile.floorKey(0.0);
    double above = profile.ceilingKey(0.0);
    double share = -below / (above - below);
    profile.put(0.0, profile.get(below) * (1 - share) + profile.get(above) * share);
    double north = 0;
    double south = 0;
    double at = -1;
    for (Map.Entry<Double, Double> entry : profile.entrySet()) {
      double area = (entry.getValue() + profile.get(at)) / 2 * (entry.getKey() - at);
      north += entry.getKey() > 0 ? area : 0;
      south += entry.getKey() > 0 ? 0 : area;
      at = entry.getKey();
    }
    return north - south;
  }
}
