package org.ccdas.observe.co2;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.ccdas.inputs.time.MonthAxis;
import org.ccdas.observe.normal.GroupSystem;
import org.ccdas.observe.normal.LowerTriangle;
import org.ccdas.observe.normal.ObservationGroup;
import org.ccdas.observe.normal.Whitening;

/**
 * The misfit to monthly CO2 at stations, {@code 1/2 sum (whitened (c - d)/sigma)^2} (spec section
 * 18.3). The modelled vector holds the concentrations in ppm, offset included, station by station:
 * index {@code station * months + month}. Months without an observation are ignored; a station may
 * have none at all, because it is held out, and keeps its place.
 */
public final class Co2Term implements Serializable {
  private static final long serialVersionUID = 1L;

  private final ArrayList<StationObservations> stations;
  private final ArrayList<Whitening> whitening;
  private final ObservationError error;
  private final MonthAxis window;
  private final int count;

  /** The misfit of one station: its part of {@link Co2Term#value}. */
  public record StationMisfit(String code, int count, double value) implements Serializable {
    /**
     * Twice the misfit for each observation; 1 when misfits are as large as the errors say, NaN
     * without observations.
     */
    public double chiSquare() {
      return 2 * value / count;
    }
  }

  /**
   * @param stations at least one, all on the same window
   * @param error the error model whose correlation in time is used
   */
  public Co2Term(List<StationObservations> stations, ObservationError error) {
    if (stations.isEmpty()) {
      throw new IllegalArgumentException("A CO2 term needs a station");
    }
    this.stations = new ArrayList<>(stations);
    this.whitening = new ArrayList<>();
    this.error = error;
    this.window = stations.get(0).window();
    int n = 0;
    for (StationObservations station : stations) {
      if (!station.window().equals(window)) {
        throw new IllegalArgumentException(
            station.station().code() + " has another window than the first station");
      }
      Whitening map = error.whitening(station);
      whitening.add(map);
      n += map.count();
    }
    this.count = n;
  }

  /**
   * The misfit to other observations of the same stations, under the same error model; for those
   * that are held out.
   *
   * @param others in the order of the stations
   */
  public Co2Term observing(List<StationObservations> others) {
    List<String> codes = stations.stream().map(s -> s.station().code()).toList();
    if (!others.stream().map(s -> s.station().code()).toList().equals(codes)) {
      throw new IllegalArgumentException("Expected observations of the stations " + codes);
    }
    return new Co2Term(others, error);
  }

  /** Number of values that enter the term. */
  public int count() {
    return count;
  }

  /** Length of the modelled vector: stations times months. */
  public int size() {
    return stations.size() * window.count();
  }

  /** The months of the modelled vector. */
  public MonthAxis window() {
    return window;
  }

  /** The observations, in the order of the modelled vector. */
  public List<StationObservations> stations() {
    return List.copyOf(stations);
  }

  /** The error model. */
  public ObservationError error() {
    return error;
  }

  /** The misfit, dimensionless. */
  public double value(double[] modelled) {
    double sum = 0;
    for (StationMisfit station : perStation(modelled)) {
      sum += station.value();
    }
    return sum;
  }

  /** Derivative of the misfit by every element of the modelled vector. */
  public double[] gradient(double[] modelled) {
    checkSize(modelled);
    double[] gradient = new double[modelled.length];
    for (int s = 0; s < stations.size(); s++) {
      // dJ/dc = W' W (c - d)
      double[] bar = whitening.get(s).transposed(whitening.get(s).whiten(misfit(s, modelled)));
      int[] months = stations.get(s).months();
      for (int k = 0; k < months.length; k++) {
        gradient[s * window.count() + months[k]] = bar[k];
      }
    }
    return gradient;
  }

  /**
   * Modelled minus observed, ppm, as long as the modelled vector; NaN where nothing is observed.
   */
  public double[] residuals(double[] modelled) {
    checkSize(modelled);
    double[] residuals = new double[modelled.length];
    for (int s = 0; s < stations.size(); s++) {
      double[] observed = stations.get(s).value();
      for (int month = 0; month < window.count(); month++) {
        int i = s * window.count() + month;
        residuals[i] = modelled[i] - observed[month];
      }
    }
    return residuals;
  }

