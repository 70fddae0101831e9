package org.ccdas.observe.station;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;

/**
 * Which samples of a record are local outliers. Values outside 200..600 ppm are. Of the others: the
 * residuals r from a smooth curve (quadratic trend and four harmonics, as for the observation error
 * of spec section 16.5), less the median of the residuals within 90 days, are d; the robust
 * standard deviation of all d is s = 1.4826 median |d|, at least 0.1 ppm; samples with |d| above 4
 * s are outliers. The curve is then fitted once more without them, and the rule applied again to
 * all. In normal errors it takes one sample of 16,000.
 */
final class OutlierRule {
  private static final double SIGMAS = 4;
  private static final double SMALLEST_SIGMA = 0.1;

  /** Of a normal distribution: standard deviation over median absolute deviation. */
  private static final double SIGMA_BY_MAD = 1.4826;

  private static final int HARMONICS = 4;
  private static final int COEFFICIENTS = 3 + 2 * HARMONICS;
  private static final long NEIGHBOURHOOD_DAYS = 90;
  private static final double DAYS_PER_YEAR = 365.25;

  private OutlierRule() {}

  /** For each sample, in order of time, whether it is an outlier. */
  static boolean[] outliers(List<Sample> samples) {
    boolean[] implausible = new boolean[samples.size()];
    for (int i = 0; i < implausible.length; i++) {
      double co2 = samples.get(i).co2();
      implausible[i] = co2 < RecordLine.LOWEST || co2 > RecordLine.HIGHEST;
    }
    boolean[] first = against(samples, implausible, implausible);
    return against(samples, implausible, first);
  }

  /**
   * @param implausible are outliers in any case
   * @param unfitted are left out of the curve
   */
  private static boolean[] against(
      List<Sample> samples, boolean[] implausible, boolean[] unfitted) {
    int[] fitted = IntStream.range(0, unfitted.length).filter(i -> !unfitted[i]).toArray();
    // too few to know what is usual
    if (fitted.length < 2 * COEFFICIENTS) {
      return implausible;
    }
    double[] residual = residuals(samples, fitted);
    double[] deviation = new double[residual.length];
    int[] plausible = IntStream.range(0, residual.length).filter(i -> !implausible[i]).toArray();
    int from = 0;
    int to = 0;
    for (int k = 0; k < plausible.length; k++) {
      long day = day(samples, plausible[k]);
      while (day(samples, plausible[from]) < day - NEIGHBOURHOOD_DAYS) {
        from++;
      }
      while (to < plausible.length && day(samples, plausible[to]) <= day + NEIGHBOURHOOD_DAYS) {
        to++;
      }
      // d = r - median of r within 90 days
      deviation[plausible[k]] =
          residual[plausible[k]]
              - median(Arrays.stream(plausible, from, to).mapToDouble(i -> residual[i]));
    }
    // s = 1.4826 median |d|
    double sigma =
        Math.max(
            SMALLEST_SIGMA,
            SIGMA_BY_MAD
                * median(Arrays.stream(plausible).mapToDouble(i -> Math.abs(deviation[i]))));
    boolean[] outlier = implausible.clone();
    for (int i : plausible) {
      outlier[i] = Math.abs(deviation[i]) > SIGMAS * sigma;
    }
    return outlier;
  }

  /** Residuals of all samples from the least-squares curve through some. */
  private static double[] residuals(List<Sample> samples, int[] fitted) {
    double middle = day(samples, samples.size() / 2) / DAYS_PER_YEAR;
    double[][] design = new double[fitted.length][];
    double[] values = new double[fitted.length];
    for (int k = 0; k < fitted.length; k++) {
      design[k] = curve(samples, fitted[k], middle);
      values[k] = samples.get(fitted[k]).co2();
    }
    QRDecomposition qr = new QRDecomposition(new Array2DRowRealMatrix(design, false), 1e-9);
    // a record of a few months, or always of the same season, does not determine the curve
    if (!qr.getSolver().isNonSingular()) {
      double centre = median(Arrays.stream(values));
      return samples.stream().mapToDouble(s -> s.co2() - centre).toArray();
    }
    double[] coefficients = qr.getSolver().solve(new ArrayRealVector(values, false)).toArray();
    double[] residuals = new double[samples.size()];
    for (int i = 0; i < residuals.length; i++) {
      double[] terms = curve(samples, i, middle);
      double sum = 0;
      for (int c = 0; c < COEFFICIENTS; c++) {
        sum += coefficients[c] * terms[c];
      }
      residuals[i] = samples.get(i).co2() - sum;
    }
    return residuals;
  }

  /** 1, t, t^2, cos 2 pi k t, sin 2 pi k t for k = 1..4; t in decades and years from the middle. */
  private static double[] curve(List<Sample> samples, int i, double middle) {
    double year = day(samples, i) / DAYS_PER_YEAR - middle;
    double[] terms = new double[COEFFICIENTS];
    terms[0] = 1;
    terms[1] = year / 10;
    terms[2] = terms[1] * terms[1];
    for (int k = 1; k <= HARMONICS; k++) {
      terms[1 + 2 * k] = StrictMath.cos(2 * Math.PI * k * year);
      terms[2 + 2 * k] = StrictMath.sin(2 * Math.PI * k * year);
    }
    return terms;
  }

  private static long day(List<Sample> samples, int i) {
    return samples.get(i).day().toEpochDay();
  }

  private static double median(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : 0.5 * (sorted[half - 1] + sorted[half]);
  }
}
