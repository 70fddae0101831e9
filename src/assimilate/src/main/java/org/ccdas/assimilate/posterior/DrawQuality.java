package org.ccdas.assimilate.posterior;

import java.util.Arrays;
import java.util.Optional;

/**
 * How draws stand for the distribution: by weights, or since chains have carried them there.
 *
 * @param importance one weight a draw
 * @param mixing of chains; empty where none were made
 */
public record DrawQuality(ImportanceWeights importance, Optional<Mixing> mixing) {
  /** Equal draws whose 68 percent interval has ends known to 0.3 standard deviations. */
  public static final int ENOUGH = 25;

  /** Draws that are worth what the weights say. */
  public static DrawQuality weighted(ImportanceWeights importance) {
    return new DrawQuality(importance, Optional.empty());
  }

  /** Draws from the distribution itself, all worth the same. */
  public static DrawQuality equal(int draws) {
    return weighted(ImportanceWeights.equal(draws));
  }

  /** Where chains have come to, all worth the same. */
  public static DrawQuality moved(int draws, Mixing mixing) {
    return new DrawQuality(ImportanceWeights.equal(draws), Optional.of(mixing));
  }

  /** The weight of each draw, of any sum: equal where weights do not hold. */
  public double[] weights() {
    double[] weights = importance.weights().clone();
    if (!importance.reliable()) {
      Arrays.fill(weights, 1);
    }
    return weights;
  }

  /**
   * Whether the draws stand for the posterior: chains have settled, or weights hold; and they tell
   * as much as {@value #ENOUGH} equal ones.
   */
  public boolean holds() {
    int draws = importance.weights().length;
    return effectiveDraws() >= ENOUGH
        && mixing.map(chains -> chains.settled(draws)).orElse(importance.reliable());
  }

  /** Number of independent equal draws that tell as much. */
  public double effectiveDraws() {
    return mixing.map(Mixing::effectiveDraws).orElse(importance.effectiveDraws());
  }
}
