package org.ccdas.assimilate.posterior;

import java.util.function.Function;
import org.ccdas.inputs.random.NormalStream;

/**
 * A control vector drawn from a distribution, within the bound of the search. A draw with a larger
 * element is thrown away and the next one taken; how many were is kept, since the distribution is
 * that much cut.
 *
 * @param x the draw
 * @param thrownAway draws before it that had an element beyond the bound
 */
public record EnsembleDraw(double[] x, int thrownAway) {
  /** Draws after which the distribution is taken to lie beyond the bound. */
  public static final int MOST_THROWN_AWAY = 10_000;

  /**
   * The first draw that is within the bound.
   *
   * @param distribution makes a draw of the stream
   * @param bound largest size of an element, in prior standard deviations
   * @throws IllegalStateException when there is none among the first {@value #MOST_THROWN_AWAY}
   */
  public static EnsembleDraw of(
      Function<NormalStream, double[]> distribution, NormalStream random, double bound) {
    for (int thrownAway = 0; thrownAway < MOST_THROWN_AWAY; thrownAway++) {
      double[] x = distribution.apply(random);
      if (Bound.holds(x, bound)) {
        return new EnsembleDraw(x, thrownAway);
      }
    }
    throw new IllegalStateException(
        "none of " + MOST_THROWN_AWAY + " draws has all elements within " + bound);
  }
}
