package org.ccdas.evaluate.score;

import java.util.stream.IntStream;

/**
 * How well modelled numbers agree with a reference, over the pairs that have both.
 *
 * @param n number of pairs
 * @param mean of the model
 * @param referenceMean of the reference
 * @param sd standard deviation of the model, over n
 * @param referenceSd standard deviation of the reference, over n
 * @param bias model less reference
 * @param rmse root-mean-square difference
 * @param r correlation (Pearson); NaN for fewer than three pairs, or when one does not vary
 */
public record Agreement(
    int n,
    double mean,
    double referenceMean,
    double sd,
    double referenceSd,
    double bias,
    double rmse,
    double r) {
  private static final int FEWEST = 3;

  /** Of no pair. */
  public static final Agreement NONE =
      new Agreement(
          0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  /**
   * The agreement of two series.
   *
   * @param model NaN is passed over with its partner
   * @param reference as long as the model
   */
  public static Agreement of(double[] model, double[] reference) {
    int[] pairs =
        IntStream.range(0, model.length)
            .filter(i -> Double.isFinite(model[i]) && Double.isFinite(reference[i]))
            .toArray();
    if (model.length != reference.length) {
      throw new IllegalArgumentException(model.length + " and " + reference.length + " values");
    }
    if (pairs.length == 0) {
      return NONE;
    }
    double mean = IntStream.of(pairs).mapToDouble(i -> model[i]).sum() / pairs.length;
    double other = IntStream.of(pairs).mapToDouble(i -> reference[i]).sum() / pairs.length;
    double modelSquares = 0;
    double referenceSquares = 0;
    double products = 0;
    double differences = 0;
    for (int i : pairs) {
      double a = model[i] - mean;
      double b = reference[i] - other;
      modelSquares += a * a;
      referenceSquares += b * b;
      products += a * b;
      differences += (model[i] - reference[i]) * (model[i] - reference[i]);
    }
    double n = pairs.length;
    // what rounding leaves of a constant series is no variation
    boolean vary = varies(modelSquares, mean, n) && varies(referenceSquares, other, n);
    return new Agreement(
        pairs.length,
        mean,
        other,
        Math.sqrt(modelSquares / n),
        Math.sqrt(referenceSquares / n),
        mean - other,
        Math.sqrt(differences / n),
        pairs.length >= FEWEST && vary
            ? products / Math.sqrt(modelSquares * referenceSquares)
            : Double.NaN);
  }

  private static boolean varies(double squares, double mean, double n) {
    return Math.sqrt(squares / n) > 1e-12 * Math.abs(mean);
  }

  /** Root-mean-square difference without the bias. */
  public double centredRmse() {
    return Math.sqrt(Math.max(0, rmse * rmse - bias * bias));
  }
}
