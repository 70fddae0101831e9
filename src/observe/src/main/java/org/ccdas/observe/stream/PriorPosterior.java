package org.ccdas.observe.stream;

import java.util.function.ToDoubleFunction;

/**
 * A number before and after the assimilation.
 *
 * @param prior at x = 0
 * @param posterior at the minimum
 */
public record PriorPosterior(double prior, double posterior) {
  /** The same property of two things. */
  public static <T> PriorPosterior of(T prior, T posterior, ToDoubleFunction<T> property) {
    return new PriorPosterior(property.applyAsDouble(prior), property.applyAsDouble(posterior));
  }
}