  /**
   * The linear part of the term: a change of the modelled vector, whitened, length {@link #count};
   * the columns of a Jacobian go through this to the normal matrix.
   */
  public double[] whiten(double[] change) {
    checkSize(change);
    double[] whitened = new double[count];
    int next = 0;
    for (int s = 0; s < stations.size(); s++) {
      double[] part = whitening.get(s).whiten(observed(s, change));
      System.arraycopy(part, 0, whitened, next, part.length);
      next += part.length;
    }
    return whitened;
  }

  /** The whitened misfit, in the order of {@link #whiten}: half its square is the value. */
  double[] whitenedMisfit(double[] modelled) {
    checkSize(modelled);
    double[] whitened = new double[count];
    int next = 0;
    for (int s = 0; s < stations.size(); s++) {
      double[] part = whitening.get(s).whiten(misfit(s, modelled));
      System.arraycopy(part, 0, whitened, next, part.length);
      next += part.length;
    }
    return whitened;
  }

  /** Twice the misfit for each observation. */
  public double chiSquare(double[] modelled) {
    return 2 * value(modelled) / count;
  }

  /** The misfit of each station, in the order of the modelled vector. */
  public List<StationMisfit> perStation(double[] modelled) {
    checkSize(modelled);
    List<StationMisfit> misfits = new ArrayList<>();
    for (int s = 0; s < stations.size(); s++) {
      double[] whitened = whitening.get(s).whiten(misfit(s, modelled));
      // J_s = 1/2 |W (c - d)|^2
      double sum = 0;
      for (double value : whitened) {
        sum += value * value;
      }
      misfits.add(new StationMisfit(stations.get(s).station().code(), whitened.length, 0.5 * sum));
    }
    return misfits;
  }

  /**
   * What each station with observations adds to the cost and its derivatives, in the order of the
   * modelled vector: cost, gradient and Gauss-Newton Hessian {@code K' R^-1 K} (spec section 18.5).
   *
   * @param modelled the modelled vector
   * @param jacobian derivative of the modelled vector, {@code [parameter][element]}; elements
   *     beyond {@link #size} (stations held out) are ignored
   */
  public List<GroupSystem> normalSystems(double[] modelled, double[][] jacobian) {
    checkSize(modelled);
    int n = jacobian.length;
    List<GroupSystem> systems = new ArrayList<>();
    for (int s = 0; s < stations.size(); s++) {
      if (whitening.get(s).count() == 0) {
        continue;
      }
      double[] misfit = whitening.get(s).whiten(misfit(s, modelled));
      // columns of L K, with R^-1 = L' L
      double[][] whitened = new double[n][];
      for (int i = 0; i < n; i++) {
        whitened[i] = whitening.get(s).whiten(observed(s, jacobian[i]));
      }
      double[] gradient = new double[n];
      double[] hessian = new double[LowerTriangle.length(n)];
      int next = 0;
      for (int i = 0; i < n; i++) {
        // g = K' R^-1 (c - d)
        gradient[i] = dot(whitened[i], misfit);
        for (int j = 0; j <= i; j++) {
          // H = K' R^-1 K
          hessian[next++] = dot(whitened[i], whitened[j]);
        }
      }
      String code = stations.get(s).station().code();
      systems.add(
          new GroupSystem(
              new ObservationGroup(Co2Operator.NAME, code, 0),
              dot(misfit, misfit) / 2,
              gradient,
              hessian));
    }
    return systems;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }

  /** Modelled minus observed of one station, at its months with a value. */
  private double[] misfit(int s, double[] modelled) {
    double[] misfit = observed(s, modelled);
    double[] value = stations.get(s).value();
    int[] months = stations.get(s).months();
    for (int k = 0; k < months.length; k++) {
      misfit[k] -= value[months[k]];
    }
    return misfit;
  }

  /** The elements of one station's months with a value. */
  private double[] observed(int s, double[] vector) {
    int[] months = stations.get(s).months();
    double[] elements = new double[months.length];
    for (int k = 0; k < months.length; k++) {
      elements[k] = vector[s * window.count() + months[k]];
    }
    return elements;
  }

  private void checkSize(double[] vector) {
    if (vector.length != size()) {
      throw new IllegalArgumentException(vector.length + " concentrations, expected " + size());
    }
  }
}
