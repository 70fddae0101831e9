package org.ccdas.observe.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ccdas.observe.normal.LowerTriangle;
import org.ccdas.observe.normal.Whitening;

/**
 * The normal system of one cell's misfit, year by year, formed from daily rows of the Jacobian that
 * are pushed in the order of time (spec sections 17.4 and 18.10). Only the row of the last day is
 * carried. An innovation belongs to the year of its later day; the years sum to the whole. Not
 * thread-safe.
 *
 * <pre>{@code
 * LocalNormal normal = new LocalNormal(term, years, n);
 * for (int k = 0; k < term.count(); k++) {
 *   normal.push(modelled[k], row(k));
 * }
 * List<LocalNormal.Part> parts = normal.parts();
 * }</pre>
 */
public final class LocalNormal {
  private final LocalTerm term;
  private final int[] years;
  private final int n;
  private final List<Year> sums = new ArrayList<>();
  private final double[] previousRow;
  private final double[] row;
  private double previousModelled;
  private int next;

  /**
   * What one year of a cell adds.
   *
   * @param year the year
   * @param cost J; the prior of the bias and ln det A in proportion to the year's values
   * @param gradient dJ/dp, n values
   * @param hessian Gauss-Newton Hessian, {@link LowerTriangle packed}
   */
  public record Part(int year, double cost, double[] gradient, double[] hessian) {}

  /** Sums over the innovations of one year. */
  private static final class Year {
    final int year;
    final List<double[]> values = new ArrayList<>();
    double oneOne;
    double oneModel;
    double modelModel;
    double oneObserved;
    double modelObserved;
    final double[] oneRow;
    final double[] modelRow;
    final double[] observedRow;
    final double[] rowRow;

    Year(int year, int n) {
      this.year = year;
      this.oneRow = new double[n];
      this.modelRow = new double[n];
      this.observedRow = new double[n];
      this.rowRow = new double[LowerTriangle.length(n)];
    }

    void add(double one, double modelled, double observed, double[] row) {
      values.add(new double[] {one, modelled, observed});
      oneOne += one * one;
      oneModel += one * modelled;
      modelModel += modelled * modelled;
      oneObserved += one * observed;
      modelObserved += modelled * observed;
      for (int i = 0; i < row.length; i++) {
        oneRow[i] += one * row[i];
        modelRow[i] += modelled * row[i];
        observedRow[i] += observed * row[i];
      }
      LowerTriangle.addOuter(rowRow, 1, row);
    }
  }

  /**
   * @param term the misfit
   * @param years of the days of its series, not falling
   * @param parameters number n of columns of the Jacobian
   */
  public LocalNormal(LocalTerm term, int[] years, int parameters) {
    if (years.length != term.count()) {
      throw new IllegalArgumentException(years.length + " years of " + term.count() + " days");
    }
    this.term = term;
    this.years = years.clone();
    this.n = parameters;
    this.previousRow = new double[n];
    this.row = new double[n];
  }

  /**
   * Takes the next day of the series.
   *
   * @param modelled H, in the units of the stream
   * @param jacobian dH/dp, n values; not kept
   */
  public void push(double modelled, double[] jacobian) {
    if (next == term.count() || jacobian.length != n) {
      throw new IllegalStateException(
          "Day " + next + " of " + term.count() + ", a row of " + jacobian.length + " for " + n);
    }
    if (sums.isEmpty() || sums.get(sums.size() - 1).year != years[next]) {
      sums.add(new Year(years[next], n));
    }
    Whitening whitening = term.whitening();
    double own = whitening.own(next);
    double carried = whitening.carried(next);
    for (int i = 0; i < n; i++) {
      row[i] = own * jacobian[i] - carried * previousRow[i];
    }
    sums.get(sums.size() - 1)
        .add(term.one(next), own * modelled - carried * previousModelled, term.observed(next), row);
    System.arraycopy(jacobian, 0, previousRow, 0, n);
    previousModelled = modelled;
    next++;
  }

  /** The normal system of every year with values, after all days were pushed. */
  public List<Part> parts() {
    if (next != term.count()) {
      throw new IllegalStateException(next + " of " + term.count() + " days were pushed");
    }
    BiasEstimate bias = estimate();
    double[] oneRow = new double[n];
    double[] modelRow = new double[n];
    for (Year year : sums) {
      add(year.oneRow, oneRow);
      add(year.modelRow, modelRow);
    }
    double shared = term.treatment().priorCost(bias) + 0.5 * bias.logDeterminant();
    List<Part> parts = new ArrayList<>();
    for (Year year : sums) {
      parts.add(part(year, bias, oneRow, modelRow, shared));
    }
    return parts;
  }

  private BiasEstimate estimate() {
    double[] total = new double[5];
    for (Year year : sums) {
      add(
          new double[] {
            year.oneOne, year.oneModel, year.modelModel, year.oneObserved, year.modelObserved
          },
          total);
    }
    return term.treatment().estimate(total[0], total[1], total[2], total[3], total[4]);
  }

  private static void add(double[] from, double[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] += from[i];
    }
  }

  private Part part(
      Year year, BiasEstimate bias, double[] oneRow, double[] modelRow, double shared) {
    double cost = shared * year.values.size() / term.count();
    for (double[] value : year.values) {
      double r = bias.offset() * value[0] + bias.gain() * value[1] - value[2];
      cost += 0.5 * r * r;
    }
    double g = bias.gain();
    double[] gradient = new double[n];
    double[] u = row(year.oneRow, year.modelRow, bias);
    boolean determinant = term.treatment().hasDeterminant();
    for (int i = 0; i < n; i++) {
      // s = theta' B - sum w d K; gradient g s, and u = e2' A^-1 B of the determinant
      double s = bias.offset() * year.oneRow[i] + g * year.modelRow[i] - year.observedRow[i];
      gradient[i] = g * s + (determinant ? u[i] : 0);
    }
    double[] whole = row(oneRow, modelRow, bias);
    double[] hessian = new double[year.rowRow.length];
    int at = 0;
    for (int i = 0; i < n; i++) {
      // B_y' A^-1 B, symmetrised over the two sides so that the years sum to B' A^-1 B
      double oneSide = bias.offsetVariance() * oneRow[i] + bias.covariance() * modelRow[i];
      double modelSide = bias.covariance() * oneRow[i] + bias.gainVariance() * modelRow[i];
      double oneYear =
          bias.offsetVariance() * year.oneRow[i] + bias.covariance() * year.modelRow[i];
      double modelYear =
          bias.covariance() * year.oneRow[i] + bias.gainVariance() * year.modelRow[i];
      for (int j = 0; j <= i; j++, at++) {
        double eliminated =
            0.5
                * (oneSide * year.oneRow[j]
                    + modelSide * year.modelRow[j]
                    + oneYear * oneRow[j]
                    + modelYear * modelRow[j]);
        // g^2 (sum w K K' - B' A^-1 B) + u u'
        hessian[at] = g * g * (year.rowRow[at] - eliminated);
        if (determinant) {
          hessian[at] += 0.5 * (u[i] * whole[j] + whole[i] * u[j]);
        }
      }
    }
    return new Part(year.year, cost, gradient, hessian);
  }

  /** Second row of A^-1 B. */
  private double[] row(double[] oneRow, double[] modelRow, BiasEstimate bias) {
    double[] u = new double[n];
    Arrays.setAll(u, i -> bias.covariance() * oneRow[i] + bias.gainVariance() * modelRow[i]);
    return u;
  }
}
