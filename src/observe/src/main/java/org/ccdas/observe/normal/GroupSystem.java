package org.ccdas.observe.normal;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;

/**
 * What a group of observations adds to the cost and its derivatives at one control vector. The
 * arrays are handed on without copies and must not be changed.
 *
 * @param group the observations
 * @param cost J_k, their misfit
 * @param gradient g_k = dJ_k/dx, n values
 * @param hessian H_k, Gauss-Newton Hessian of the misfit, {@link LowerTriangle packed}
 */
public record GroupSystem(ObservationGroup group, double cost, double[] gradient, double[] hessian)
    implements Serializable {
  /** Checks that gradient and Hessian belong together. */
  public GroupSystem {
    Objects.requireNonNull(group, "group");
    if (hessian.length != LowerTriangle.length(gradient.length)) {
      throw new IllegalArgumentException(
          group.label()
              + ": a gradient of "
              + gradient.length
              + " values and a Hessian of "
              + hessian.length);
    }
  }

  /** Whether cost, gradient and Hessian are finite. */
  public boolean isFinite() {
    boolean finite = Double.isFinite(cost);
    for (double element : gradient) {
      finite &= Double.isFinite(element);
    }
    for (double element : hessian) {
      finite &= Double.isFinite(element);
    }
    return finite;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GroupSystem that
        && group.equals(that.group)
        && Double.compare(cost, that.cost) == 0
        && Arrays.equals(gradient, that.gradient)
        && Arrays.equals(hessian, that.hessian);
  }

  @Override
  public int hashCode() {
    return 31 * group.hashCode() + Double.hashCode(cost);
  }

  @Override
  public String toString() {
    return group.label() + ", cost " + cost;
  }
}
