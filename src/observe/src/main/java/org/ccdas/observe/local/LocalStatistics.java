package org.ccdas.observe.local;

/**
 * How well a modelled series fits what was observed on the same days (spec section 20).
 *
 * @param count number of days
 * @param correlation Pearson's r; NaN below 3 days or when one does not vary
 * @param rmse root mean square of modelled minus observed, in the units of the stream
 * @param bias mean of modelled minus observed, in the units of the stream
 */
public record LocalStatistics(int count, double correlation, double rmse, double bias) {
  private static final int LEAST_DAYS = 3;

  /**
   * Compares.
   *
   * @param observed in the units of the stream
   * @param modelled in the units of the stream, on the same days
   */
  public static LocalStatistics of(double[] observed, double[] modelled) {
    if (observed.length != modelled.length) {
      throw new IllegalArgumentException(
          observed.length + " observed days, " + modelled.length + " modelled");
    }
    int n = observed.length;
    double observedMean = mean(observed);
    double modelledMean = mean(modelled);
    double observedSquares = 0;
    double modelledSquares = 0;
    double products = 0;
    double squares = 0;
    for (int k = 0; k < n; k++) {
      double o = observed[k] - observedMean;
      double m = modelled[k] - modelledMean;
      observedSquares += o * o;
      modelledSquares += m * m;
      products += o * m;
      squares += (modelled[k] - observed[k]) * (modelled[k] - observed[k]);
    }
    // r = sum o m / sqrt(sum o^2 sum m^2)
    double r =
        n < LEAST_DAYS || observedSquares == 0 || modelledSquares == 0
            ? Double.NaN
            : products / Math.sqrt(observedSquares * modelledSquares);
    return new LocalStatistics(
        n, r, n == 0 ? Double.NaN : Math.sqrt(squares / n), modelledMean - observedMean);
  }

  /** Root mean square difference without the bias, in the units of the stream. */
  public double unbiasedRmse() {
    // ubRMSE^2 = RMSE^2 - bias^2
    return Math.sqrt(Math.max(0, rmse * rmse - bias * bias));
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return values.length == 0 ? Double.NaN : sum / values.length;
  }
}
