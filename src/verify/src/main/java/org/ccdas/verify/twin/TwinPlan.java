package org.ccdas.verify.twin;

import java.util.ArrayList;
import java.util.List;
import org.ccdas.assimilate.posterior.Posterior;
import org.ccdas.assimilate.posterior.Spectrum;
import org.ccdas.inputs.control.ControlVector;

/**
 * What a set of twin experiments looks at, settled before any minimisation. Spec section 18.8.
 *
 * @param seeds of the truths, one a draw
 * @param directions constrained: eigenvectors of the data Hessian at x = 0 with eigenvalue of at
 *     least {@value #CONSTRAINED}, {@code [direction][parameter]}
 * @param eigenvalues of these directions
 * @param parameters constrained: those whose standard deviation, linearised at x = 0, is at most
 *     {@value #HALVED}
 */
public record TwinPlan(
    List<Long> seeds, double[][] directions, double[] eigenvalues, List<Constrained> parameters) {
  /** Least eigenvalue of a constrained direction. */
  public static final double CONSTRAINED = 3;

  /** Largest posterior standard deviation of a constrained parameter, in prior ones. */
  public static final double HALVED = 0.5;

  /**
   * A parameter that the observations constrain.
   *
   * @param index in the control vector
   * @param label symbol and scope
   * @param sigma posterior standard deviation linearised at x = 0, in prior ones
   */
  public record Constrained(int index, String label, double sigma) {}

  /**
   * The plan of so many draws.
   *
   * @param atPrior the posterior linearised at x = 0
   * @param seed of the first truth; the others count on
   */
  public static TwinPlan of(ControlVector control, Posterior atPrior, long seed, int draws) {
    List<Long> seeds = new ArrayList<>();
    for (int draw = 0; draw < draws; draw++) {
      seeds.add(seed + draw);
    }
    Spectrum spectrum = atPrior.spectrum();
    int count = spectrum.constrained(CONSTRAINED);
    double[][] directions = new double[count][];
    double[] eigenvalues = new double[count];
    for (int mode = 0; mode < count; mode++) {
      directions[mode] = spectrum.eigenvectors()[mode].clone();
      eigenvalues[mode] = spectrum.eigenvalues()[mode];
    }
    List<Constrained> parameters = new ArrayList<>();
    double[] sigma = atPrior.sigma();
    for (int i = 0; i < sigma.length; i++) {
      if (sigma[i] <= HALVED) {
        parameters.add(new Constrained(i, control.parameter(i).label(), sigma[i]));
      }
    }
    return new TwinPlan(List.copyOf(seeds), directions, eigenvalues, List.copyOf(parameters));
  }
}
