package org.ccdas.assimilate.minimise;

import java.io.Serializable;
import java.util.Arrays;

/**
 * A control vector that a minimiser wants evaluated.
 *
 * @param id counts all candidates of a run from 0
 * @param x the control vector, n values
 * @param wanted what to evaluate
 */
public record Candidate(int id, double[] x, Derivative wanted) implements Serializable {
  /** Copies the vector. */
  public Candidate {
    x = x.clone();
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
