package org.ccdas.assimilate.posterior;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ccdas.assimilate.minimise.Candidate;
import org.ccdas.assimilate.minimise.Derivative;

/**
 * Whether the cost around the minimum is as the posterior says: along an eigenvector v a step of
 * one posterior standard deviation, sigma_v = (1 + lambda)^-1/2, must raise the cost by 1/2. Spec
 * section 18.9.
 *
 * @param bound largest size of an element of the control vector; points beyond are not evaluated
 * @param directions leading and weakest, in the order of their eigenvalues
 */
public record Profile(double bound, List<Direction> directions) {
  /** Deviations of the rise from 1/2 beyond this share are flagged. */
  public static final double TOLERANCE = 0.2;

  /** The rise of a quadratic cost. */
  public static final double EXPECTED = 0.5;

  /** Copies the list. */
  public Profile {
    directions = List.copyOf(directions);
  }

  /**
   * One direction.
   *
   * @param mode number of the eigenvector, from 0
   * @param eigenvalue of the data Hessian
   * @param below the point x - sigma v
   * @param above the point x + sigma v
   */
  public record Direction(int mode, double eigenvalue, Trial below, Trial above) {
    /** Whether the rise at an evaluated point is further from 1/2 than the tolerance. */
    public boolean flagged() {
      return below.flagged() || above.flagged();
    }
  }

  /**
   * A point one posterior standard deviation from the minimum.
   *
   * @param evaluated whether it is; points beyond the bound are not
   * @param rise J there less J(x); NaN when not evaluated, or when the cost has no value there
   */
  public record Trial(boolean evaluated, double rise) {
    static final Trial BEYOND = new Trial(false, Double.NaN);

    /** Whether the point is evaluated and its rise is not within the tolerance of 1/2. */
    public boolean flagged() {
      return evaluated && !(Math.abs(rise - EXPECTED) <= TOLERANCE * EXPECTED);
    }
  }

  /** Number of points that were evaluated, without the minimum. */
  public int evaluated() {
    return count(true);
  }

  /** Number of points that were not evaluated, since they lie beyond the bound. */
  public int beyond() {
    return count(false);
  }

  private int count(boolean evaluated) {
    int count = 0;
    for (Direction direction : directions) {
      count += direction.below().evaluated() == evaluated ? 1 : 0;
      count += direction.above().evaluated() == evaluated ? 1 : 0;
    }
    return count;
  }

  /** Number of directions that are flagged. */
  public int flagged() {
    return (int) directions.stream().filter(Direction::flagged).count();
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
   * The candidates whose costs make a profile: the minimum with id 0, then for each mode the points
   * below and above that are not beyond the bound.
   *
   * @param each number of leading and of weakest directions
   * @param bound largest size of an element of the control vector, in prior standard deviations
   */
  public static List<Candidate> candidates(
      Posterior posterior, Spectrum spectrum, int each, double bound) {
    List<Candidate> candidates = new ArrayList<>();
    candidates.add(new Candidate(0, posterior.x(), Derivative.COST));
    int id = 1;
    for (int mode : modes(posterior.size(), each)) {
      for (int sign : new int[] {-1, 1}) {
        double[] x = point(posterior, spectrum, mode, sign);
        if (Bound.holds(x, bound)) {
          candidates.add(new Candidate(id, x, Derivative.COST));
        }
        id++;
      }
    }
    return candidates;
  }

  private static double[] point(Posterior posterior, Spectrum spectrum, int mode, int sign) {
    double[] x = posterior.x();
    for (int i = 0; i < x.length; i++) {
      x[i] += sign * spectrum.sigma(mode) * spectrum.eigenvectors()[mode][i];
    }
    return x;
  }

  /**
   * The profile of these costs.
   *
   * @param costs of all {@link #candidates} with the same arguments, by id
   */
  public static Profile of(Spectrum spectrum, int each, double bound, Map<Integer, Double> costs) {
    double minimum = costs.get(0);
    List<Direction> directions = new ArrayList<>();
    int id = 1;
    for (int mode : modes(spectrum.eigenvalues().length, each)) {
      Trial below = trial(costs.get(id++), minimum);
      Trial above = trial(costs.get(id++), minimum);
      directions.add(new Direction(mode, spectrum.eigenvalues()[mode], below, above));
    }
    return new Profile(bound, directions);
  }

  private static Trial trial(Double cost, double minimum) {
    return cost == null ? Trial.BEYOND : new Trial(true, cost - minimum);
  }
}
