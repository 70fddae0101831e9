package org.ccdas.autodiff.graph;

import java.util.List;

/**
 * The target of a call that is not looked into.
 *
 * @param type qualified name of the class
 * @param method name of the static method
 * @param partials for each argument the method of the same class with the partial derivative; empty
 *     for an argument without one. No element at all for the partials themselves.
 */
public record IntrinsicCall(String type, String method, List<String> partials) {
  /** Copies the list. */
  public IntrinsicCall {
    partials = List.copyOf(partials);
  }

  /** Class and method in one word. */
  public String name() {
    return type + "." + method;
  }

  /** The call that gives the derivative with respect to one argument. */
  IntrinsicCall partial(int argument) {
    return new IntrinsicCall(type, partials.get(argument), List.of());
  }
}
