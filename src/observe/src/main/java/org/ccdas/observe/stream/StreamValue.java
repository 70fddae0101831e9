package org.ccdas.observe.stream;

import java.io.Serializable;
import java.util.Arrays;

/**
 * A stream at one control vector.
 *
 * @param cost its misfit
 * @param modelled the modelled vector over which it closes, see {@link StreamOperator}
 */
public record StreamValue(double cost, double[] modelled) implements Serializable {
  @Override
  public boolean equals(Object other) {
    return other instanceof StreamValue that
        && Double.compare(cost, that.cost) == 0
        && Arrays.equals(modelled, that.modelled);
  }

  @Override
  public int hashCode() {
    return 31 * Double.hashCode(cost) + Arrays.hashCode(modelled);
  }

  @Override
  public String toString() {
    return "misfit " + cost + ", " + modelled.length + " modelled values";
  }
}
