package org.ccdas.observe.co2;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * Least-squares fit of a polynomial trend and annual harmonics to monthly values (spec section
 * 16.5). Time is measured in years from the middle of the axis, so that the columns are well
 * conditioned. Months with NaN are left out; a design without full rank gets the fit of least norm.
 */
final class SeasonalFit {
  private final int degree;
  private final int harmonics;
  private final double middle;
  private final double[] coefficients;
  private final double[] residuals;
  private final int count;

  private SeasonalFit(
      int degree,
      int harmonics,
      double middle,
      double[] coefficients,
      double[] residuals,
      int count) {
    this.degree = degree;
    this.harmonics = harmonics;
    this.middle = middle;
    this.coefficients = coefficients;
    this.residuals = residuals;
    this.count = count;
  }

  /**
   * Fits values of consecutive months.
   *
   * @param values by month, NaN when missing; more values than coefficients are needed
   * @param degree degree of the trend, at least 0
   * @param harmonics number of annual harmonics, 0..5
   */
  static SeasonalFit of(double[] values, int degree, int harmonics) {
    int[] used = new int[values.length];
    int n = 0;
    for (int month = 0; month < values.length; month++) {
      if (!Double.isNaN(values[month])) {
        used[n++] = month;
      }
    }
    int unknowns = coefficientCount(degree, harmonics);
    if (n <= unknowns) {
      throw new IllegalArgumentException(n + " values for " + unknowns + " coefficients");
    }
    double middle = (values.length - 1) / 2.0;
    RealMatrix design = new Array2DRowRealMatrix(n, unknowns);
    double[] observed = new double[n];
    for (int row = 0; row < n; row++) {
      design.setRow(row, basis(used[row], degree, harmonics, middle));
      observed[row] = values[used[row]];
    }
    // A minimises sum over months of (v - sum_i A_i b_i(t))^2
    double[] coefficients =
        new SingularValueDecomposition(design)
            .getSolver()
            .solve(new ArrayRealVector(observed))
            .toArray();
    double[] fitted = design.operate(coefficients);
    double[] residuals = new double[values.length];
    Arrays.fill(residuals, Double.NaN);
    for (int row = 0; row < n; row++) {
      residuals[used[row]] = observed[row] - fitted[row];
    }
    return new SeasonalFit(degree, harmonics, middle, coefficients, residuals, n);
  }

  /** Number of coefficients of a fit. */
  static int coefficientCount(int degree, int harmonics) {
    return degree + 1 + 2 * harmonics;
  }

  private static double[] basis(double month, int degree, int harmonics, double middle) {
    double[] row = new double[coefficientCount(degree, harmonics)];
    double years = (month - middle) / 12;
    row[0] = 1;
    for (int power = 1; power <= degree; power++) {
      row[power] = row[power - 1] * years;
    }
    for (int k = 1; k <= harmonics; k++) {
      double phase = 2 * Math.PI * k * month / 12;
      row[degree + 2 * k - 1] = Math.cos(phase);
      row[degree + 2 * k] = Math.sin(phase);
    }
    return row;
  }

  /** Value minus fit by month, NaN where there is no value. */
  double[] residuals() {
    return residuals.clone();
  }

  /** Root of the mean square of the residuals, in the unit of the values. */
  double rmsResidual() {
    double sum = 0;
    for (double residual : residuals) {
      sum += Double.isNaN(residual) ? 0 : residual * residual;
    }
    return Math.sqrt(sum / count);
  }

  /** The trend part of the fit at this month. */
  double trend(int month) {
    double[] basis = basis(month, degree, harmonics, middle);
    double trend = 0;
    for (int i = 0; i <= degree; i++) {
      trend += coefficients[i] * basis[i];
    }
    return trend;
  }

  /** Derivative of the trend at the middle of the axis, per year; 0 for a constant trend. */
  double growthRate() {
    return degree == 0 ? 0 : coefficients[1];
  }
}
