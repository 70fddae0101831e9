package org.ccdas.assimilate.evaluation;

import java.io.Serializable;

/**
 * The distance from the prior, 1/2 |x|^2; the modelled vector is the control vector x, whose prior
 * is N(0, 1) in every element. Spec section 18.3.
 *
 * @param count number of parameters
 */
public record PriorTerm(int count) implements Serializable {
  /** Checks the count. */
  public PriorTerm {
    if (count < 1) {
      throw new IllegalArgumentException("A prior term of " + count + " parameters");
    }
  }

  /** The misfit to the prior, dimensionless. */
  public double value(double[] x) {
    requireLength(x);
    // J_b = 1/2 sum x_i^2
    double sum = 0;
    for (double element : x) {
      sum += element * element;
    }
    return sum / 2;
  }

  /** Derivative of the misfit by every element of the control vector. */
  public double[] gradient(double[] x) {
    requireLength(x);
    return x.clone();
  }

  private void requireLength(double[] x) {
    if (x.length != count) {
      throw new IllegalArgumentException(x.length + " values for " + count + " parameters");
    }
  }
}
