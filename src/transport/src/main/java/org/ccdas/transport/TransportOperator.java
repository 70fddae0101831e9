package org.ccdas.transport;

import java.io.Serializable;
import org.ccdas.inputs.InputException;
import org.ccdas.inputs.time.MonthAxis;

/**
 * The linear map from monthly surface fluxes to monthly concentrations (spec sections 16.1, 16.2):
 * c = R F + tail - F_pre/2.123, in ppm above the offset c0, which the caller adds.
 *
 * <ul>
 *   <li>R F: the response to the fluxes of the month itself and of those before it, up to the lags
 *       of the response. The flux of a calendar month is brought to the length that the response's
 *       unit flux lasts, so that its mass (flux * days/365) enters the air exactly.
 *   <li>tail: the mass of older months, well mixed.
 *   <li>F_pre: the mass of all months before the window, so that c0 is the global mean level at its
 *       start.
 * </ul>
 *
 * <p>Fluxes are indexed {@code region * months + month} (kgC yr-1, positive to the atmosphere),
 * concentrations {@code receptor * windowMonths + month} (ppm). Since the map is linear, the
 * concentrations of parts of the regions ({@link Response#restrictedTo}) add up.
 */
public final class TransportOperator implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Response response;
  private final MonthAxis fluxMonths;
  private final MonthAxis window;
  private final int before;
  private final int[] start;
  private final double[] stretch;
  private final double[] mixed;

  /**
   * @param response the response to use
   * @param fluxMonths months of the fluxes; they begin with the window or earlier
   * @param window months of the concentrations, all within {@code fluxMonths}
   * @throws InputException when the response lacks a start month
   */
  public TransportOperator(Response response, MonthAxis fluxMonths, MonthAxis window) {
    if (!fluxMonths.contains(window.first()) || !fluxMonths.contains(window.last())) {
      throw new IllegalArgumentException(
          "The window "
              + window.first()
              + " to "
              + window.last()
              + " is not within the fluxes "
              + fluxMonths.first()
              + " to "
              + fluxMonths.last());
    }
    this.response = response;
    this.fluxMonths = fluxMonths;
    this.window = window;
    this.before = fluxMonths.indexOf(window.first());
    this.start = new int[fluxMonths.count()];
    this.stretch = new double[fluxMonths.count()];
    this.mixed = new double[fluxMonths.count()];
    for (int m = 0; m < fluxMonths.count(); m++) {
      int index = response.starts().index(fluxMonths.at(m));
      if (index < 0 || index >= response.starts().count()) {
        throw new InputException(
            response.source(),
            "start months",
            "The response has no fluxes of " + fluxMonths.at(m),
            "Give a response for "
                + fluxMonths.first()
                + " to "
                + fluxMonths.last()
                + ", or a seasonal one");
      }
      start[m] = index;
      double years = CarbonUnits.years(fluxMonths, m);
      stretch[m] = years / response.duration(index);
      // a flux of 1 kgC yr-1 in month m, well mixed: days/365 * 1e-12/2.123 ppm
      mixed[m] = CarbonUnits.wellMixed(years);
    }
  }

  /** Length of the flux vector. */
  public int fluxSize() {
    return response.regions().size() * fluxMonths.count();
  }

  /** Length of the concentration vector. */
  public int concentrationSize() {
    return response.receptors().size() * window.count();
  }

  /** Concentrations above the offset, ppm, of these fluxes. */
  public double[] concentrations(double[] flux) {
    check(flux, fluxSize(), "fluxes");
    int months = fluxMonths.count();
    double[] mass = massMixed(flux);
    double[] c = new double[concentrationSize()];
    for (int t = 0; t < window.count(); t++) {
      int now = before + t;
      int oldest = Math.max(0, now - response.lags() + 1);
      // tail - F_pre/2.123: months older than the lags, less months before the window
      double level = sum(mass, 0, oldest) - sum(mass, 0, before);
      for (int s = 0; s < response.receptors().size(); s++) {
        double sum = 0;
        for (int m = oldest; m <= now; m++) {
          sum += stretch[m] * response.dot(s, start[m], now - m, flux, m, months);
        }
        c[s * window.count() + t] = sum + level;
      }
    }
    return c;
  }

  /**
   * The concentrations of several fluxes at once: a row holds one value for each of them.
   *
   * @param flux rows in the order of the flux vector, of equal length
   * @return rows in the order of the concentration vector
   */
  public double[][] concentrations(double[][] flux) {
    if (flux.length != fluxSize()) {
      throw new IllegalArgumentException(flux.length + " fluxes, expected " + fluxSize());
    }
    int months = fluxMonths.count();
    int columns = flux[0].length;
    int regions = response.regions().size();
    // mass of all months before one, well mixed
    double[][] massBefore = new double[months + 1][columns];
    for (int m = 0; m < months; m++) {
      addRow(massBefore[m + 1], 1, massBefore[m]);
      for (int region = 0; region < regions; region++) {
        addRow(massBefore[m + 1], mixed[m], flux[region * months + m]);
      }
    }
    double[][] c = new double[concentrationSize()][columns];
    for (int t = 0; t < window.count(); t++) {
      int now = before + t;
      int oldest = Math.max(0, now - response.lags() + 1);
      for (int s = 0; s < response.receptors().size(); s++) {
        double[] row = c[s * window.count() + t];
        addRow(row, 1, massBefore[oldest]);
        addRow(row, -1, massBefore[before]);
        for (int m = oldest; m <= now; m++) {
          for (int region = 0; region < regions; region++) {
            double weight = stretch[m] * response.value(s, start[m], now - m, region);
            addRow(row, weight, flux[region * months + m]);
          }
        }
      }
    }
    return c;
  }

  private static void addRow(double[] target, double weight, double[] row) {
    for (int j = 0; j < target.length; j++) {
      target[j] += weight * row[j];
    }
  }

  /** The transpose: derivatives by concentrations to derivatives by fluxes. */
  public double[] adjoint(double[] concentrationBar) {
    check(concentrationBar, concentrationSize(), "concentrations");
    int months = fluxMonths.count();
    double[] fluxBar = new double[fluxSize()];
    double[] massBar = new double[months];
    for (int t = 0; t < window.count(); t++) {
      int now = before + t;
      int oldest = Math.max(0, now - response.lags() + 1);
      double levelBar = 0;
      for (int s = 0; s < response.receptors().size(); s++) {
        double bar = concentrationBar[s * window.count() + t];
        levelBar += bar;
        for (int m = oldest; m <= now; m++) {
          response.add(s, start[m], now - m, bar * stretch[m], fluxBar, m, months);
        }
      }
      for (int m = 0; m < oldest; m++) {
        massBar[m] += levelBar;
      }
      for (int m = 0; m < before; m++) {
        massBar[m] -= levelBar;
      }
    }
    for (int region = 0; region < response.regions().size(); region++) {
      for (int m = 0; m < months; m++) {
        fluxBar[region * months + m] += mixed[m] * massBar[m];
      }
    }
    return fluxBar;
  }

  /** The mass that all regions emit in a month, as ppm of the global mean. */
  private double[] massMixed(double[] flux) {
    int months = fluxMonths.count();
    double[] mass = new double[months];
    for (int m = 0; m < months; m++) {
      for (int region = 0; region < response.regions().size(); region++) {
        mass[m] += flux[region * months + m];
      }
      mass[m] *= mixed[m];
    }
    return mass;
  }

  private static double sum(double[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum;
  }

  private static void check(double[] vector, int expected, String what) {
    if (vector.length != expected) {
      throw new IllegalArgumentException(vector.length + " " + what + ", expected " + expected);
    }
  }
}
