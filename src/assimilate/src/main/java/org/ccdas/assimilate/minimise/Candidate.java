package org.ccdas.assimilate.minimise;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;

/**
 * A control vector that a minimiser wants evaluated.
 *
 * @param id counts all candidates of a run from 0
 * @param x the control vector, n values
 * @param wanted what to evaluate
 * @param elimination elements that are left to the evaluation: their values in x are counted from
 *     where the cost is lowest, so that 0 is the best; null for none
 */
public record Candidate(int id, double[] x, Derivative wanted, Elimination elimination)
    implements Serializable {
  /** Copies the vector. */
  public Candidate {
    x = x.clone();
    if (elimination != null && elimination.size() != x.length) {
      throw new IllegalArgumentException(x.length + " values for " + elimination);
    }
  }

  /** A candidate that leaves nothing to the evaluation. */
  public Candidate(int id, double[] x, Derivative wanted) {
    this(id, x, wanted, null);
  }

  /** The same under another id. */
  Candidate withId(int other) {
    return new Candidate(other, x, wanted, elimination);
  }

  @Override
  public double[] x() {
    return x.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Candidate candidate
        && id == candidate.id
        && wanted == candidate.wanted
        && Objects.equals(elimination, candidate.elimination)
        && Arrays.equals(x, candidate.x);
  }

  @Override
  public int hashCode() {
    return 31 * id + Arrays.hashCode(x);
  }

  @Override
  public String toString() {
    return "candidate " + id + " " + wanted + " " + Arrays.toString(x);
  }
}
