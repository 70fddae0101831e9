package org.ccdas.assimilate.minimise;

import java.util.Objects;

/**
 * What {@link Eliminating} knows besides its search; goes to the state file as it is. The arrays
 * are never changed.
 *
 * @param elimination the elements that are not searched
 * @param x the control vector of lowest cost, all elements; before the first answer the start
 * @param gradient there, all elements; NaN before the first answer
 */
record EliminatingState(Elimination elimination, double[] x, double[] gradient) {
  EliminatingState {
    Objects.requireNonNull(elimination, "elimination");
    Objects.requireNonNull(x, "x");
    Objects.requireNonNull(gradient, "gradient");
  }
}
