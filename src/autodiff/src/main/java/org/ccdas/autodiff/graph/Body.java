package org.ccdas.autodiff.graph;

import java.util.List;

/**
 * The body of a function that is called, as an expression of its parameters.
 *
 * @param parameters the inputs that stand for the arguments
 * @param result the value of the function
 */
public record Body(List<Node> parameters, Node result) {
  /** Copies the list. */
  public Body {
    parameters = List.copyOf(parameters);
  }
}
