package org.ccdas.autodiff.graph;

/**
 * An element of an input array of a kernel.
 *
 * @param array which array
 * @param slot slot in that array
 * @param active whether derivatives are taken with respect to it
 */
public record Input(Array array, int slot, boolean active) {
  /** The arrays that a kernel method reads. */
  public enum Array {
    /** The inputs of the function. */
    VALUE,
    /** A direction in the space of inputs. */
    DIRECTION,
    /** Weights of the outputs: the derivative of some scalar with respect to each. */
    WEIGHT
  }
}
