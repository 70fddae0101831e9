package org.ccdas.core.posterior;

import java.util.ArrayList;
import java.util.List;
import org.ccdas.core.minimise.Candidate;
import org.ccdas.core.minimise.Derivative;

/**
 * Whether the cost around the minimum is as the posterior says: along an eigenvector v a step of
 * one posterior standard deviation, sigma_v = (1 + lambda)^-1/2, must raise the cost by 1/2. Spec
 * section 18.9.
 *
 * @param directions leading and weakest, in the order of their eigenvalues
 */
public record Profile(List<Direction> directions) {
  /** Deviations of the rise from 1/2 beyond this share are flagged. */
  public static final double TOLERANCE = 0.2;

  /**
   * One direction.
   *
   * @param mode number of the eigenvector, from 0
   * @param eigenvalue of the data Hessian
   * @param below J(x - sigma v) - J(x)
   * @param above J(x + sigma v) - J(x)
   */
  public record Direction(int mode, double eigenvalue, double below, double above) {
    /** Whether a rise is further from 1/2 than the tolerance. */
    public boolean flagged() {
      return deviates(below) || deviates(above);
    }

    private static boolean deviates(double rise) {
      return !(Math.abs(rise - 0.5) <= TOLERANCE * 0.5);
    }
  }

  /**
   * The modes that are looked at: so many leading and so many weakest ones, each once.
   *
   * @param size number of modes
   */
  static List<Integer> modes(int size, int each) {
    List<Integer> modes = new ArrayList<>();
    for (int mode = 0; mode < size; mode++) {
      if (mode < each || mode >= size - each) {
        modes.add(mode);
      }
    }
    return modes;
  }

  /**
   * The candidates whose costs make a profile: the minimum, then below and above for each mode.
   *
   * @param each number of leading and of weakest directions
   */
  public static List<Candidate> candidates(Posterior posterior, Spectrum spectrum, int each) {
    List<Candidate> candidates = new ArrayList<>();
    candidates.add(new Candidate(0, posterior.x(), Derivative.COST));
    for (int mode : modes(posterior.size(), each)) {
      for (int sign : new int[] {-1, 1}) {
        double[] x = posterior.x();
        for (int i = 0; i < x.length; i++) {
          x[i] += sign * spectrum.sigma(mode) * spectrum.eigenvectors()[mode][i];
        }
        candidates.add(new Candidate(candidates.size(), x, Derivative.COST));
      }
    }
    return candidates;
  }

  /**
   * The profile of these costs.
   *
   * @param costs of {@link #candidates}, in their order
   */
  public static Profile of(Spectrum spectrum, int each, double[] costs) {
    List<Direction> directions = new ArrayList<>();
    int next = 1;
    for (int mode : modes(spectrum.eigenvalues().length, each)) {
      double below = costs[next++] - costs[0];
      double above = costs[next++] - costs[0];
      directions.add(new Direction(mode, spectrum.eigenvalues()[mode], below, above));
    }
    return new Profile(directions);
  }
}
